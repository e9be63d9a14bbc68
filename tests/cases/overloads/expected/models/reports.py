# Generated from Overloads 1; do not edit.
"""The models of `reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .shared import Label, Text

__all__ = [
    "ReportsListResponse",
]

ReportsListResponse: TypeAlias = "Text | list[Label]"
