# Generated from Server path 1; do not edit.
"""The models of `books`."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "BooksListResponse",
]


@model
class BooksListResponse(Model):
    title: str | None = None
