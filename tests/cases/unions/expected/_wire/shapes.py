"""The wire side of `shapes`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.decode import listed, new
from .._core.operation import Operation
from ..models.shapes import (
    Account,
    Cat,
    Circle,
    Dog,
    Drawing,
    DrawingSeveralObject,
    EventClosed,
    EventOpened,
    Square,
    Triangle,
    UnknownEvent,
    UnknownPet,
    UnknownPolygon,
    UnknownShape,
    UntoldCompany,
    UntoldPerson,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shapes import DrawingOneOrMany, DrawingSeveral, Event, Pet, Polygon, Shape, Untold


def unknown_shape(data: Any) -> UnknownShape:
    if data.__class__ is not dict:
        return cast("UnknownShape", data)
    self = new(UnknownShape)
    self.__dict__ = data
    return self


def shape(data: Any) -> Shape:
    if data.__class__ is not dict:
        return cast("Shape", data)
    found = data.get("kind")
    decode = _SHAPES.get(found, unknown_shape) if found.__class__ is str else unknown_shape
    return decode(data)


def circle(data: Any) -> Circle:
    if data.__class__ is not dict:
        return cast("Circle", data)
    self = new(Circle)
    self.__dict__ = data
    return self


def unknown_polygon(data: Any) -> UnknownPolygon:
    if data.__class__ is not dict:
        return cast("UnknownPolygon", data)
    self = new(UnknownPolygon)
    self.__dict__ = data
    return self


def polygon(data: Any) -> Polygon:
    if data.__class__ is not dict:
        return cast("Polygon", data)
    found = data.get("kind")
    decode = _POLYGONS.get(found, unknown_polygon) if found.__class__ is str else unknown_polygon
    return decode(data)


def square(data: Any) -> Square:
    if data.__class__ is not dict:
        return cast("Square", data)
    self = new(Square)
    self.__dict__ = data
    return self


def triangle(data: Any) -> Triangle:
    if data.__class__ is not dict:
        return cast("Triangle", data)
    self = new(Triangle)
    self.__dict__ = data
    return self


def unknown_pet(data: Any) -> UnknownPet:
    if data.__class__ is not dict:
        return cast("UnknownPet", data)
    self = new(UnknownPet)
    self.__dict__ = data
    return self


def pet(data: Any) -> Pet:
    if data.__class__ is not dict:
        return cast("Pet", data)
    found = data.get("petType")
    decode = _PETS.get(found, unknown_pet) if found.__class__ is str else unknown_pet
    return decode(data)


def cat(data: Any) -> Cat:
    if data.__class__ is not dict:
        return cast("Cat", data)
    self = new(Cat)
    self.__dict__ = data
    return self


def dog(data: Any) -> Dog:
    if data.__class__ is not dict:
        return cast("Dog", data)
    self = new(Dog)
    self.__dict__ = data
    return self


def unknown_event(data: Any) -> UnknownEvent:
    if data.__class__ is not dict:
        return cast("UnknownEvent", data)
    self = new(UnknownEvent)
    self.__dict__ = data
    return self


def event(data: Any) -> Event:
    if data.__class__ is not dict:
        return cast("Event", data)
    found = data.get("type")
    decode = _EVENTS.get(found, unknown_event) if found.__class__ is str else unknown_event
    return decode(data)


def event_opened(data: Any) -> EventOpened:
    if data.__class__ is not dict:
        return cast("EventOpened", data)
    self = new(EventOpened)
    self.__dict__ = data
    return self


def event_closed(data: Any) -> EventClosed:
    if data.__class__ is not dict:
        return cast("EventClosed", data)
    self = new(EventClosed)
    self.__dict__ = data
    return self


def untold(data: Any) -> Untold:
    """Tell the variants apart by their members."""
    if data.__class__ is dict:
        if "age" in data:
            return untold_person(data)
        if "vat" in data:
            return untold_company(data)
        if "name" in data:
            return untold_person(data)
    return cast("Untold", data)


def untold_person(data: Any) -> UntoldPerson:
    if data.__class__ is not dict:
        return cast("UntoldPerson", data)
    self = new(UntoldPerson)
    self.__dict__ = data
    return self


def untold_company(data: Any) -> UntoldCompany:
    if data.__class__ is not dict:
        return cast("UntoldCompany", data)
    self = new(UntoldCompany)
    self.__dict__ = data
    return self


def drawing_one_or_many(data: Any) -> DrawingOneOrMany:
    """Tell the variants apart by their members."""
    if data.__class__ is dict:
        return circle(data)
    if data.__class__ is list:
        return listed(circle, data)
    return cast("DrawingOneOrMany", data)


def drawing_several_object(data: Any) -> DrawingSeveralObject:
    if data.__class__ is not dict:
        return cast("DrawingSeveralObject", data)
    self = new(DrawingSeveralObject)
    self.__dict__ = data
    return self


def drawing_several(data: Any) -> DrawingSeveral:
    """Tell the variants apart by their members."""
    if data.__class__ is dict:
        return drawing_several_object(data)
    return cast("DrawingSeveral", data)


def account(data: Any) -> Account:
    if data.__class__ is not dict:
        return cast("Account", data)
    self = new(Account)
    self.__dict__ = data
    return self


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
    if (found := data.get("maybe")).__class__ is dict:
        data["maybe"] = new(Circle)
        data["maybe"].__dict__ = found
    if "several" in data:
        data["several"] = drawing_several(data["several"])
    if (found := data.get("account")).__class__ is dict:
        data["account"] = new(Account)
        data["account"].__dict__ = found
    return self


_SHAPES: dict[str, Callable[[Any], Shape]] = {
    "circle": circle,
    "square": polygon,
    "Triangle": polygon,
}
_POLYGONS: dict[str, Callable[[Any], Polygon]] = {"square": square, "Triangle": triangle}
_PETS: dict[str, Callable[[Any], Pet]] = {"Cat": cat, "Dog": dog}
_EVENTS: dict[str, Callable[[Any], Event]] = {
    "opened": event_opened,
    "closed": event_closed,
    "dropped": event_closed,
}
CREATE: Operation[Drawing] = Operation(
    name="shapes.create",
    method="POST",
    path="/shapes",
    decode=drawing,
    keys={"pet": {"pet_type": ("petType", {})}},
    body="json",
)
