# Generated from Words 1; do not edit.
"""The models of the client itself."""

from __future__ import annotations

import builtins

from .._core.model import Model, model

__all__ = [
    "Client",
    "EmbedResponse",
]


@model
class EmbedResponse(Model):
    vectors: list[float] | None = None


@model
class Client(Model):
    id: str | None = None
    list: builtins.list[str] | None = None
