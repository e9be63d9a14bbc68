# Generated from FastAPI 0.1.0; do not edit.
"""Decoders and operations of several resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.shared import ItemOutput

if TYPE_CHECKING:
    from collections.abc import Callable

item_output: Callable[[Any], ItemOutput] = adopt(ItemOutput)
