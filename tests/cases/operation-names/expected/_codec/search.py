# Generated from Operation names 1; do not edit.
"""Decoders and operations of `search`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="search.get",
    method="GET",
    path="/search?kind=new",
    decode=decode_nothing,
)
GET_KIND_OLD: Operation[None] = Operation(
    name="search.get_kind_old",
    method="GET",
    path="/search?kind=old",
    decode=decode_nothing,
)
SEARCH_SORTED: Operation[None] = Operation(
    name="search.search_sorted",
    method="GET",
    path="/search?kind={kind}&sort=up",
    decode=decode_nothing,
)
SEARCH_ALL: Operation[None] = Operation(
    name="search.search_all",
    method="GET",
    path="/search",
    decode=decode_nothing,
)
SEARCH_HERE: Operation[None] = Operation(
    name="search.search_here",
    method="GET",
    path="/no-slash",
    decode=decode_nothing,
)
