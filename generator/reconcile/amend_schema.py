"""Amends a schema so that it accepts the recorded values: all differences of one place together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ..openapi.metamodel import is_list
from .exchanges import Difference
from .infer import infer_schema
from .mismatches import MASK

Schema = dict[str, Any]
_STAND_INS: Final[dict[str, Any]] = {
    **{"string": "", "integer": 0, "number": 0.5, "boolean": True},
    **{"object": {}, "array": []},
}
"""A value of each type, which stands for secrets: recordings have only their type."""
_OUTER = frozenset(
    "title description deprecated readOnly writeOnly default example examples x-secret x-optional".split()
)
"""Keywords about the use of a value, which stay outside when alternatives are added."""


def amend_schema(schema: Schema, differences: Sequence[Difference], minor: int) -> Schema:
    """Return a schema that admits the values of all differences as well.

    Args:
        schema: the schema as it is.
        differences: the values that differ, at this place.
        minor: the minor version of OpenAPI 3.
    """
    amended = dict(schema)
    _amend_members(amended, differences, minor)
    listed = _values(differences, "unknown enum value")
    if listed:
        _list_values(amended, listed)
    if _values(differences, "wrong format"):
        amended.pop("format", None)
    others = [
        _STAND_INS.get(each.name, value) if value == MASK else value
        for each in differences
        if each.kind == "wrong type"
        for value in each.values
    ]
    if others or any(each.kind == "null" for each in differences):
        nulls = [None] if any(each.kind == "null" for each in differences) else []
        amended = _add_types(amended, others, nulls, minor)
    return amended


def _values(differences: Sequence[Difference], kind: str) -> list[Any]:
    return [value for each in differences if each.kind == kind for value in each.values]


def _amend_members(amended: Schema, differences: Sequence[Difference], minor: int) -> None:
    missing = {each.name for each in differences if each.kind == "missing member"}
    if missing:
        required = [name for name in amended.get("required", ()) if name not in missing]
        amended.pop("required", None)
        amended |= {"required": required} if required else {}
    unknown = {
        each.name: infer_schema(each.values, minor)
        for each in differences
        if each.kind == "unknown member"
    }
    if unknown:
        amended["properties"] = {**amended.get("properties", {}), **unknown}
    entries = _values(differences, "unknown members")
    if entries:
        amended["additionalProperties"] = infer_schema(entries, minor)


def _list_values(amended: Schema, values: Sequence[Any]) -> None:
    if MASK in values:  # secrets are not written down
        amended.pop("enum", None)
        amended.pop("const", None)
        return
    before = [amended.pop("const")] if "const" in amended else list(amended.get("enum", ()))
    amended["enum"] = _extend(before, values)


def _extend(before: list[Any], values: Sequence[Any]) -> list[Any]:
    after = list(before)
    for value in values:
        if not any(each == value and type(each) is type(value) for each in after):
            after.append(value)
    return after


def _add_types(schema: Schema, values: list[Any], nulls: list[None], minor: int) -> Schema:
    """Return the schema with further types, and null if `nulls` is not empty."""
    is_listed = "enum" in schema or "const" in schema
    if "type" in schema and "$ref" not in schema and (minor > 0 or not values):
        if is_listed:
            _list_values(schema, [*values, *nulls])
        return _widen_type(schema, values, nulls, minor)
    if is_listed and not values and "$ref" not in schema:
        _list_values(schema, nulls)
        return schema
    inner = {key: value for key, value in schema.items() if key not in _OUTER}
    outer = {key: value for key, value in schema.items() if key in _OUTER}
    if minor == 0 and not values:
        part = {"allOf": [inner]} if "$ref" in inner else inner
        return {**outer, **part, "nullable": True}
    added = [infer_schema(values, minor)] if values else []
    if minor > 0 and nulls:
        added.append({"type": "null"})
    for key in ("anyOf", "oneOf"):
        if key in inner and "discriminator" not in inner and inner.keys() <= {key, "nullable"}:
            inner = {**inner, key: [*inner[key], *added]}
            break
    else:
        inner = {"anyOf": [inner, *added]}
    return {**outer, **inner, **({"nullable": True} if minor == 0 and nulls else {})}


def _widen_type(schema: Schema, values: list[Any], nulls: list[None], minor: int) -> Schema:
    if minor == 0:
        return {**schema, "nullable": True}
    before = schema["type"] if is_list(schema["type"]) else [schema["type"]]
    inferred = infer_schema([*values, *nulls])
    types = inferred.pop("type")
    after = _extend(list(before), types if is_list(types) else [types])
    if "number" in after and "integer" in after:
        after.remove("integer")
    return {**inferred, **schema, "type": after if len(after) > 1 else after[0]}
