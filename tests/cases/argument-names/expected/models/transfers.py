# Generated from Argument names 1.0.0; do not edit.
"""The models of `transfers`."""

from __future__ import annotations

from .._core.model import Model, member, model

__all__ = [
    "TransfersCreateResponse",
]


@model
class TransfersCreateResponse(Model):
    value: str = member("")
    cast: str | None = None
