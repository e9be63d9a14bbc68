"""The models of `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Account",
    "AccountDict",
    "Cat",
    "CatDict",
    "Circle",
    "CircleDict",
    "Dog",
    "DogDict",
    "Drawing",
    "DrawingOneOrMany",
    "DrawingOneOrManyDict",
    "DrawingSeveral",
    "DrawingSeveralDict",
    "DrawingSeveralObject",
    "DrawingSeveralObjectDict",
    "Event",
    "EventClosed",
    "EventClosedDict",
    "EventDict",
    "EventOpened",
    "EventOpenedDict",
    "Pet",
    "PetDict",
    "Polygon",
    "PolygonDict",
    "Shape",
    "ShapeDict",
    "Square",
    "SquareDict",
    "Triangle",
    "TriangleDict",
    "UnknownEvent",
    "UnknownPet",
    "UnknownPolygon",
    "UnknownShape",
    "Untold",
    "UntoldCompany",
    "UntoldCompanyDict",
    "UntoldDict",
    "UntoldPerson",
    "UntoldPersonDict",
]


@model
class UnknownShape(Model):
    """A variant of `Shape` that this client does not know yet."""

    kind: str


@model
class Circle(Model):
    """Circle as the API gives it."""

    kind: str
    radius: float | None = None


class CircleDict(TypedDict):
    """`Circle` as a dictionary."""

    kind: str
    radius: NotRequired[float]


@model
class UnknownPolygon(Model):
    """A variant of `Polygon` that this client does not know yet."""

    kind: str


@model
class Square(Model):
    """Square as the API gives it."""

    kind: Literal["square"]
    side: float | None = None


class SquareDict(TypedDict):
    """`Square` as a dictionary."""

    kind: Literal["square"]
    side: NotRequired[float]


@model
class Triangle(Model):
    """Triangle as the API gives it."""

    kind: str
    sides: list[float] | None = None


class TriangleDict(TypedDict):
    """`Triangle` as a dictionary."""

    kind: str
    sides: NotRequired[Sequence[float]]


@model
class UnknownPet(Model):
    """A variant of `Pet` that this client does not know yet."""

    pet_type: str = member("petType")


@model
class Cat(Model):
    """Cat as the API gives it."""

    pet_type: str = member("petType")
    lives: int | None = None


class CatDict(TypedDict):
    """`Cat` as a dictionary."""

    pet_type: str
    lives: NotRequired[int]


@model
class Dog(Model):
    """Dog as the API gives it."""

    pet_type: str = member("petType")
    tricks: list[str] | None = None


class DogDict(TypedDict):
    """`Dog` as a dictionary."""

    pet_type: str
    tricks: NotRequired[Sequence[str]]


@model
class UnknownEvent(Model):
    """A variant of `Event` that this client does not know yet."""

    type: str


@model
class EventOpened(Model):
    """EventOpened as the API gives it."""

    type: Literal["opened"] | None = None
    by: str | None = None


class EventOpenedDict(TypedDict):
    """`EventOpened` as a dictionary."""

    type: NotRequired[Literal["opened"]]
    by: NotRequired[str]


@model
class EventClosed(Model):
    """EventClosed as the API gives it."""

    type: Literal["closed", "dropped"] | None = None
    reason: str | None = None


class EventClosedDict(TypedDict):
    """`EventClosed` as a dictionary."""

    type: NotRequired[Literal["closed", "dropped"]]
    reason: NotRequired[str]


@model
class UntoldPerson(Model):
    """UntoldPerson as the API gives it."""

    name: str | None = None
    age: int | None = None


class UntoldPersonDict(TypedDict):
    """`UntoldPerson` as a dictionary."""

    name: NotRequired[str]
    age: NotRequired[int]


@model
class UntoldCompany(Model):
    """UntoldCompany as the API gives it."""

    name: str | None = None
    vat: str | None = None


class UntoldCompanyDict(TypedDict):
    """`UntoldCompany` as a dictionary."""

    name: NotRequired[str]
    vat: NotRequired[str]


@model
class DrawingSeveralObject(Model):
    """DrawingSeveralObject as the API gives it."""

    nick: str | None = None


class DrawingSeveralObjectDict(TypedDict):
    """`DrawingSeveralObject` as a dictionary."""

    nick: NotRequired[str]


@model
class Account(Model):
    """An account, with what its kind adds."""

    id: str
    iban: str | None = None
    card: str | None = None


class AccountDict(TypedDict):
    """`Account` as a dictionary."""

    id: str
    iban: NotRequired[str]
    card: NotRequired[str]


@model
class Drawing(Model):
    """Drawing as the API gives it."""

    shape: Shape | None = None
    """A shape."""
    pet: Pet | None = None
    event: Event | None = None
    untold: Untold | None = None
    id: str | int | None = None
    one_or_many: DrawingOneOrMany | None = None
    maybe: Circle | None = None
    several: DrawingSeveral | None = None
    account: Account | None = None


Shape: TypeAlias = "Circle | Polygon | UnknownShape"
"""A shape."""

ShapeDict: TypeAlias = "CircleDict | PolygonDict"

Polygon: TypeAlias = "Square | Triangle | UnknownPolygon"
"""A shape with corners."""

PolygonDict: TypeAlias = "SquareDict | TriangleDict"

Pet: TypeAlias = "Cat | Dog | UnknownPet"

PetDict: TypeAlias = "CatDict | DogDict"

Event: TypeAlias = "EventOpened | EventClosed | UnknownEvent"

EventDict: TypeAlias = "EventOpenedDict | EventClosedDict"

Untold: TypeAlias = "UntoldPerson | UntoldCompany"

UntoldDict: TypeAlias = "UntoldPersonDict | UntoldCompanyDict"

DrawingOneOrMany: TypeAlias = "Circle | list[Circle]"

DrawingOneOrManyDict: TypeAlias = "CircleDict | Sequence[Circle | CircleDict]"

DrawingSeveral: TypeAlias = "str | DrawingSeveralObject"

DrawingSeveralDict: TypeAlias = "str | DrawingSeveralObjectDict"
