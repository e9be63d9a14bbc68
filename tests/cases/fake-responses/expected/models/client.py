# Generated from Fake 1.0.0; do not edit.
"""The models of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "AQ",
    "BoundedResponse",
    "ContradictionResponse",
    "EitherResponse",
    "NullableModelResponse",
    "NullableTextResponse",
    "P",
    "Tree",
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


EitherResponse: TypeAlias = "P | AQ"
