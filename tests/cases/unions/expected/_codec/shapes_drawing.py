# Generated from Unions 1; do not edit.
"""Decoders and operations of `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core import lazy_function
from .._core.codec import adopt, decode_list
from ..models.shapes_drawing import Drawing, DrawingSeveralObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shapes import Account, Circle, Event, Pet, Shape, Untold, Version
    from ..models.shapes_drawing import DrawingFill, DrawingOneOrMany, DrawingSeveral
    from ..models.shapes_signs import Signs

account: Callable[[Any], Account] = lazy_function(__package__, "shapes", "account")
circle: Callable[[Any], Circle] = lazy_function(__package__, "shapes", "circle")
event: Callable[[Any], Event] = lazy_function(__package__, "shapes", "event")
pet: Callable[[Any], Pet] = lazy_function(__package__, "shapes", "pet")
shape: Callable[[Any], Shape] = lazy_function(__package__, "shapes", "shape")
signs: Callable[[Any], Signs] = lazy_function(__package__, "shapes_signs", "signs")
untold: Callable[[Any], Untold] = lazy_function(__package__, "shapes", "untold")
version: Callable[[Any], Version] = lazy_function(__package__, "shapes", "version")

drawing_several_object: Callable[[Any], DrawingSeveralObject] = adopt(DrawingSeveralObject)
drawing: Callable[[Any], Drawing] = adopt(
    Drawing,
    {
        "shape": lambda data: shape(data),
        "pet": lambda data: pet(data),
        "event": lambda data: event(data),
        "untold": lambda data: untold(data),
        "one_or_many": lambda data: drawing_one_or_many(data),
        "maybe": lambda data: circle(data),
        "several": lambda data: drawing_several(data),
        "account": lambda data: account(data),
        "signs": lambda data: signs(data),
        "fill": lambda data: drawing_fill(data),
    },
)


def drawing_one_or_many(data: Any) -> DrawingOneOrMany:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return circle(data)
    if data.__class__ is list:
        return decode_list(circle, data)
    return cast("DrawingOneOrMany", data)


def drawing_several(data: Any) -> DrawingSeveral:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return drawing_several_object(data)
    return cast("DrawingSeveral", data)


def drawing_fill(data: Any) -> DrawingFill:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return version(data)
    return cast("DrawingFill", data)
