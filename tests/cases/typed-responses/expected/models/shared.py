# Generated from Typed responses 1; do not edit.
"""The models of several resources."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "Delta",
]


@model
class Delta(Model):
    text: str | None = None
