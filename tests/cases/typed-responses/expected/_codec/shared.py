# Generated from Typed responses 1; do not edit.
"""Decoders and operations of several resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.shared import Delta

if TYPE_CHECKING:
    from collections.abc import Callable

delta: Callable[[Any], Delta] = adopt(Delta)
