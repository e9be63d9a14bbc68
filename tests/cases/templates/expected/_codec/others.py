"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_list, decode_map, new
from ..models.others import OldCatPage, Older, Tree
from .cats import cat
from .shared import cursor


def old_cat_page(data: Any) -> OldCatPage:
    if data.__class__ is not dict:
        return cast("OldCatPage", data)
    self = new(OldCatPage)
    self.__dict__ = data
    if "items" in data:
        data["items"] = decode_list(cat, data["items"])
    if "byName" in data:
        data["byName"] = decode_map(cat, data["byName"])
    if "next" in data:
        data["next"] = cursor(data["next"])
    return self


def tree(data: Any) -> Tree:
    if data.__class__ is not dict:
        return cast("Tree", data)
    self = new(Tree)
    self.__dict__ = data
    if "children" in data:
        data["children"] = decode_list(tree, data["children"])
    return self


def older(data: Any) -> Older:
    if data.__class__ is not dict:
        return cast("Older", data)
    self = new(Older)
    self.__dict__ = data
    if "below" in data:
        data["below"] = older(data["below"])
    return self
