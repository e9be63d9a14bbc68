# Generated from Search 1.0.0; do not edit.
"""Decoders and operations of `hits`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.hits import HitsSearchFilter, HitsSearchPaging

if TYPE_CHECKING:
    from collections.abc import Callable

hits_search_paging: Callable[[Any], HitsSearchPaging] = adopt(HitsSearchPaging)
hits_search_filter: Callable[[Any], HitsSearchFilter] = adopt(HitsSearchFilter)


SEARCH: Operation[None] = Operation(
    name="hits.search",
    method="GET",
    path="/hits",
    decode=decode_nothing,
    styles={"query": {"filter": "deep"}},
)
UPLOAD: Operation[None] = Operation(
    name="hits.upload",
    method="POST",
    path="/hits",
    decode=decode_nothing,
    body="multipart",
    optional=True,
    encoding={"digest": "base64"},
)
