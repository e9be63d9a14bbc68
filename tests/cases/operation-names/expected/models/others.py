# Generated from Operation names 1; do not edit.
"""The models of schemas that no operation uses."""

from __future__ import annotations

from .._core.model import Model, member, model

__all__ = [
    "PetAddedWebhook",
    "StoppedCallback",
]


@model
class PetAddedWebhook(Model):
    pet_id: str | None = member("petId", default=None)


@model
class StoppedCallback(Model):
    stopped_at: str | None = member("stoppedAt", default=None)
