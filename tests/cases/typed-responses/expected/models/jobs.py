# Generated from Typed responses 1; do not edit.
"""The models of `jobs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._core.model import Model, model

if TYPE_CHECKING:
    from .shared import Delta

__all__ = [
    "Failed",
    "FailedError",
    "JobsWatchEvent",
]


@model
class Failed(Model):
    error: FailedError


@model
class FailedError(Model):
    message: str | None = None


JobsWatchEvent: TypeAlias = "Delta | Failed"
