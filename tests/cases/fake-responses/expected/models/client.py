# Generated from Fake 1.0.0; do not edit.
"""The models of `api`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "APIBoundedResponse",
    "APIContradictionResponse",
    "APIEitherResponse",
    "APINullableModelResponse",
    "APINullableTextResponse",
    "AQ",
    "P",
    "Tree",
]


@model
class APINullableTextResponse(Model):
    nick: str | None


@model
class APINullableModelResponse(Model):
    p: P | None


@model
class P(Model):
    a: int


@model
class AQ(Model):
    b: int


@model
class APIBoundedResponse(Model):
    name: str
    size: int
    """At least 3, a multiple of 5."""
    moment: datetime = member(converter=DATE_TIME)


@model
class Tree(Model):
    v: int
    next: Tree | None = None


@model
class APIContradictionResponse(Model):
    events: list[str]


APIEitherResponse: TypeAlias = "P | AQ"
