# Generated from Search 1.0.0; do not edit.
"""Decoders and operations of `hits`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.hits import HitsListFilter, HitsListPaging, HitsNameByID, HitsNameByTags

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.hits import HitsNameBy

hits_list_paging: Callable[[Any], HitsListPaging] = adopt(HitsListPaging)
hits_list_filter: Callable[[Any], HitsListFilter] = adopt(HitsListFilter)
hits_name_by_id: Callable[[Any], HitsNameByID] = adopt(HitsNameByID)
hits_name_by_tags: Callable[[Any], HitsNameByTags] = adopt(HitsNameByTags)


def hits_name_by(data: Any) -> HitsNameBy:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "id" in data:
            return hits_name_by_id(data)
        if "tags" in data:
            return hits_name_by_tags(data)
    return cast("HitsNameBy", data)


LIST: Operation[None] = Operation(
    name="hits.list",
    method="GET",
    path="/hits",
    decode=decode_nothing,
    styles={"query": {"filter": "deep"}},
)
NAME: Operation[None] = Operation(
    name="hits.name",
    method="PUT",
    path="/hits",
    decode=decode_nothing,
    body="json",
)
UPLOAD: Operation[None] = Operation(
    name="hits.upload",
    method="POST",
    path="/hits",
    decode=decode_nothing,
    body="multipart",
    optional=True,
    encoding={"picture": "file", "digest": "base64"},
)
