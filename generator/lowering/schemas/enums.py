"""Enumerations and constants: which values a schema lists, and whether the list gets a name."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from ...ir.definitions import Catalog, Enumeration, is_component
from ...ir.types import (
    AnyOf,
    Anything,
    Choice,
    Json,
    ListOf,
    MapOf,
    Primitive,
    Reference,
    Type,
    make_nullable,
)
from ...openapi.extensions.registry import read_value_notes
from ...openapi.metamodel import JSON_CLASSES, is_list, is_map
from .schema import Schema

_MAX_INLINE_WIDTH = 48
"""An enumeration written in place gets a name once its values take more characters than this."""
_STRUCTURAL_KEYWORDS = frozenset(
    {"$ref", "$dynamicRef", "properties", "items", "allOf", "oneOf", "anyOf"}
)


@frozen
class EnumShape:
    """One of the values that a schema lists."""

    scalars: tuple[Json, ...]
    """Those that are scalars, without null; 1 and true are two values."""
    has_objects: bool
    has_arrays: bool
    has_null: bool


def read_enum(schema: Schema) -> EnumShape | None:
    """Read the values that `schema` lists.

    None where it lists none, or none of its own type: `type: array` next to the values of the
    items, `type: boolean` next to "yes" and "no".
    """
    listed = schema.enum or _list_values_of_alternatives(schema)
    if not listed:
        return None
    scalars = [each for each in listed if isinstance(each, (str, int, float, bool))]
    structured = [each for each in listed if is_map(each) or is_list(each)]
    if schema.types and scalars + structured and (structured or not _fits_types(schema, scalars)):
        return None
    return EnumShape(
        scalars=tuple({(type(each), each): each for each in scalars}.values()),
        has_objects=any(is_map(each) for each in structured),
        has_arrays=any(is_list(each) for each in structured),
        has_null=any(each is None for each in listed),
    )


def lower_enum(shape: EnumShape, schema: Schema, name: str, key: str, catalog: Catalog) -> Type:
    """Return the type of the values of `shape`, defined in `catalog` if they get a name.

    Objects and arrays have no literals: any object or any array may occur in their place.
    """
    options: list[Type] = []
    if shape.has_objects or shape.has_arrays:
        options += [Choice(shape.scalars)] if shape.scalars else []
        options += [MapOf(Anything())] if shape.has_objects else []
        options += [ListOf(Anything())] if shape.has_arrays else []
    elif shape.scalars:
        options.append(_lower_scalars(shape.scalars, schema, name, key, catalog))
    if not options:
        return Primitive("null") if shape.has_null else Anything()
    used = options[0] if len(options) == 1 else AnyOf(tuple(options))
    return make_nullable(used) if shape.has_null else used


def _lower_scalars(
    values: tuple[Json, ...], schema: Schema, name: str, key: str, catalog: Catalog
) -> Type:
    if not is_component(key) and _measure_literal(values) <= _MAX_INLINE_WIDTH:
        return Choice(values)
    described = _map_alternative_titles(schema) | read_value_notes(schema.node)
    notes = tuple((each, described[str(each)]) for each in values if str(each) in described)
    catalog.definitions[key] = Enumeration(key, name, schema.description, values, notes)
    return Reference(key)


def _measure_literal(values: tuple[Json, ...]) -> int:
    """Return how many characters `values` take in a list, with quotes and separators, without escapes."""
    return sum(len(str(each)) + (4 if isinstance(each, str) else 2) for each in values)


def _list_values_of_alternatives(schema: Schema) -> tuple[Any, ...]:
    """List the values of alternatives that are nothing but values, each perhaps with a title."""
    if len(schema.groups) != 1 or schema.properties:
        return ()
    values: list[Any] = []
    for node in schema.groups[0]:
        if not node.is_map or not _STRUCTURAL_KEYWORDS.isdisjoint(node.value):
            return ()
        enum = node.plain("enum")
        if "const" in node:
            values.append(node.value["const"])
        elif isinstance(enum, list):
            values += enum
        elif node.plain("type") == "null":
            values.append(None)
        else:
            return ()
    return tuple(values)


def _map_alternative_titles(schema: Schema) -> dict[str, str]:
    """Return the titles of alternatives that are single values, by value."""
    titles = {
        str(node.value["const"]): node.text("description") or node.text("title") or ""
        for node in schema.options
        if node.is_map and "const" in node
    }
    return {
        value: text
        for value, text in titles.items()
        if text and text.casefold() != value.casefold()
    }


def _fits_types(schema: Schema, values: list[Any]) -> bool:
    """Return whether one of `values` is of a type that `schema` names."""
    classes = {
        each
        for name in schema.types
        if name not in ("array", "object", "null")
        for each in JSON_CLASSES.get(name, (str,))
    }
    return any(type(each) in classes for each in values)
