"""JSON's types, and what documents call them."""

from __future__ import annotations

from ..diagnostics import Report
from ..source import Node

SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})
_SYNONYMS = {
    **dict.fromkeys(("int", "long", "int32", "int64", "Integer", "Long"), "integer"),
    **dict.fromkeys(("float", "double", "decimal", "Number", "Float", "Double"), "number"),
    **dict.fromkeys(("bool", "Boolean"), "boolean"),
    **dict.fromkeys(("str", "text", "String", "uuid", "url", "uri", "email"), "string"),
    **dict.fromkeys(("Array", "list"), "array"),
    **dict.fromkeys(("Object", "map", "dict"), "object"),
}
"""Types that JSON Schema does not have but documents do, and what they mean."""


def kind_of(named: str, node: Node, report: Report) -> str:
    """One of JSON Schema's types for what the schema at `node` names; "" for what nobody knows."""
    if named in SCALARS or named in ("object", "array", "file"):
        return named
    meant = _SYNONYMS.get(named, "")
    report.warning(
        "unknown-type",
        node,
        f"{named!r} is no type of JSON Schema; taken as {meant or 'any value'}",
        "write one of string, integer, number, boolean, array, object, null",
    )
    return meant
