# Generated from Templates 1; do not edit.
"""The models of `dogs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from .shared import Cursor

__all__ = [
    "Dog",
    "DogsListResponse",
]


@model
class DogsListResponse(Model):
    items: list[Dog]
    by_name: dict[str, Dog] | None = member("byName", default=None)
    next: Cursor | None = None


@model
class Dog(Model):
    name: str | None = None
