# Generated from Search 1.0.0; do not edit.
"""The models of `hits`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._core.model import Model, model

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "HitsSearchFilter",
    "HitsSearchFilterDict",
    "HitsSearchPaging",
    "HitsSearchPagingDict",
]


@model
class HitsSearchPaging(Model):
    number: int | None = None
    order: list[str] | None = None


class HitsSearchPagingDict(TypedDict):
    """`HitsSearchPaging` as a dict, for arguments."""

    number: NotRequired[int]
    order: NotRequired[Sequence[str]]


@model
class HitsSearchFilter(Model):
    tags: list[str] | None = None


class HitsSearchFilterDict(TypedDict):
    """`HitsSearchFilter` as a dict, for arguments."""

    tags: NotRequired[Sequence[str]]
