# Generated from References 1; do not edit.
"""The models of `pets`."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

from .._core.model import Model, model

__all__ = [
    "Base",
    "BaseDict",
    "BasePart",
    "BasePartDict",
    "Box",
    "BoxSibling",
    "BoxSiblingDict",
    "Far",
    "FarDict",
    "Local",
    "LocalDict",
    "Nearer",
    "NearerDict",
    "OddName100",
    "OddName100Dict",
    "PetsGetResponse",
    "PetsIDGetResponseTag",
    "PetsIDGetResponseTagDict",
    "Refined",
    "RefinedDict",
]


@model
class PetsGetResponse(Model):
    """PetsGetResponse as the API gives it."""

    id: str
    tag: PetsIDGetResponseTag | None = None


@model
class PetsIDGetResponseTag(Model):
    """PetsIDGetResponseTag as the API gives it."""

    label: str | None = None


class PetsIDGetResponseTagDict(TypedDict):
    """`PetsIDGetResponseTag` as a dictionary."""

    label: NotRequired[str]


@model
class OddName100(Model):
    """OddName100 as the API gives it."""

    odd: bool | None = None


class OddName100Dict(TypedDict):
    """`OddName100` as a dictionary."""

    odd: NotRequired[bool]


@model
class Far(Model):
    """Far as the API gives it."""

    nearer: Nearer | None = None
    back: Base | None = None


class FarDict(TypedDict):
    """`Far` as a dictionary."""

    nearer: NotRequired[Nearer | NearerDict]
    back: NotRequired[Base | BaseDict]


@model
class Nearer(Model):
    """Nearer as the API gives it."""

    id: int | None = None


class NearerDict(TypedDict):
    """`Nearer` as a dictionary."""

    id: NotRequired[int]


@model
class Base(Model):
    """Base as the API gives it."""

    part: BasePart | None = None


class BaseDict(TypedDict):
    """`Base` as a dictionary."""

    part: NotRequired[BasePart | BasePartDict]


@model
class BasePart(Model):
    """BasePart as the API gives it."""

    size: int | None = None


class BasePartDict(TypedDict):
    """`BasePart` as a dictionary."""

    size: NotRequired[int]


@model
class BoxSibling(Model):
    """With more."""

    part: BasePart | None = None
    more: str | None = None


class BoxSiblingDict(TypedDict):
    """`BoxSibling` as a dictionary."""

    part: NotRequired[BasePart | BasePartDict]
    more: NotRequired[str]


@model
class Local(Model):
    """Local as the API gives it."""

    near: str | None = None


class LocalDict(TypedDict):
    """`Local` as a dictionary."""

    near: NotRequired[str]


@model
class Refined(Model):
    """Refined as the API gives it."""

    part: BasePart
    more: str | None = None


class RefinedDict(TypedDict):
    """`Refined` as a dictionary."""

    part: BasePart | BasePartDict
    more: NotRequired[str]


@model
class Box(Model):
    """Box as the API gives it."""

    odd: OddName100 | None = None
    tag: PetsIDGetResponseTag | None = None
    far: Far | None = None
    sibling: BoxSibling | None = None
    """With more."""
    inner: BasePart | None = None
    local: Local | None = None
    lost: Any = None
    refined: Refined | None = None
