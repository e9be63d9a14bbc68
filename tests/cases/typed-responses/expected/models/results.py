# Generated from Typed responses 1; do not edit.
"""The models of `results`."""

from __future__ import annotations

from typing import Any

from .._core.model import Model, model

__all__ = [
    "ResultsExportEvent",
]


@model
class ResultsExportEvent(Model):
    id: str | None = None
    errors: list[Any] | None = None
