# Generated from OpenAPI 3.2 1; do not edit.
"""The models of several resources."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._core.model import Model, member, model

__all__ = [
    "Book",
    "BookDict",
]


@model
class Book(Model):
    book_title: str | None = member("bookTitle", default=None)


class BookDict(TypedDict):
    """`Book` as a dict, for arguments."""

    book_title: NotRequired[str]
