# Generated from Nulls 1; do not edit.
"""The models of `nulls`."""

from __future__ import annotations

import builtins
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, model

__all__ = [
    "Level",
    "Nulls",
    "NullsUnion",
    "NullsUnionDict",
    "Part",
    "PartDict",
]


@model
class Part(Model):
    id: str | None = None


class PartDict(TypedDict):
    """`Part` as a dict, for arguments."""

    id: NotRequired[str]


@model
class Nulls(Model):
    required: str | None
    optional: str | None = None
    part: Part | None = None
    maybe: Part | None = None
    level: Level | None
    list: builtins.list[str | None] | None = None
    union: NullsUnion | None = None
    any: Any = None


Level: TypeAlias = Literal["low", "high"]

NullsUnion: TypeAlias = "Part | str"

NullsUnionDict: TypeAlias = "PartDict | str"
