# Generated from FastAPI 0.1.0; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "BodyLoginTokenPost",
    "BodyUploadUploadPost",
    "ItemInput",
]


@model
class ItemInput(Model):
    name: str
    price: float | str | None = None
    tags: list[str] | None = None
    """Default: []."""


@model
class BodyUploadUploadPost(Model):
    files: list[str]
    note: str | None = None
    one: str | None = None


@model
class BodyLoginTokenPost(Model):
    grant_type: str | None = None
    username: str
    password: str
    scope: str | None = None
    """Default: ""."""
    client_secret: str | None = None
