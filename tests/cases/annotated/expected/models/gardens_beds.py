# Generated from Annotated 1; do not edit.
"""The models of `gardens`, `gardens.beds`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._core.model import Model, model

__all__ = [
    "Bed",
    "Size",
]


@model
class Bed(Model):
    size: Size | None = None


Size: TypeAlias = Literal[0, 1, 2]
"""Values:
- `0`: SMALL
- `1`: MEDIUM
- `2`: LARGE: More than a square metre.
"""
