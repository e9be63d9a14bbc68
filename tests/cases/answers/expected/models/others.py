"""The models of schemas that no operation uses."""

from __future__ import annotations

from .._core.model import Model, model

__all__ = [
    "Problem",
]


@model
class Problem(Model):
    """Problem as the API gives it."""

    title: str | None = None
