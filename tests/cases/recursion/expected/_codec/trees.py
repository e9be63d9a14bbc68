# Generated from Recursion 1; do not edit.
"""Decoders and operations of `trees`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list, decode_map
from .._core.operation import Operation
from ..models.trees import Event, Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._core.operation import Keys
    from ..models.trees import Forest, ForestItem

tree: Callable[[Any], Tree] = adopt(
    Tree,
    {
        "parent": lambda data: tree(data),
        "children": lambda data: decode_list(tree, data),
        "byName": lambda data: decode_map(tree, data),
        "planted": lambda data: event(data),
    },
)
event: Callable[[Any], Event] = adopt(
    Event,
    {
        "cause": lambda data: event(data),
        "tree": lambda data: tree(data),
    },
)


def forest_item(data: Any) -> ForestItem:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return tree(data)
    if data.__class__ is list:
        return decode_list(forest_item, data)
    return cast("ForestItem", data)


def forest(data: Any) -> Forest:
    return decode_list(forest_item, data)


_KEYS: Mapping[str, Keys] = {
    "tree": {
        "leaf_count": ("leafCount", {}),
        "parent": ("parent", "trees:tree"),
        "children": ("children", "trees:tree"),
        "by_name": ("byName", {"*": ("*", "trees:tree")}),
        "planted": ("planted", "trees:event"),
    },
    "event": {"cause": ("cause", "trees:event"), "tree": ("tree", "trees:tree")},
}
REPLACE: Operation[Tree] = Operation(
    name="trees.replace",
    method="PUT",
    path="/trees",
    decode=tree,
    keys={
        "parent": "trees:tree",
        "children": "trees:tree",
        "byName": {"*": ("*", "trees:tree")},
        "planted": "trees:event",
    },
    body="json",
)
GET_FOREST: Operation[Forest] = Operation(
    name="trees.get_forest",
    method="GET",
    path="/forest",
    decode=forest,
)
