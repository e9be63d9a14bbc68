"""The wire side of `shapes`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core import lazy_decoder
from .._core.codec import decode_list, new
from .._core.operation import Operation
from ..models.shapes import (
    Account,
    Both,
    Cat,
    Circle,
    Dog,
    EventClosed,
    EventOpened,
    M1 as M1Model,
    M2 as M2Model,
    Negation,
    North,
    South,
    Square,
    Test,
    Triangle,
    UnknownEvent,
    UnknownMapped,
    UnknownPet,
    UnknownPolygon,
    UnknownShape,
    UnknownShared,
    UnknownVersion,
    UntoldCompany,
    UntoldPerson,
    V1 as V1Model,
    V2 as V2Model,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shapes import (
        Event,
        Expression,
        Mapped,
        Pet,
        Polygon,
        Shape,
        Shared,
        Untold,
        Version,
        Within,
    )
    from ..models.shapes_drawing import Drawing

drawing: Callable[[Any], Drawing] = lazy_decoder(__package__, "shapes_drawing", "drawing")


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


def account(data: Any) -> Account:
    if data.__class__ is not dict:
        return cast("Account", data)
    self = new(Account)
    self.__dict__ = data
    return self


def unknown_version(data: Any) -> UnknownVersion:
    if data.__class__ is not dict:
        return cast("UnknownVersion", data)
    self = new(UnknownVersion)
    self.__dict__ = data
    return self


def version(data: Any) -> Version:
    if data.__class__ is not dict:
        return cast("Version", data)
    found = data.get("v")
    decode = (
        _VERSIONS.get(found, unknown_version)
        if found.__class__ in (int, float)
        else unknown_version
    )
    return decode(data)


def v1(data: Any) -> V1Model:
    if data.__class__ is not dict:
        return cast("V1Model", data)
    self = new(V1Model)
    self.__dict__ = data
    return self


def v2(data: Any) -> V2Model:
    if data.__class__ is not dict:
        return cast("V2Model", data)
    self = new(V2Model)
    self.__dict__ = data
    return self


def unknown_mapped(data: Any) -> UnknownMapped:
    if data.__class__ is not dict:
        return cast("UnknownMapped", data)
    self = new(UnknownMapped)
    self.__dict__ = data
    return self


def mapped(data: Any) -> Mapped:
    if data.__class__ is not dict:
        return cast("Mapped", data)
    found = data.get("code")
    decode = (
        _MAPPEDS.get(found, unknown_mapped) if found.__class__ in (int, float) else unknown_mapped
    )
    return decode(data)


def m1(data: Any) -> M1Model:
    if data.__class__ is not dict:
        return cast("M1Model", data)
    self = new(M1Model)
    self.__dict__ = data
    return self


def m2(data: Any) -> M2Model:
    if data.__class__ is not dict:
        return cast("M2Model", data)
    self = new(M2Model)
    self.__dict__ = data
    return self


def expression(data: Any) -> Expression:
    """Tell the variants apart by their members."""
    if data.__class__ is dict:
        if data.get("op") in ("and", "or"):
            return both(data)
        if data.get("op") == "not":
            return negation(data)
        if "of" in data:
            return both(data)
        if "field" in data:
            return test(data)
        if "op" in data:
            return both(data)
    return cast("Expression", data)


def both(data: Any) -> Both:
    if data.__class__ is not dict:
        return cast("Both", data)
    self = new(Both)
    self.__dict__ = data
    if "of" in data:
        data["of"] = decode_list(expression, data["of"])
    return self


def negation(data: Any) -> Negation:
    if data.__class__ is not dict:
        return cast("Negation", data)
    self = new(Negation)
    self.__dict__ = data
    if "of" in data:
        data["of"] = expression(data["of"])
    return self


def test(data: Any) -> Test:
    if data.__class__ is not dict:
        return cast("Test", data)
    self = new(Test)
    self.__dict__ = data
    return self


def unknown_shared(data: Any) -> UnknownShared:
    if data.__class__ is not dict:
        return cast("UnknownShared", data)
    self = new(UnknownShared)
    self.__dict__ = data
    return self


def shared(data: Any) -> Shared:
    if data.__class__ is not dict:
        return cast("Shared", data)
    found = data.get("kind")
    decode = _SHAREDS.get(found, unknown_shared) if found.__class__ is str else unknown_shared
    return decode(data)


def north(data: Any) -> North:
    if data.__class__ is not dict:
        return cast("North", data)
    self = new(North)
    self.__dict__ = data
    return self


def south(data: Any) -> South:
    if data.__class__ is not dict:
        return cast("South", data)
    self = new(South)
    self.__dict__ = data
    return self


def within(data: Any) -> Within:
    """Tell the variants apart by their members."""
    if data.__class__ is dict:
        if "polar" in data:
            return north(data)
        if "penguins" in data:
            return south(data)
        if "kind" in data:
            return north(data)
    return cast("Within", data)


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
_VERSIONS: dict[float, Callable[[Any], Version]] = {1: v1, 2: v2, 3: v2}
_MAPPEDS: dict[float, Callable[[Any], Mapped]] = {1: m1, 2: m2}
_SHAREDS: dict[str, Callable[[Any], Shared]] = {"north": north, "south": south}
CREATE: Operation[Drawing] = Operation(
    name="shapes.create",
    method="POST",
    path="/shapes",
    decode=drawing,
    keys={"pet": {"pet_type": ("petType", {})}},
    body="json",
)
