# Generated from Overloads 1; do not edit.
"""The models of several resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .._core.model import Model, model

if TYPE_CHECKING:
    from .._core.json_value import JSONValue

__all__ = [
    "Label",
    "LabelMore",
    "Text",
]


@model
class Text(Model):
    text: str


@model
class Label(Model):
    label: str
    more: LabelMore | None = None


LabelMore: TypeAlias = "Text | JSONValue"
