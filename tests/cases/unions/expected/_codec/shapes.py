# Generated from Unions 1; do not edit.
"""Decoders and operations of `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core import lazy_function
from .._core.codec import adopt, decode_list
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

drawing: Callable[[Any], Drawing] = lazy_function(__package__, "shapes_drawing", "drawing")

unknown_shape: Callable[[Any], UnknownShape] = adopt(UnknownShape)
circle: Callable[[Any], Circle] = adopt(Circle)
unknown_polygon: Callable[[Any], UnknownPolygon] = adopt(UnknownPolygon)
square: Callable[[Any], Square] = adopt(Square)
triangle: Callable[[Any], Triangle] = adopt(Triangle)
unknown_pet: Callable[[Any], UnknownPet] = adopt(UnknownPet)
cat: Callable[[Any], Cat] = adopt(Cat)
dog: Callable[[Any], Dog] = adopt(Dog)
unknown_event: Callable[[Any], UnknownEvent] = adopt(UnknownEvent)
event_opened: Callable[[Any], EventOpened] = adopt(EventOpened)
event_closed: Callable[[Any], EventClosed] = adopt(EventClosed)
untold_person: Callable[[Any], UntoldPerson] = adopt(UntoldPerson)
untold_company: Callable[[Any], UntoldCompany] = adopt(UntoldCompany)
account: Callable[[Any], Account] = adopt(Account)
unknown_version: Callable[[Any], UnknownVersion] = adopt(UnknownVersion)
v1: Callable[[Any], V1Model] = adopt(V1Model)
v2: Callable[[Any], V2Model] = adopt(V2Model)
unknown_mapped: Callable[[Any], UnknownMapped] = adopt(UnknownMapped)
m1: Callable[[Any], M1Model] = adopt(M1Model)
m2: Callable[[Any], M2Model] = adopt(M2Model)
both: Callable[[Any], Both] = adopt(
    Both,
    {
        "of": lambda data: decode_list(expression, data),
    },
)
negation: Callable[[Any], Negation] = adopt(
    Negation,
    {
        "of": lambda data: expression(data),
    },
)
test: Callable[[Any], Test] = adopt(Test)
unknown_shared: Callable[[Any], UnknownShared] = adopt(UnknownShared)
north: Callable[[Any], North] = adopt(North)
south: Callable[[Any], South] = adopt(South)


def shape(data: Any) -> Shape:
    if data.__class__ is not dict:
        return cast("Shape", data)
    value = data.get("kind")
    decode = _SHAPES.get(value, unknown_shape) if value.__class__ is str else unknown_shape
    return decode(data)


def polygon(data: Any) -> Polygon:
    if data.__class__ is not dict:
        return cast("Polygon", data)
    value = data.get("kind")
    decode = _POLYGONS.get(value, unknown_polygon) if value.__class__ is str else unknown_polygon
    return decode(data)


def pet(data: Any) -> Pet:
    if data.__class__ is not dict:
        return cast("Pet", data)
    value = data.get("petType")
    decode = _PETS.get(value, unknown_pet) if value.__class__ is str else unknown_pet
    return decode(data)


def event(data: Any) -> Event:
    if data.__class__ is not dict:
        return cast("Event", data)
    value = data.get("type")
    decode = _EVENTS.get(value, unknown_event) if value.__class__ is str else unknown_event
    return decode(data)


def untold(data: Any) -> Untold:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "age" in data:
            return untold_person(data)
        if "vat" in data:
            return untold_company(data)
        if "name" in data:
            return untold_person(data)
    return cast("Untold", data)


def version(data: Any) -> Version:
    if data.__class__ is not dict:
        return cast("Version", data)
    value = data.get("v")
    decode = (
        _VERSIONS.get(value, unknown_version)
        if value.__class__ in (int, float)
        else unknown_version
    )
    return decode(data)


def mapped(data: Any) -> Mapped:
    if data.__class__ is not dict:
        return cast("Mapped", data)
    value = data.get("code")
    decode = (
        _MAPPEDS.get(value, unknown_mapped) if value.__class__ in (int, float) else unknown_mapped
    )
    return decode(data)


def expression(data: Any) -> Expression:
    """Choose a variant by its members."""
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


def shared(data: Any) -> Shared:
    if data.__class__ is not dict:
        return cast("Shared", data)
    value = data.get("kind")
    decode = _SHAREDS.get(value, unknown_shared) if value.__class__ is str else unknown_shared
    return decode(data)


def within(data: Any) -> Within:
    """Choose a variant by its members."""
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
