# Generated from Fake 1.0.0; do not edit.
"""The models of `unknown_types`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "UnknownTypesListResponse",
]


@model
class UnknownTypesListResponse(Model):
    file: str | None = None
    day: str | None = None
    count: int | None = None
