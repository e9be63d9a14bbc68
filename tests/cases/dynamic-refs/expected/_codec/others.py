# Generated from Templates 1; do not edit.
"""Decoders and operations of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, decode_map
from ..models.others import OldCatPage, Older, Tree
from .cats import cat
from .shared import cursor

if TYPE_CHECKING:
    from collections.abc import Callable

old_cat_page: Callable[[Any], OldCatPage] = adopt(
    OldCatPage,
    {
        "items": lambda data: decode_list(cat, data),
        "byName": lambda data: decode_map(cat, data),
        "next": lambda data: cursor(data),
    },
)
tree: Callable[[Any], Tree] = adopt(
    Tree,
    {
        "children": lambda data: decode_list(tree, data),
    },
)
older: Callable[[Any], Older] = adopt(
    Older,
    {
        "below": lambda data: older(data),
    },
)
