"""A type split into its alternatives, by JSON kind."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from ..ir.definitions import Alias, Catalog, Definition, Enumeration, Union
from ..ir.types import (
    AnyOf,
    Anything,
    Binary,
    Choice,
    Json,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
)

Kinds: TypeAlias = dict[str, list[Type]]
"""The alternatives of a type by JSON kind; `any`, `binary`, `model`, `union` and `enumeration` are kinds, too."""


def group_by_kind(type_: Type, catalog: Catalog, expanded: AbstractSet[str]) -> Kinds:
    """Return the alternatives of a type by kind; the arguments are those of `alternatives`."""
    kinds: Kinds = {}
    for each in iter_alternatives(type_, catalog, expanded):
        kinds.setdefault(_find_kind(each, catalog), []).append(each)
    return kinds


def iter_alternatives(
    type_: Type,
    catalog: Catalog,
    expanded: AbstractSet[str] = frozenset(),
    above: frozenset[str] = frozenset(),
) -> Iterator[Type]:
    """Yield the types that a type is one of; null and the listed values of each kind are types of their own.

    Args:
        type_: what to take apart.
        catalog: the definitions that its references lead to.
        expanded: the kinds of definitions that are taken apart: `union`, `enumeration`.
        above: the definitions that are being taken apart.
    """
    match type_:
        case Nullable(inner):
            yield from iter_alternatives(inner, catalog, expanded, above)
            yield Primitive("null")
        case AnyOf(options):
            for option in options:
                yield from iter_alternatives(option, catalog, expanded, above)
        case Choice(values):
            for kind in dict.fromkeys(map(_find_json_kind, values)):
                yield Choice(tuple(value for value in values if _find_json_kind(value) == kind))
        case Reference(key) if key not in above:
            inside = _list_inner_types(catalog[key], expanded)
            if inside is None:
                yield type_
            for each in inside or ():
                yield from iter_alternatives(each, catalog, expanded, above | {key})
        case Reference():
            return
        case _:
            yield type_


def _list_inner_types(
    definition: Definition, expanded: AbstractSet[str]
) -> tuple[Type, ...] | None:
    """Return the types that a definition stands for, None where it stands for itself."""
    match definition:
        case Enumeration(values=values) if "enumeration" in expanded:
            return (Choice(values),)
        case Alias(type=type_):
            return (type_,)
        case Union(options=options) if "union" in expanded:
            return options
        case _:
            return None


def _find_kind(type_: Type, catalog: Catalog) -> str:
    match type_:
        case Binary():
            return "binary"
        case Primitive(kind=kind):
            return kind
        case Choice(values):
            return _find_json_kind(values[0])
        case ListOf():
            return "list"
        case MapOf():
            return "map"
        case Reference(key):
            named: dict[type, str] = {Union: "union", Enumeration: "enumeration"}
            return named.get(type(catalog[key]), "model")
        case _:
            return "any"


def _find_json_kind(value: Json) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    return "integer" if isinstance(value, int) else "number"


def get_referenced_key(type_: Type) -> str:
    """Return the key of the definition that a type refers to, "" where it refers to none."""
    return type_.key if isinstance(type_, Reference) else ""


def get_inner_type(type_: Type) -> Type:
    """Return the type of the items of a list, or of the values of a map."""
    match type_:
        case ListOf(inner) | MapOf(inner):
            return inner
        case _:
            return Anything()


def list_values(types: list[Type]) -> list[Json] | None:
    """Return the values of an enumeration, None where any value of the kind is allowed."""
    if not all(isinstance(each, Choice) for each in types):
        return None
    values = [value for each in types if isinstance(each, Choice) for value in each.values]
    return None if {True, False} <= {each for each in values if isinstance(each, bool)} else values
