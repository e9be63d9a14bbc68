"""The wire side of `contents`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_nothing, new
from .._core.operation import Operation
from ..models.contents import Filter


def filter_(data: Any) -> Filter:
    if data.__class__ is not dict:
        return cast("Filter", data)
    self = new(Filter)
    self.__dict__ = data
    return self


GET: Operation[None] = Operation(
    name="contents.get",
    method="GET",
    path="/contents/{filter}",
    decode=decode_nothing,
    styles={
        "path": {"filter": "json"},
        "query": {"filter": "deep"},
        "header": {"filter": "json"},
        "cookie": {"filter": "comma"},
    },
    renames={
        "path": {"filter": {"pet_name": ("petName", {})}},
        "query": {"filter": {"pet_name": ("petName", {})}},
        "header": {"filter": {"pet_name": ("petName", {})}},
    },
)
