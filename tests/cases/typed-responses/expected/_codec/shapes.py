# Generated from Typed responses 1; do not edit.
"""Decoders and operations of `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.shapes import Circle, Square, UnknownShape

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shapes import Shape

unknown_shape: Callable[[Any], UnknownShape] = adopt(UnknownShape)
circle: Callable[[Any], Circle] = adopt(Circle)
square: Callable[[Any], Square] = adopt(Square)


def shape(data: Any) -> Shape:
    if data.__class__ is not dict:
        return cast("Shape", data)
    value = data.get("kind")
    decode = _SHAPES.get(value, unknown_shape) if value.__class__ is str else unknown_shape
    return decode(data)


_SHAPES: dict[str, Callable[[Any], Shape]] = {"circle": circle, "square": square}
DRAW: Operation[None] = Operation(
    name="shapes.draw",
    method="POST",
    path="/shapes",
    decode=decode_nothing,
    body="json",
)
