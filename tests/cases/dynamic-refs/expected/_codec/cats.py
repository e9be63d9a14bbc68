# Generated from Templates 1; do not edit.
"""Decoders and operations of `cats`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, decode_map
from .._core.operation import Operation
from ..models.cats import Cat, CatPage
from .shared import cursor

if TYPE_CHECKING:
    from collections.abc import Callable

cat_page: Callable[[Any], CatPage] = adopt(
    CatPage,
    {
        "items": lambda data: decode_list(cat, data),
        "byName": lambda data: decode_map(cat, data),
        "next": lambda data: cursor(data),
    },
)
cat: Callable[[Any], Cat] = adopt(Cat)


LIST: Operation[CatPage] = Operation(
    name="cats.list",
    method="GET",
    path="/cats",
    decode=cat_page,
)
