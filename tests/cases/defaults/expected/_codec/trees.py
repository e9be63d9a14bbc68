# Generated from Defaults 1; do not edit.
"""Decoders and operations of `trees`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Callable

tree: Callable[[Any], Tree] = adopt(Tree)


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
