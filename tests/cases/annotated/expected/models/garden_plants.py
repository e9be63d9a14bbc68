"""The models of `garden`, `garden.plants`."""

from __future__ import annotations

from .._core.model import Model, member, model

__all__ = [
    "Plant",
]


@model
class Plant(Model):
    """Plant as the API gives it."""

    plant_name: str | None = member("plantName", default=None)
