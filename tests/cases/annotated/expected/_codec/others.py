# Generated from Annotated 1; do not edit.
"""Decoders and operations of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.others import Thing

if TYPE_CHECKING:
    from collections.abc import Callable

thing: Callable[[Any], Thing] = adopt(Thing)
