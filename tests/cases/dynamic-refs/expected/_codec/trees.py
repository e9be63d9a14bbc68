# Generated from Templates 1; do not edit.
"""Decoders and operations of `trees`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list
from .._core.operation import Operation
from ..models.trees import FruitTree

if TYPE_CHECKING:
    from collections.abc import Callable

fruit_tree: Callable[[Any], FruitTree] = adopt(
    FruitTree,
    {
        "children": lambda data: decode_list(fruit_tree, data),
    },
)


GET: Operation[FruitTree] = Operation(
    name="trees.get",
    method="GET",
    path="/trees",
    decode=fruit_tree,
)
