# Generated from Enumerations 1; do not edit.
"""The models of `reactions`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._core.model import Model, member, model

__all__ = [
    "Content",
    "Reaction",
]


@model
class Reaction(Model):
    content: Content
    """How one feels about it."""
    kind: Literal["reaction"] = "reaction"
    mixed: Literal["auto", 1, True] | None = None
    ratio: Literal["auto"] | float | None = None
    flag: bool | None = None
    tags: list[Literal["red", "blue"]] | None = None
    nothing: None = None
    plus_1: int | None = member("+1", default=None)
    minus_1: int | None = member("-1", default=None)
    a_b_2: str | None = member("a-b", default=None)
    a_b: str | None = None


Content: TypeAlias = Literal["+1", "-1", "a-b", "a_b", "", "None", "true"]
"""How one feels about it."""
