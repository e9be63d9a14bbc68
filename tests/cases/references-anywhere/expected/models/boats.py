# Generated from References Anywhere API 1; do not edit.
"""The models of `boats`."""

from __future__ import annotations

from typing import Literal

from .._core.model import Model, model

__all__ = [
    "Boat",
]


@model
class Boat(Model):
    name: str | None = None
    kind: Literal["sail", "motor"] | None = None
