"""The wire side of `trees`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_nothing, new
from .._core.operation import Operation
from ..models.trees import Tree


def tree(data: Any) -> Tree:
    if data.__class__ is not dict:
        return cast("Tree", data)
    self = new(Tree)
    self.__dict__ = data
    return self


LIST: Operation[Tree] = Operation(
    name="trees.list",
    method="GET",
    path="/trees",
    decode=tree,
)
PLANT: Operation[None] = Operation(
    name="trees.plant",
    method="POST",
    path="/trees",
    decode=decode_nothing,
    body="json",
)
