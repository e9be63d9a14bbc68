"""How a schema refers to a type.

A `Type` is a *use*: what stands at one place of the document. What has a name of its own is *defined*
once in `generator.ir.definitions` and used through `Reference`.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from attrs import frozen

Scalar: TypeAlias = Literal["string", "integer", "number", "boolean", "null"]
Json: TypeAlias = "str | int | float | bool | None"
Constraints: TypeAlias = "tuple[tuple[str, Json], ...]"
"""Keywords that constrain a value, with their values; those of items as `items.maxLength`. A value that is no
scalar comes as JSON text."""
IN_PARTS: Final = "parts"
"""Stands among constraints for those of parts of a schema, of which not all hold for every value."""


@frozen
class Anything:
    """Any JSON value: the document says nothing, or nothing that can be expressed."""


@frozen
class Primitive:
    """A scalar JSON value; `format` as in the document ("" where there is none)."""

    kind: Scalar
    format: str = ""


@frozen
class Binary:
    """Bytes that are not JSON: an upload, a picture."""


@frozen
class Choice:
    """One of the listed values; a single value is a constant."""

    values: tuple[Json, ...]


@frozen
class Reference:
    """The definition called `key` in `Api.definitions`."""

    key: str


@frozen
class ListOf:
    """An array whose items are all of one type."""

    item: Type


@frozen
class MapOf:
    """An object with free keys whose values are all of one type."""

    value: Type


@frozen
class AnyOf:
    """One of several types, distinguished by the value."""

    options: tuple[Type, ...]


@frozen
class Nullable:
    """`type`, or null."""

    type: Type


Type: TypeAlias = (
    Anything | Primitive | Binary | Choice | Reference | ListOf | MapOf | AnyOf | Nullable
)


def strip_null(type_: Type) -> Type:
    """Return `type_` without null."""
    return type_.type if isinstance(type_, Nullable) else type_


def make_nullable(type_: Type) -> Type:
    """Return `type_` or null, wrapped at most once; any value includes null already."""
    if isinstance(type_, (Nullable, Anything)):
        return type_
    return Nullable(type_)
