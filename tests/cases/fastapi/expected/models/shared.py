# Generated from FastAPI 0.1.0; do not edit.
"""The models of several resources."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "ItemOutput",
]


@model
class ItemOutput(Model):
    name: str
    price: str | None = None
