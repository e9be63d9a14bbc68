# Generated from OpenAPI 3.2 1; do not edit.
"""Decoders and operations of several resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.shared import Book

if TYPE_CHECKING:
    from collections.abc import Callable

book: Callable[[Any], Book] = adopt(Book)
