# Generated from Server path 1; do not edit.
"""Decoders and operations of `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.books import BooksListResponse

if TYPE_CHECKING:
    from collections.abc import Callable

books_list_response: Callable[[Any], BooksListResponse] = adopt(BooksListResponse)


LIST: Operation[BooksListResponse] = Operation(
    name="books.list",
    method="GET",
    path="/books",
    decode=books_list_response,
)
