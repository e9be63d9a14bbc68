# Generated from Templates 1; do not edit.
"""Decoders and operations of several resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.shared import Cursor as CursorModel

if TYPE_CHECKING:
    from collections.abc import Callable

cursor: Callable[[Any], CursorModel] = adopt(CursorModel)
