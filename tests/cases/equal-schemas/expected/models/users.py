# Generated from Equal 1; do not edit.
"""The models of `users`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "User",
]


@model
class User(Model):
    name: str | None = None
