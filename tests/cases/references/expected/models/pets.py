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
    id: str
    tag: PetsIDGetResponseTag | None = None


@model
class PetsIDGetResponseTag(Model):
    label: str | None = None


class PetsIDGetResponseTagDict(TypedDict):
    """`PetsIDGetResponseTag` as a dict, for arguments."""

    label: NotRequired[str]


@model
class OddName100(Model):
    odd: bool | None = None


class OddName100Dict(TypedDict):
    """`OddName100` as a dict, for arguments."""

    odd: NotRequired[bool]


@model
class Far(Model):
    nearer: Nearer | None = None
    back: Base | None = None


class FarDict(TypedDict):
    """`Far` as a dict, for arguments."""

    nearer: NotRequired[Nearer | NearerDict]
    back: NotRequired[Base | BaseDict]


@model
class Nearer(Model):
    id: int | None = None


class NearerDict(TypedDict):
    """`Nearer` as a dict, for arguments."""

    id: NotRequired[int]


@model
class Base(Model):
    part: BasePart | None = None


class BaseDict(TypedDict):
    """`Base` as a dict, for arguments."""

    part: NotRequired[BasePart | BasePartDict]


@model
class BasePart(Model):
    size: int | None = None


class BasePartDict(TypedDict):
    """`BasePart` as a dict, for arguments."""

    size: NotRequired[int]


@model
class BoxSibling(Model):
    """With more."""

    part: BasePart | None = None
    more: str | None = None


class BoxSiblingDict(TypedDict):
    """`BoxSibling` as a dict, for arguments."""

    part: NotRequired[BasePart | BasePartDict]
    more: NotRequired[str]


@model
class Local(Model):
    near: str | None = None


class LocalDict(TypedDict):
    """`Local` as a dict, for arguments."""

    near: NotRequired[str]


@model
class Refined(Model):
    part: BasePart
    more: str | None = None


class RefinedDict(TypedDict):
    """`Refined` as a dict, for arguments."""

    part: BasePart | BasePartDict
    more: NotRequired[str]


@model
class Box(Model):
    odd: OddName100 | None = None
    tag: PetsIDGetResponseTag | None = None
    far: Far | None = None
    sibling: BoxSibling | None = None
    """With more."""
    inner: BasePart | None = None
    local: Local | None = None
    lost: Any = None
    refined: Refined | None = None
