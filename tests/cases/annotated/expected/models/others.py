# Generated from Annotated 1; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "Thing",
]


@model
class Thing(Model):
    a: str | None = None
