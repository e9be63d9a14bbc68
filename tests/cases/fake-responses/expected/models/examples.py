# Generated from Fake 1.0.0; do not edit.
"""The models of `examples`."""

from __future__ import annotations

from typing import Literal

from .._core.model import Model, model

__all__ = [
    "ExamplesListResponse",
]


@model
class ExamplesListResponse(Model):
    kind: Literal["first"] = "first"
