# Generated from OpenAPI 3.2 1; do not edit.
"""Decoders and operations of `books`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.codec import decode_any, decode_list, decode_nothing
from .._core.operation import Operation
from .shared import book

if TYPE_CHECKING:
    from .._core.json_value import JSONValue
    from ..models.shared import Book


QUERY: Operation[list[Book]] = Operation(
    name="books.query",
    method="QUERY",
    path="/books",
    decode=lambda item: decode_list(book, item),
    body="json",
)
REPLACE: Operation[Book] = Operation(
    name="books.replace",
    method="PUT",
    path="/books",
    decode=book,
    body="json",
)
WATCH: Operation[JSONValue] = Operation(
    name="books.watch",
    method="GET",
    path="/books",
    decode=decode_any,
    media={"text/event-stream": "events"},
    event=book,
)
COPY: Operation[None] = Operation(
    name="books.copy",
    method="COPY",
    path="/books",
    decode=decode_nothing,
)
