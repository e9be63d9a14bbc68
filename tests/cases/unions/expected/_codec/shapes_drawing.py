"""The wire side of `shapes`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core import lazy_decoder
from .._core.codec import adopt, decode_list, new
from ..models.shapes_drawing import Drawing, DrawingSeveralObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shapes import Account, Circle, Event, Pet, Shape, Untold, Version
    from ..models.shapes_drawing import DrawingFill, DrawingOneOrMany, DrawingSeveral
    from ..models.shapes_signs import Signs

account: Callable[[Any], Account] = lazy_decoder(__package__, "shapes", "account")
circle: Callable[[Any], Circle] = lazy_decoder(__package__, "shapes", "circle")
event: Callable[[Any], Event] = lazy_decoder(__package__, "shapes", "event")
pet: Callable[[Any], Pet] = lazy_decoder(__package__, "shapes", "pet")
shape: Callable[[Any], Shape] = lazy_decoder(__package__, "shapes", "shape")
signs: Callable[[Any], Signs] = lazy_decoder(__package__, "shapes_signs", "signs")
untold: Callable[[Any], Untold] = lazy_decoder(__package__, "shapes", "untold")
version: Callable[[Any], Version] = lazy_decoder(__package__, "shapes", "version")

drawing_several_object = adopt(DrawingSeveralObject)


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


def drawing(data: Any) -> Drawing:
    if data.__class__ is not dict:
        return cast("Drawing", data)
    self = new(Drawing)
    self.__dict__ = data
    if "shape" in data:
        data["shape"] = shape(data["shape"])
    if "pet" in data:
        data["pet"] = pet(data["pet"])
    if "event" in data:
        data["event"] = event(data["event"])
    if "untold" in data:
        data["untold"] = untold(data["untold"])
    if "one_or_many" in data:
        data["one_or_many"] = drawing_one_or_many(data["one_or_many"])
    if "maybe" in data:
        data["maybe"] = circle(data["maybe"])
    if "several" in data:
        data["several"] = drawing_several(data["several"])
    if "account" in data:
        data["account"] = account(data["account"])
    if "signs" in data:
        data["signs"] = signs(data["signs"])
    if "fill" in data:
        data["fill"] = drawing_fill(data["fill"])
    return self
