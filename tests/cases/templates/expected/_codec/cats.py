"""The wire side of `cats`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, decode_map, new
from .._core.operation import Operation
from ..models.cats import Cat, CatPage
from .shared import cursor

cat = adopt(Cat)


def cat_page(data: Any) -> CatPage:
    if data.__class__ is not dict:
        return cast("CatPage", data)
    self = new(CatPage)
    self.__dict__ = data
    if "items" in data:
        data["items"] = decode_list(cat, data["items"])
    if "byName" in data:
        data["byName"] = decode_map(cat, data["byName"])
    if "next" in data:
        data["next"] = cursor(data["next"])
    return self


LIST: Operation[CatPage] = Operation(
    name="cats.list",
    method="GET",
    path="/cats",
    decode=cat_page,
)
