"""Rules about schemas: what contradicts itself, and what has no effect."""

from __future__ import annotations

from typing import Any

from ..openapi.loading import Node
from ..openapi.metamodel import JSON_CLASSES, is_list, is_map
from .linter import Linter

_BOUNDS = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
)
_TYPE_OF_KEYWORD = {
    keyword: type_
    for type_, keywords in {
        "string": "minLength maxLength pattern",
        "number": "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf",
        "array": "items prefixItems minItems maxItems uniqueItems contains",
        "object": "properties additionalProperties minProperties maxProperties patternProperties propertyNames required",
    }.items()
    for keyword in keywords.split()
}


def check_schema(linter: Linter, schema: Node) -> None:
    """Check a schema by itself."""
    types = _list_types(schema)
    _check_enum(linter, schema, types)
    _check_alternatives(linter, schema)
    _check_bounds(linter, schema)
    _check_keywords(linter, schema, types)
    _check_nullable(linter, schema)
    _check_directions(linter, schema)


def _list_types(schema: Node) -> tuple[str, ...]:
    """Return the types of a schema; none where it has none, or one that JSON Schema does not know."""
    type_ = schema.plain("type")
    types = type_ if is_list(type_) else [type_]
    return tuple(types) if all(type(each) is str and each in JSON_CLASSES for each in types) else ()


def _check_enum(linter: Linter, schema: Node, types: tuple[str, ...]) -> None:
    allowed = {each for name in types for each in JSON_CLASSES[name]}
    is_nullable = schema.plain("nullable") is True
    values: set[Any] = set()
    for node in schema / "enum":
        value: object = node.value
        key: object = (type(value), repr(value) if is_list(value) or is_map(value) else value)
        if key in values:
            linter.warn(
                "duplicate-enum-value",
                node,
                f"{_shorten(value)} is in the enumeration already",
                "remove it",
            )
        values.add(key)
    for node in (*(schema / "enum"), *([schema / "const"] if "const" in schema else [])):
        value = node.value
        if allowed and type(value) not in allowed and not (value is None and is_nullable):
            linter.warn(
                "enum-type",
                node,
                f"{_shorten(value)} is not of the type {' or '.join(f'`{each}`' for each in types)}",
                "quote it if it is text" if "string" in types else "correct the value or the type",
            )


def _check_alternatives(linter: Linter, schema: Node) -> None:
    for key in ("oneOf", "anyOf", "allOf"):
        if schema.plain(key) == []:
            linter.warn(
                "grammar",
                schema / key,
                f"`{key}` is an empty list",
                "list the schemas, or remove it",
            )


def _check_bounds(linter: Linter, schema: Node) -> None:
    for low, high in _BOUNDS:
        least, most = schema.plain(low), schema.plain(high)
        if _is_number(least) and _is_number(most) and least > most:
            linter.warn(
                "contradictory-bounds",
                schema / low,
                f"`{low}` {least} is above `{high}` {most}",
                "swap or correct them",
            )


def _is_number(value: object) -> bool:
    return type(value) in (int, float)


def _check_keywords(linter: Linter, schema: Node, types: tuple[str, ...]) -> None:
    """Report keywords that are about other types than the schema's, and lists of anything."""
    if not types:
        return
    allowed_types = {"number" if each == "integer" else each for each in types}
    for key in schema.value:
        about = _TYPE_OF_KEYWORD.get(key)
        if about is not None and about not in allowed_types:
            linter.warn(
                "keyword-of-other-type",
                schema / key,
                f"`{key}` applies to values of the type `{about}` and has no effect here",
                "remove it, or correct the type",
            )
    if "array" in types and schema.value.keys().isdisjoint(
        ("items", "prefixItems", "$ref", "allOf")
    ):
        linter.warn(
            "array-without-items",
            schema,
            "nothing says what is in this list",
            "add `items`; `items: {}` if it may be anything",
        )


def _check_nullable(linter: Linter, schema: Node) -> None:
    if linter.minor == 0 and schema.plain("nullable") is True:
        if schema.value.keys().isdisjoint(("type", "$ref")):
            linter.warn(
                "nullable-without-type",
                schema / "nullable",
                "`nullable` stands without a `type`; this generator applies it, other tools don't",
                "add the `type`",
            )


def _check_directions(linter: Linter, schema: Node) -> None:
    if schema.plain("readOnly") is True and schema.plain("writeOnly") is True:
        linter.warn(
            "read-only-and-write-only",
            schema,
            "a member that is read-only and write-only can be neither sent nor received",
            "remove one of the two",
        )
    for node in schema / "required":
        member = schema / "properties" / node.value if type(node.value) is str else schema / ""
        member = linter.source.resolve(member) or member
        if member.plain("readOnly") is True:
            linter.warn(
                "read-only-required",
                node,
                f"`{node.value}` is read-only and required",
                "take it out of `required` if requests need not have it",
            )


def _shorten(value: object) -> str:
    text = repr(value) if type(value) is str else "null" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
