# Generated from Fake 1.0.0; do not edit.
"""The models of the client itself."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Literal, TypeAlias

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "AQ",
    "BoundedResponse",
    "Cat",
    "ContradictionResponse",
    "Dog",
    "EitherResponse",
    "MomentOrNowResponse",
    "NullableModelResponse",
    "NullableTextResponse",
    "P",
    "TaggedResponse",
    "Tree",
    "UnknownTaggedResponse",
]


@model
class NullableTextResponse(Model):
    nick: str | None


@model
class NullableModelResponse(Model):
    p: P | None


@model
class P(Model):
    a: int


@model
class AQ(Model):
    b: int


@model
class BoundedResponse(Model):
    name: str
    size: int
    """At least 3, a multiple of 5."""
    moment: datetime = member(converter=DATE_TIME)


@model
class Tree(Model):
    v: int
    next: Tree | None = None


@model
class ContradictionResponse(Model):
    events: list[str]


@model
class UnknownTaggedResponse(Model):
    """A variant of `TaggedResponse` that this client does not know."""

    kind: str


@model
class Cat(Model):
    kind: Literal["cat"] = "cat"


@model
class Dog(Model):
    kind: Literal["dog"] = "dog"


@model
class MomentOrNowResponse(Model):
    at: Literal["now"] = "now"
    list: builtins.list[str]


EitherResponse: TypeAlias = "P | AQ"

TaggedResponse: TypeAlias = "Cat | Dog | UnknownTaggedResponse"
