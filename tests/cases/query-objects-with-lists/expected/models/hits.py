# Generated from Search 1.0.0; do not edit.
"""The models of `hits`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, model

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "HitsListFilter",
    "HitsListFilterDict",
    "HitsListPaging",
    "HitsListPagingDict",
    "HitsNameBy",
    "HitsNameByDict",
    "HitsNameByOption1",
    "HitsNameByOption1Dict",
    "HitsNameByOption2",
    "HitsNameByOption2Dict",
]


@model
class HitsListPaging(Model):
    number: int | None = None
    order: list[str] | None = None


class HitsListPagingDict(TypedDict):
    """`HitsListPaging` as a dict, for arguments."""

    number: NotRequired[int]
    order: NotRequired[Sequence[str]]


@model
class HitsListFilter(Model):
    tags: list[str] | None = None


class HitsListFilterDict(TypedDict):
    """`HitsListFilter` as a dict, for arguments."""

    tags: NotRequired[Sequence[str]]


@model
class HitsNameByOption1(Model):
    id: int


class HitsNameByOption1Dict(TypedDict):
    """`HitsNameByOption1` as a dict, for arguments."""

    id: int


@model
class HitsNameByOption2(Model):
    tags: list[str]


class HitsNameByOption2Dict(TypedDict):
    """`HitsNameByOption2` as a dict, for arguments."""

    tags: Sequence[str]


HitsNameBy: TypeAlias = "HitsNameByOption1 | HitsNameByOption2"

HitsNameByDict: TypeAlias = "HitsNameByOption1Dict | HitsNameByOption2Dict"
