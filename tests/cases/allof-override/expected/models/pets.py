# Generated from Envelopes 1; do not edit.
"""The models of `pets`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "Named",
    "Pet",
    "PetsGetResponse",
    "PetsGetResponseMeta",
]


@model
class PetsGetResponse(Model):
    success: bool
    result: Pet | None = None
    meta: PetsGetResponseMeta | None = None
    """About the answer."""


@model
class Pet(Model):
    """A pet."""

    name: str
    """What it listens to."""
    age: int
    """At least 0."""
    owner: Named | None = None
    """Who feeds it."""


@model
class Named(Model):
    name: str
    """What it is called."""


@model
class PetsGetResponseMeta(Model):
    """About the answer."""

    took: float | None = None
    total: int | None = None
