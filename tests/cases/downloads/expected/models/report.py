# Generated from Archive 1.0.0; do not edit.
"""The models of `report`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "ReportGetResponse",
]


@model
class ReportGetResponse(Model):
    rows: int | None = None
