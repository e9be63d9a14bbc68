# Generated from Shelf 1; do not edit.
"""The models of `books`."""

from __future__ import annotations

from .._core.model import Model, member, model

__all__ = [
    "Book",
    "Meta",
]


@model
class Book(Model):
    title: str


@model
class Meta(Model):
    total: int | None = None
    next: str | None = None
    odata_next_link: str | None = member("@odata.nextLink", default=None)
    more: bool | None = None
