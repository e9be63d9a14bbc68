"""Walks over types and definitions, following references."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from .definitions import Alias, Catalog, Definition, Enumeration, Model, Union
from .types import (
    AnyOf,
    Anything,
    Choice,
    Json,
    ListOf,
    MapOf,
    Nullable,
    Reference,
    Type,
    make_nullable,
    strip_null,
)

_Key = TypeVar("_Key", bound=Hashable)


def list_referenced_keys(type_: Type) -> tuple[str, ...]:
    """Return the keys that `type_` refers to."""
    match type_:
        case Reference(key):
            return (key,)
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return list_referenced_keys(inner)
        case AnyOf(options):
            return tuple(key for option in options for key in list_referenced_keys(option))
        case _:
            return ()


def count_types(type_: Type) -> int:
    """Count the types that are written out in `type_`."""
    match type_:
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return 1 + count_types(inner)
        case AnyOf(options):
            return sum(map(count_types, options))
        case _:
            return 1


def list_component_types(definition: Definition) -> list[Type]:
    """Return the types that a definition is made of."""
    match definition:
        case Model(members=members, additional=additional):
            return [member.type for member in members] + (
                [additional] if additional is not None else []
            )
        case Union(options=options):
            return list(options)
        case Alias(type=type_):
            return [type_]
        case Enumeration():
            return []


def list_enumerated_values(catalog: Catalog, type_: Type) -> tuple[Json, ...]:
    """Return the values that `type_` lists, in place or as an enumeration; nothing where it lists none."""
    definition = catalog[type_.key] if isinstance(type_, Reference) else type_
    return definition.values if isinstance(definition, (Choice, Enumeration)) else ()


def build_reference_graph(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the definitions that each definition of `catalog` refers to, in its order."""
    return {
        key: tuple(
            catalog.find_canonical(name)
            for part in list_component_types(each)
            for name in list_referenced_keys(part)
        )
        for key, each in catalog.definitions.items()
    }


def remove_self_reference(type_: Type, key: str) -> Type:
    """Return `type_` for an alias called `key`, which must not stand for itself."""
    match type_:
        case Reference(target) if target == key:
            return Anything()
        case Nullable(inner):
            return make_nullable(remove_self_reference(inner, key))
        case AnyOf(options):
            left = tuple(option for option in options if option != Reference(key))
            return AnyOf(left) if len(left) > 1 else next(iter(left), Anything())
        case _:
            return type_


def flatten_variants(catalog: Catalog, options: Iterable[Type]) -> list[Type]:
    """Return `options` with aliases resolved, and unions without a discriminator replaced by their own options."""
    variants: dict[Type, None] = {}
    visited: set[str] = set()
    waiting = list(options)[::-1]
    while waiting:
        option = strip_null(waiting.pop())
        key = catalog.find_canonical(option.key) if isinstance(option, Reference) else ""
        inner = _list_alternatives(catalog, option)
        if inner is None:
            variants[Reference(key) if key else option] = None
        elif not key or key not in visited:
            visited.add(key)
            waiting += reversed(inner)
    return list(variants)


def _list_alternatives(catalog: Catalog, option: Type) -> tuple[Type, ...] | None:
    """Return what a value of `option` may be, where it is an alias or a union without a discriminator."""
    if isinstance(option, AnyOf):
        return option.options
    match catalog[option.key] if isinstance(option, Reference) else None:
        case Union(discriminator=None, options=options):
            return options
        case Alias(type=type_):
            return (type_,)
        case _:
            return None


def find_reachable(start: Iterable[_Key], steps: Mapping[_Key, Iterable[_Key]]) -> set[_Key]:
    """Return all keys that `start` leads to by `steps`, those of `start` included."""
    waiting = list(start)
    reached: set[_Key] = set()
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting += steps.get(key, ())
    return reached
