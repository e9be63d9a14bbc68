# Generated from Notebook 1; do not edit.
"""The models of `notes`."""

from __future__ import annotations

import builtins

from .._core.model import Model, member, model

__all__ = [
    "Annotations",
    "Cast",
    "NotesListResponse",
    "Page",
]


@model
class NotesListResponse(Model):
    annotations: Annotations | None = None
    cast: Cast | None = None
    page: Page | None = None


@model(decoder="annotations_")
class Annotations(Model):
    title: str | None = None
    annotations: Annotations | None = None


@model(decoder="cast_")
class Cast(Model):
    property_: str | None = member("property", default=None)

    @property
    def extra(self) -> dict[str, Annotations]:
        """Members that have no attribute of their own."""
        return super().extra


@model
class Page(Model):
    builtins_: str | None = member("builtins", default=None)
    list: builtins.list[str] | None = None
