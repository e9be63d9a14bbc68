# Generated from Templates 1; do not edit.
"""The models of several resources."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "Cursor",
]


@model
class Cursor(Model):
    at: str | None = None
