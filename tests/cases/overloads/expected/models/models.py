# Generated from Overloads 1; do not edit.
"""The models of `models`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .._core.model import Model, model

if TYPE_CHECKING:
    from .._core.json_value import JSONValue
    from .shared import Label, Text

__all__ = [
    "JSONValueModel",
    "Result",
]


@model
class JSONValueModel(Model):
    value: Any
    """The name of the class is that of a type of the client."""


Result: TypeAlias = "Text | list[Label] | JSONValueModel | JSONValue"
