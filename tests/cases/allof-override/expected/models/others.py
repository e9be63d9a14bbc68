# Generated from Envelopes 1; do not edit.
"""The models of schemas that no method takes or returns."""

from __future__ import annotations

from typing import Any

from .._core.model import Model, model

__all__ = [
    "Aged",
    "Envelope",
    "EnvelopeMeta",
    "Nothing",
    "Shelf",
    "Something",
]


@model
class Envelope(Model):
    success: bool
    result: Any = None
    """What was asked for."""
    meta: EnvelopeMeta | None = None
    """About the answer."""


@model
class EnvelopeMeta(Model):
    """About the answer."""

    took: float | None = None


@model
class Aged(Model):
    age: int | None = None
    """At least 0."""


@model
class Nothing(Model):
    id: str | None = None


@model
class Something(Model):
    """Refines what may be null and is not null itself."""

    id: str | None = None
    more: str | None = None


@model
class Shelf(Model):
    holds: Something | None = None
    """Refines what may be null and is not null itself."""
    held: list[Something] | None = None
