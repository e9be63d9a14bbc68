# Generated from Typed responses 1; do not edit.
"""The models of the client itself."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "ChatError",
    "Done",
    "Problem",
]


@model
class Done(Model):
    total: int | None = None


@model
class Problem(Model):
    detail: str | None = None


@model
class ChatError(Model):
    trace: str | None = None
