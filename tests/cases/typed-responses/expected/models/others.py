# Generated from Typed responses 1; do not edit.
"""The models of schemas that no operation uses."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "Base",
]


@model
class Base(Model):
    kind: str
    size: int | None = None
