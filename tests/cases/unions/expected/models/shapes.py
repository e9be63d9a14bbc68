# Generated from Unions 1; do not edit.
"""The models of `shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import Model, member, model

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Account",
    "AccountDict",
    "Both",
    "BothDict",
    "Cat",
    "CatDict",
    "Circle",
    "CircleDict",
    "Dog",
    "DogDict",
    "Event",
    "EventClosed",
    "EventClosedDict",
    "EventDict",
    "EventOpened",
    "EventOpenedDict",
    "Expression",
    "ExpressionDict",
    "Kinds",
    "M1",
    "M1Dict",
    "M2",
    "M2Dict",
    "Mapped",
    "MappedDict",
    "Negation",
    "NegationDict",
    "North",
    "NorthDict",
    "Pet",
    "PetDict",
    "Polygon",
    "PolygonDict",
    "Shape",
    "ShapeDict",
    "Shared",
    "SharedDict",
    "South",
    "SouthDict",
    "Square",
    "SquareDict",
    "Test",
    "TestDict",
    "Triangle",
    "TriangleDict",
    "UnknownEvent",
    "UnknownMapped",
    "UnknownPet",
    "UnknownPolygon",
    "UnknownShape",
    "UnknownShared",
    "UnknownVersion",
    "Untold",
    "UntoldCompany",
    "UntoldCompanyDict",
    "UntoldDict",
    "UntoldPerson",
    "UntoldPersonDict",
    "V1",
    "V1Dict",
    "V2",
    "V2Dict",
    "Version",
    "VersionDict",
    "Within",
    "WithinDict",
]


@model
class UnknownShape(Model):
    """A variant of `Shape` that this client does not know."""

    kind: str


@model
class Circle(Model):
    kind: str = "circle"
    radius: float | None = None


class CircleDict(TypedDict):
    """`Circle` as a dict, for arguments."""

    kind: str
    radius: NotRequired[float]


@model
class UnknownPolygon(Model):
    """A variant of `Polygon` that this client does not know."""

    kind: str


@model
class Square(Model):
    kind: Literal["square"] = "square"
    side: float | None = None


class SquareDict(TypedDict):
    """`Square` as a dict, for arguments."""

    kind: Literal["square"]
    side: NotRequired[float]


@model
class Triangle(Model):
    kind: str = "Triangle"
    sides: list[float] | None = None


class TriangleDict(TypedDict):
    """`Triangle` as a dict, for arguments."""

    kind: str
    sides: NotRequired[Sequence[float]]


@model
class UnknownPet(Model):
    """A variant of `Pet` that this client does not know."""

    pet_type: str = member("petType")


@model
class Cat(Model):
    pet_type: str = member("petType", default="Cat")
    lives: int | None = None


class CatDict(TypedDict):
    """`Cat` as a dict, for arguments."""

    pet_type: str
    lives: NotRequired[int]


@model
class Dog(Model):
    pet_type: str = member("petType", default="Dog")
    tricks: list[str] | None = None


class DogDict(TypedDict):
    """`Dog` as a dict, for arguments."""

    pet_type: str
    tricks: NotRequired[Sequence[str]]


@model
class UnknownEvent(Model):
    """A variant of `Event` that this client does not know."""

    type: str


@model
class EventOpened(Model):
    type: Literal["opened"] | None = "opened"
    by: str | None = None


class EventOpenedDict(TypedDict):
    """`EventOpened` as a dict, for arguments."""

    type: NotRequired[Literal["opened"]]
    by: NotRequired[str]


@model
class EventClosed(Model):
    type: Literal["closed", "dropped"] | None = None
    reason: str | None = None


class EventClosedDict(TypedDict):
    """`EventClosed` as a dict, for arguments."""

    type: NotRequired[Literal["closed", "dropped"]]
    reason: NotRequired[str]


@model
class UntoldPerson(Model):
    name: str | None = None
    age: int | None = None


class UntoldPersonDict(TypedDict):
    """`UntoldPerson` as a dict, for arguments."""

    name: NotRequired[str]
    age: NotRequired[int]


@model
class UntoldCompany(Model):
    name: str | None = None
    vat: str | None = None


class UntoldCompanyDict(TypedDict):
    """`UntoldCompany` as a dict, for arguments."""

    name: NotRequired[str]
    vat: NotRequired[str]


@model
class Account(Model):
    """An account, with what its kind adds."""

    id: str
    iban: str | None = None
    card: str | None = None


class AccountDict(TypedDict):
    """`Account` as a dict, for arguments."""

    id: str
    iban: NotRequired[str]
    card: NotRequired[str]


@model
class UnknownVersion(Model):
    """A variant of `Version` that this client does not know."""

    v: int


@model
class V1(Model):
    v: Literal[1] = 1
    data: str | None = None


class V1Dict(TypedDict):
    """`V1` as a dict, for arguments."""

    v: Literal[1]
    data: NotRequired[str]


@model
class V2(Model):
    v: Literal[2, 3]
    data: str | None = None


class V2Dict(TypedDict):
    """`V2` as a dict, for arguments."""

    v: Literal[2, 3]
    data: NotRequired[str]


@model
class UnknownMapped(Model):
    """A variant of `Mapped` that this client does not know."""

    code: int


@model
class M1(Model):
    code: int
    kind: Literal["one"] | None = "one"


class M1Dict(TypedDict):
    """`M1` as a dict, for arguments."""

    code: int
    kind: NotRequired[Literal["one"]]


@model
class M2(Model):
    code: int


class M2Dict(TypedDict):
    """`M2` as a dict, for arguments."""

    code: int


@model
class Both(Model):
    op: Literal["and", "or"]
    of: list[Expression] | None = None


class BothDict(TypedDict):
    """`Both` as a dict, for arguments."""

    op: Literal["and", "or"]
    of: NotRequired[Sequence[Expression | ExpressionDict]]


@model
class Negation(Model):
    op: Literal["not"] = "not"
    of: Expression | None = None


class NegationDict(TypedDict):
    """`Negation` as a dict, for arguments."""

    op: Literal["not"]
    of: NotRequired[Expression | ExpressionDict]


@model
class Test(Model):
    field: str


class TestDict(TypedDict):
    """`Test` as a dict, for arguments."""

    field: str


@model
class UnknownShared(Model):
    """A variant of `Shared` that this client does not know."""

    kind: str


@model
class North(Model):
    kind: Kinds = "north"
    polar: bool | None = None


class NorthDict(TypedDict):
    """`North` as a dict, for arguments."""

    kind: Kinds
    polar: NotRequired[bool]


@model
class South(Model):
    kind: Kinds = "south"
    penguins: int | None = None


class SouthDict(TypedDict):
    """`South` as a dict, for arguments."""

    kind: Kinds
    penguins: NotRequired[int]


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

Version: TypeAlias = "V1 | V2 | UnknownVersion"
"""The variants have numbers as constants."""

VersionDict: TypeAlias = "V1Dict | V2Dict"

Mapped: TypeAlias = "M1 | M2 | UnknownMapped"
"""The keys of a mapping are text, whatever the member is."""

MappedDict: TypeAlias = "M1Dict | M2Dict"

Expression: TypeAlias = "Both | Negation | Test"

ExpressionDict: TypeAlias = "BothDict | NegationDict | TestDict"

Shared: TypeAlias = "North | South | UnknownShared"

SharedDict: TypeAlias = "NorthDict | SouthDict"

Kinds: TypeAlias = Literal["north", "south"]

Within: TypeAlias = "North | South"

WithinDict: TypeAlias = "NorthDict | SouthDict"
