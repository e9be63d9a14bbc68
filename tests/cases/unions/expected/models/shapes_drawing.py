# Generated from Unions 1; do not edit.
"""The models of `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .shapes import Account, Circle, CircleDict, Event, Pet, Shape, Untold, Version, VersionDict
    from .shapes_signs import Signs

__all__ = [
    "Drawing",
    "DrawingFill",
    "DrawingFillDict",
    "DrawingOneOrMany",
    "DrawingOneOrManyDict",
    "DrawingSeveral",
    "DrawingSeveralDict",
    "DrawingSeveralObject",
    "DrawingSeveralObjectDict",
]


@model
class DrawingSeveralObject(Model):
    nick: str | None = None


class DrawingSeveralObjectDict(TypedDict):
    """`DrawingSeveralObject` as a dict, for arguments."""

    nick: NotRequired[str]


@model
class Drawing(Model):
    shape: Shape | None = None
    """A shape."""
    pet: Pet | None = None
    event: Event | None = None
    untold: Untold | None = None
    id: str | int | None = None
    one_or_many: DrawingOneOrMany | None = None
    maybe: Circle | None = None
    several: DrawingSeveral | None = None
    account: Account | None = None
    signs: Signs | None = None
    fill: DrawingFill | None = None


DrawingOneOrMany: TypeAlias = "Circle | list[Circle]"

DrawingOneOrManyDict: TypeAlias = "CircleDict | Sequence[Circle | CircleDict]"

DrawingSeveral: TypeAlias = "str | DrawingSeveralObject"

DrawingSeveralDict: TypeAlias = "str | DrawingSeveralObjectDict"

DrawingFill: TypeAlias = 'Literal["none", "auto"] | Version'

DrawingFillDict: TypeAlias = 'Literal["none", "auto"] | VersionDict'
