# Generated from Templates 1; do not edit.
"""The models of `things`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from .shared import Cursor

__all__ = [
    "Page",
]


@model
class Page(Model):
    items: list[Any]
    by_name: dict[str, Any] | None = member("byName", default=None)
    next: Cursor | None = None
