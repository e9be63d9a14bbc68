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
    "HitsNameByID",
    "HitsNameByIDDict",
    "HitsNameByTags",
    "HitsNameByTagsDict",
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
class HitsNameByID(Model):
    id: int


class HitsNameByIDDict(TypedDict):
    """`HitsNameByID` as a dict, for arguments."""

    id: int


@model
class HitsNameByTags(Model):
    tags: list[str]


class HitsNameByTagsDict(TypedDict):
    """`HitsNameByTags` as a dict, for arguments."""

    tags: Sequence[str]


HitsNameBy: TypeAlias = "HitsNameByID | HitsNameByTags"

HitsNameByDict: TypeAlias = "HitsNameByIDDict | HitsNameByTagsDict"
