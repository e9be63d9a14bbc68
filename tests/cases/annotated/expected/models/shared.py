# Generated from Annotated 1; do not edit.
"""The models of several resources."""

from __future__ import annotations

from .._core.model import Model, member, model

__all__ = [
    "FlowerPot",
    "Plant",
]


@model
class Plant(Model):
    title: str | None = member("plantName", default=None)
    species: int | None = member("kind", default=None)
    pot: FlowerPot | None = None


@model
class FlowerPot(Model):
    width: int | None = None
