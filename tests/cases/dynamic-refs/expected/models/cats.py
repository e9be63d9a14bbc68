# Generated from Templates 1; do not edit.
"""The models of `cats`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from .shared import Cursor

__all__ = [
    "Cat",
    "CatPage",
]


@model
class CatPage(Model):
    """Cats."""

    items: list[Cat]
    by_name: dict[str, Cat] | None = member("byName", default=None)
    next: Cursor | None = None
    purring: bool | None = None


@model
class Cat(Model):
    lives: int | None = None
