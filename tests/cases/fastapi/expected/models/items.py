# Generated from FastAPI 0.1.0; do not edit.
"""The models of `items`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._core.model import Model, model

__all__ = [
    "HTTPValidationError",
    "Mode",
    "ValidationError",
]


@model
class HTTPValidationError(Model):
    detail: list[ValidationError] | None = None


@model
class ValidationError(Model):
    loc: list[str | int]
    msg: str
    type: str


Mode: TypeAlias = Literal["fast", "slow"]
