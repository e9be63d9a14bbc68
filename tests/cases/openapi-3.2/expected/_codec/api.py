"""The wire side of `api`: decoders and operations."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEARCH_BOOKS: Operation[None] = Operation(
    name="api.search_books",
    method="GET",
    path="/search",
    decode=decode_nothing,
    styles={"cookie": {"session": "form~"}, "query": {"selector": "bare"}},
    renames={"query": {"selector": {"book_title": ("bookTitle", {})}}},
)
