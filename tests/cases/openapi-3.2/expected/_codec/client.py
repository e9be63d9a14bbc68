# Generated from OpenAPI 3.2 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEARCH: Operation[None] = Operation(
    name="search",
    method="GET",
    path="/search",
    decode=decode_nothing,
    styles={"cookie": {"session": "form~"}, "query": {"selector": "bare"}},
    renames={"query": {"selector": {"book_title": ("bookTitle", {})}}},
)
FIND_BOOKS: Operation[None] = Operation(
    name="find_books",
    method="HEAD",
    path="/search",
    decode=decode_nothing,
    styles={"query": {"path": "bare"}},
)
DELETE_BOOKS: Operation[None] = Operation(
    name="delete_books",
    method="DELETE",
    path="/search",
    decode=decode_nothing,
)
