# Generated from Toys API 1; do not edit.
"""The models of `toys`."""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict

from .._core.model import Model, model

__all__ = [
    "AnyToy",
    "Ball",
    "Person",
    "PersonDict",
    "Problem",
    "Toy",
]


@model
class Toy(Model):
    kind: str
    name: str | None
    price: float | None = None
    """More than 0."""
    owner: Person | None = None


@model
class Person(Model):
    name: str | None = None


class PersonDict(TypedDict):
    """`Person` as a dict, for arguments."""

    name: NotRequired[str]


@model
class Ball(Model):
    kind: str = "Ball"
    name: str | None
    price: float | None = None
    """More than 0."""
    owner: Person | None = None
    radius: float | None = None


@model
class Problem(Model):
    message: str | None = None


AnyToy: TypeAlias = "Ball | Toy"
