# Generated from Defaults 1; do not edit.
"""The models of `trees`."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, model

__all__ = [
    "Order",
    "Tree",
    "TreeDict",
]


@model
class Tree(Model):
    name: str
    height: float | None = None
    """At least 0. Default: 1.5."""
    age: int | None = None


class TreeDict(TypedDict):
    """`Tree` as a dict, for arguments."""

    name: str
    height: NotRequired[float]


Order: TypeAlias = Literal["asc", "desc"]
