# Generated from Templates 1; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from .cats import Cat
    from .shared import Cursor

__all__ = [
    "OldCatPage",
    "Older",
    "Tree",
]


@model
class OldCatPage(Model):
    """Cats."""

    items: list[Cat]
    by_name: dict[str, Cat] | None = member("byName", default=None)
    next: Cursor | None = None
    purring: bool


@model
class Tree(Model):
    children: list[Tree] | None = None


@model
class Older(Model):
    below: Older | None = None
