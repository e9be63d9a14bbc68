"""The wire side of `search`: decoders and operations."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

FIND_BOOKS: Operation[None] = Operation(
    name="search.find_books",
    method="HEAD",
    path="/search",
    decode=decode_nothing,
    styles={"query": {"path": "bare"}},
)
DELETE_BOOKS: Operation[None] = Operation(
    name="search.delete_books",
    method="DELETE",
    path="/search",
    decode=decode_nothing,
)
