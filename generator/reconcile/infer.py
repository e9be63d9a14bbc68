"""Schemas for recorded values: inferred from them, or one of the document that they fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..openapi.loading import Node, Source
from ..openapi.metamodel import JSON_TYPES, is_list, is_map
from .mismatches import find_mismatches

MANY_NAMES = 20
"""The number of similar members from which an object is a map."""
_FEW_NAMES = 3
"""The same where all names look like ids."""
_ID = re.compile(
    r"\d+|[0-9a-f]{8,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d(-\d\d)?([T ].*)?|\S+@\S+|[0-9A-HJKMNP-TV-Z]{26}",
    re.IGNORECASE,
)


def infer_schema(values: Sequence[Any], minor: int = 1) -> dict[str, Any]:
    """Return a schema that admits values, as narrow as their types; objects get the members that they have.

    Args:
        values: parsed JSON.
        minor: the minor version of OpenAPI 3, which decides how null is written.
    """
    kinds = list(
        dict.fromkeys("null" if each is None else JSON_TYPES[type(each)] for each in values)
    )
    if "integer" in kinds and "number" in kinds:
        kinds.remove("integer")
    if minor == 0:
        return _infer_for_3_0([each for each in values if each is not None], kinds)
    schema: dict[str, Any] = {"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    return schema | _infer_parts(values, minor)


def _infer_for_3_0(values: Sequence[Any], kinds: list[str]) -> dict[str, Any]:
    types = [kind for kind in kinds if kind != "null"]
    nullable = {"nullable": True} if "null" in kinds else {}
    if len(types) > 1:
        groups = [[each for each in values if _has_kind(each, kind)] for kind in types]
        return {"anyOf": [infer_schema(group, 0) for group in groups]} | nullable
    return {"type": types[0] if types else "object"} | nullable | _infer_parts(values, 0)


def _has_kind(value: Any, kind: str) -> bool:
    own = JSON_TYPES[type(value)]
    return own == kind or (own == "integer" and kind == "number")


def _infer_parts(values: Sequence[Any], minor: int) -> dict[str, Any]:
    schema: dict[str, Any] = {}
    objects = [value for value in values if is_map(value)]
    if objects:
        by_name = collect_members(objects)
        if is_map_of_names(by_name):
            every = [value for group in by_name.values() for value in group]
            schema["additionalProperties"] = infer_schema(every, minor)
        else:
            schema["properties"] = {
                name: infer_schema(group, minor) for name, group in by_name.items()
            }
    arrays = [value for value in values if is_list(value)]
    if arrays:
        items = [item for array in arrays for item in array]
        schema["items"] = infer_schema(items, minor) if items else {}
    return schema


def collect_members(objects: Sequence[dict[str, Any]]) -> dict[str, list[Any]]:
    """Return the values of each member that the objects have."""
    names = dict.fromkeys(name for each in objects for name in each)
    return {name: [each[name] for each in objects if name in each] for name in names}


def is_map_of_names(by_name: dict[str, list[Any]]) -> bool:
    """Return whether members are entries of a map: many with values of one type, or names that are ids."""
    if len(by_name) < _FEW_NAMES:
        return False
    kinds: set[type[object]] = {
        type(value) for group in by_name.values() for value in group if value is not None
    }
    if len({float if kind is int else kind for kind in kinds}) > 1:
        return False
    return len(by_name) >= MANY_NAMES or all(map(_ID.fullmatch, by_name))


def infer_media(
    bodies: Sequence[Any], media_type: str, candidates: Iterator[Node], source: Source, minor: int
) -> dict[str, Any]:
    """Return a media type object for bodies: with the first schema that they fit, else an inferred one.

    Args:
        bodies: the bodies; None for a body that is not JSON.
        media_type: their media type.
        candidates: schemas of the document that describe similar bodies.
        source: the document.
        minor: the minor version of OpenAPI 3.
    """
    values = [body for body in bodies if body is not None]
    if not values:
        text = {"type": "string"}
        return {"schema": text if media_type.startswith("text/") else text | {"format": "binary"}}
    for schema in candidates:
        resolved = source.resolve(schema)
        if resolved is None or not resolved.is_map or not resolved.value:
            continue
        if not any(find_mismatches(schema, value, source) for value in values):
            return {"schema": schema.value}
    return {"schema": infer_schema(values, minor)}
