# Generated from Templates 1; do not edit.
"""The wire side of several resources: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.shared import Cursor as CursorModel

if TYPE_CHECKING:
    from collections.abc import Callable

cursor: Callable[[Any], CursorModel] = adopt(CursorModel)
