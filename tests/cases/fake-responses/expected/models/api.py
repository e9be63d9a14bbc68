# Generated from Fake 1.0.0; do not edit.
"""The models of `api`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._core.model import DATE_TIME, Model, member, model

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "APIBoundedResponse",
    "APIEitherResponse",
    "APINullableModelResponse",
    "APINullableTextResponse",
    "AQ",
    "P",
    "Tree",
]


@model
class APINullableTextResponse(Model):
    """APINullableTextResponse as the API gives it."""

    nick: str | None


@model
class APINullableModelResponse(Model):
    """APINullableModelResponse as the API gives it."""

    p: P | None


@model
class P(Model):
    """P as the API gives it."""

    a: int


@model
class AQ(Model):
    """AQ as the API gives it."""

    b: int


@model
class APIBoundedResponse(Model):
    """APIBoundedResponse as the API gives it."""

    name: str
    size: int
    """At least 3, a multiple of 5."""
    moment: datetime = member(converter=DATE_TIME)


@model
class Tree(Model):
    """Tree as the API gives it."""

    v: int
    next: Tree | None = None


APIEitherResponse: TypeAlias = "P | AQ"
