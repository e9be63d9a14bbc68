# Generated from Parameters 1; do not edit.
"""The models of `styles`."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .._core.model import Model, model

__all__ = [
    "Point",
    "PointDict",
]


@model
class Point(Model):
    x: int | None = None
    y: int | None = None


class PointDict(TypedDict):
    """`Point` as a dict, for arguments."""

    x: NotRequired[int]
    y: NotRequired[int]
