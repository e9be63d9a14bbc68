# Generated from Parameters 1; do not edit.
"""Decoders and operations of `contents`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.contents import Filter

if TYPE_CHECKING:
    from collections.abc import Callable

filter_: Callable[[Any], Filter] = adopt(Filter)


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
