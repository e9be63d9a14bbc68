# Generated from Parameters 1; do not edit.
"""The models of `contents`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Filter",
    "FilterDict",
]


@model(decoder="filter_")
class Filter(Model):
    pet_name: str | None = member("petName", default=None)
    ages: list[int] | None = None


class FilterDict(TypedDict):
    """`Filter` as a dict, for arguments."""

    pet_name: NotRequired[str]
    ages: NotRequired[Sequence[int]]
