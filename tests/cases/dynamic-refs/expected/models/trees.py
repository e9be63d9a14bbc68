# Generated from Templates 1; do not edit.
"""The models of `trees`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "FruitTree",
]


@model
class FruitTree(Model):
    children: list[FruitTree] | None = None
    fruit: int | None = None
