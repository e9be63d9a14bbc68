"""The wire side of `trees`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import decode_list, decode_map, new
from .._core.operation import Operation
from ..models.trees import Event, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._core.operation import Keys
    from ..models.trees import Forest, ForestItem


def tree(data: Any) -> Tree:
    if data.__class__ is not dict:
        return cast("Tree", data)
    self = new(Tree)
    self.__dict__ = data
    if "parent" in data:
        data["parent"] = tree(data["parent"])
    if "children" in data:
        data["children"] = decode_list(tree, data["children"])
    if "byName" in data:
        data["byName"] = decode_map(tree, data["byName"])
    if "planted" in data:
        data["planted"] = event(data["planted"])
    return self


def event(data: Any) -> Event:
    if data.__class__ is not dict:
        return cast("Event", data)
    self = new(Event)
    self.__dict__ = data
    if "cause" in data:
        data["cause"] = event(data["cause"])
    if "tree" in data:
        data["tree"] = tree(data["tree"])
    return self


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
