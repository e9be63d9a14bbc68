# Generated from Lists of maps 1; do not edit.
"""The models of `query`."""

from __future__ import annotations

from typing import TypeAlias

from .._core.model import Model, model

__all__ = [
    "Named",
    "NamedOption2",
    "Params",
]


@model
class NamedOption2(Model):
    type: str


Params: TypeAlias = (
    "list[float | str | list[float | str | None] | None] | list[dict[str, Named | None]]"
)

Named: TypeAlias = "float | str | NamedOption2"
