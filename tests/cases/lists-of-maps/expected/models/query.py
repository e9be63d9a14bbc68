# Generated from Lists of maps 1; do not edit.
"""The models of `query`."""

from __future__ import annotations

from typing import TypeAlias

from .._core.model import Model, model

__all__ = [
    "Named",
    "NamedObject",
    "Params",
]


@model
class NamedObject(Model):
    type: str


Params: TypeAlias = (
    "list[float | str | list[float | str | None] | None] | list[dict[str, Named | None]]"
)

Named: TypeAlias = "float | str | NamedObject"
