"""Enumerations and constants: which values a schema lists, and whether the list gets a name."""

from __future__ import annotations

import json
from typing import Any

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
from ...openapi.extensions.registry import value_notes
from .schema import Schema

_MAX_INLINE_WIDTH = 48
"""An enumeration written in place gets a name once its values take more characters than this."""
_STRUCTURAL_KEYWORDS = frozenset(
    {"$ref", "$dynamicRef", "properties", "items", "allOf", "oneOf", "anyOf"}
)
_TYPES_OF_VALUES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (int, float),
    "boolean": (bool,),
}


def lower_enum(schema: Schema, name: str, key: str, catalog: Catalog) -> Type | None:
    """The listed values of `schema`, defined in `catalog` if they get a name.

    None where it lists none, or none that its own type admits: `type: array` beside the values of the
    items, `type: boolean` beside "yes" and "no".
    """
    listed = schema.enum or _values_of_alternatives(schema)
    values = [value for value in listed if value is not None]
    scalars = [value for value in values if isinstance(value, (str, int, float, bool))]
    if listed and not values:
        return Primitive("null")
    if len(scalars) < len(values) and not schema.types:
        return _lower_structured_values(values, tuple(scalars), null=len(values) < len(listed))
    if not scalars or len(scalars) < len(values) or not _matches_declared_type(schema, scalars):
        return None
    distinct: tuple[Json, ...] = tuple({(type(value), value): value for value in scalars}.values())
    used: Type = Choice(distinct)
    if is_component(key) or _written_width(distinct) > _MAX_INLINE_WIDTH:
        told = _alternative_titles(schema) | value_notes(schema.node)
        notes = tuple((each, told[str(each)]) for each in distinct if str(each) in told)
        catalog.definitions[key] = Enumeration(key, name, schema.description, distinct, notes)
        used = Reference(key)
    return used if len(values) == len(listed) else make_nullable(used)


def _written_width(values: tuple[Json, ...]) -> int:
    """Return how many characters `values` take as JSON, with separators."""
    return sum(len(json.dumps(value, ensure_ascii=False)) + 2 for value in values)


def _values_of_alternatives(schema: Schema) -> tuple[Any, ...]:
    """The values of alternatives that are nothing but values, each perhaps with a title."""
    if len(schema.groups) != 1 or schema.properties:
        return ()
    found: list[Any] = []
    for node in schema.groups[0]:
        if not node.is_map or _STRUCTURAL_KEYWORDS & node.value.keys():
            return ()
        enum = node.plain("enum")
        if "const" in node:
            found.append(node.value["const"])
        elif isinstance(enum, list):
            found += enum
        elif node.plain("type") == "null":
            found.append(None)
        else:
            return ()
    return tuple(found)


def _alternative_titles(schema: Schema) -> dict[str, str]:
    """What alternatives that are values say of themselves."""
    told = {
        str(node.value["const"]): node.text("description") or node.text("title") or ""
        for node in schema.options
        if node.is_map and "const" in node
    }
    return {
        value: text for value, text in told.items() if text and text.casefold() != value.casefold()
    }


def _lower_structured_values(values: list[Any], scalars: tuple[Json, ...], *, null: bool) -> Type:
    """Values that are objects or arrays have no literals: any object, any array, or one of the others."""
    options: list[Type] = [Choice(scalars)] if scalars else []
    options += [MapOf(Anything())] if any(isinstance(each, dict) for each in values) else []
    options += [ListOf(Anything())] if any(isinstance(each, list) for each in values) else []
    used = options[0] if len(options) == 1 else AnyOf(tuple(options))
    return make_nullable(used) if null else used


def _matches_declared_type(schema: Schema, values: list[Any]) -> bool:
    """Whether some of `values` is of a type that `schema` names, or it names none."""
    kinds = [
        _TYPES_OF_VALUES.get(each, (str,) if each not in ("array", "object", "null") else ())
        for each in schema.types
    ]
    return not kinds or any(_has_type(value, kind) for value in values for kind in kinds)


def _has_type(value: Any, kinds: tuple[type, ...]) -> bool:
    return type(value) in kinds
