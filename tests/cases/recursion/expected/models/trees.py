# Generated from Recursion 1; do not edit.
"""The models of `trees`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "Event",
    "EventDict",
    "Forest",
    "ForestItem",
    "Json",
    "JsonDict",
    "Tree",
    "TreeDict",
]


@model
class Tree(Model):
    leaf_count: int | None = member("leafCount", default=None)
    parent: Tree | None = None
    children: list[Tree] | None = None
    by_name: dict[str, Tree] | None = member("byName", default=None)
    value: Json | None = None
    """Any JSON value."""
    planted: Event | None = None


class TreeDict(TypedDict):
    """`Tree` as a dict, for arguments."""

    leaf_count: NotRequired[int]
    parent: NotRequired[Tree | TreeDict]
    children: NotRequired[Sequence[Tree | TreeDict]]
    by_name: NotRequired[Mapping[str, Tree | TreeDict]]
    value: NotRequired[Json | JsonDict]
    planted: NotRequired[Event | EventDict]


@model
class Event(Model):
    cause: Event | None = None
    tree: Tree | None = None


class EventDict(TypedDict):
    """`Event` as a dict, for arguments."""

    cause: NotRequired[Event | EventDict]
    tree: NotRequired[Tree | TreeDict]


Json: TypeAlias = "str | float | list[Json] | dict[str, Json]"
"""Any JSON value."""

JsonDict: TypeAlias = "str | float | Sequence[Json | JsonDict] | Mapping[str, Json | JsonDict]"

ForestItem: TypeAlias = "Tree | Forest"

Forest: TypeAlias = "list[ForestItem]"
"""Trees, or groups of them."""
