# Generated from Typed responses 1; do not edit.
"""The models of `shapes`."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, model

__all__ = [
    "Circle",
    "CircleDict",
    "Shape",
    "ShapeDict",
    "Square",
    "SquareDict",
    "UnknownShape",
]


@model
class UnknownShape(Model):
    """A variant of `Shape` that this client does not know."""

    kind: str


@model
class Circle(Model):
    kind: str = "circle"
    size: int | None = None


class CircleDict(TypedDict):
    """`Circle` as a dict, for arguments."""

    kind: str
    size: NotRequired[int]


@model
class Square(Model):
    kind: Literal["square"] | None = "square"
    """Default: "square"."""
    side: int | None = None


class SquareDict(TypedDict):
    """`Square` as a dict, for arguments."""

    kind: NotRequired[Literal["square"]]
    side: NotRequired[int]


Shape: TypeAlias = "Circle | Square | UnknownShape"

ShapeDict: TypeAlias = "CircleDict | SquareDict"
