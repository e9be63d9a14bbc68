# Generated from Annotated 1; do not edit.
"""The models of `machines`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "MachinesStateResponse",
]


@model
class MachinesStateResponse(Model):
    running: int | None = None
