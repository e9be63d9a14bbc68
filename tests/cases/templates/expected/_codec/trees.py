"""The wire side of `trees`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_list, new
from .._core.operation import Operation
from ..models.trees import FruitTree


def fruit_tree(data: Any) -> FruitTree:
    if data.__class__ is not dict:
        return cast("FruitTree", data)
    self = new(FruitTree)
    self.__dict__ = data
    if "children" in data:
        data["children"] = decode_list(fruit_tree, data["children"])
    return self


LIST: Operation[FruitTree] = Operation(
    name="trees.list",
    method="GET",
    path="/trees",
    decode=fruit_tree,
)
