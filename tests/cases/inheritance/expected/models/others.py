# Generated from Families 1; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.model import Model, model

if TYPE_CHECKING:
    from .animals import AnyAnimal, AnyPlant, Dog

__all__ = [
    "Cage",
]


@model
class Cage(Model):
    animal: AnyAnimal | None = None
    dog: Dog | None = None
    plant: AnyPlant | None = None
