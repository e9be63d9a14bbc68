"""The models of several resources."""

from __future__ import annotations

from .._core.model import Model, member, model

__all__ = [
    "Book",
]


@model
class Book(Model):
    """Book as the API gives it."""

    book_title: str | None = member("bookTitle", default=None)
