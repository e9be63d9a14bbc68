"""JSON's types, what documents call them, and which they mean without a word."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Report
from ...ir.types import Primitive, Type, make_nullable
from ...openapi.loading import Node
from .schema import Schema

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


_SCALAR_KEYWORDS = frozenset(
    {"type", "format", "nullable", "default", "minimum", "maximum", "exclusiveMinimum", "pattern"}
    | {"exclusiveMaximum", "multipleOf", "minLength", "maxLength", "readOnly", "writeOnly"}
    | {"title", "description", "deprecated", "example", "examples", "externalDocs", "xml"}
)
"""Keywords beside which a scalar is no other type."""


def lower_plain_scalar(said: dict[str, Any]) -> Type | None:
    """What a schema is that describes a scalar and nothing else, as most do; None for what has to be read."""
    kind, format_ = said.get("type"), said.get("format", "")
    if type(kind) is not str or kind not in SCALARS or not _SCALAR_KEYWORDS.issuperset(said):
        return None
    if type(format_) is not str or format_ == "binary":
        return None
    used = Primitive(kind, format_)  # type: ignore[arg-type]  # checked just above
    return make_nullable(used) if said.get("nullable") is True else used


def normalize_type(named: str, node: Node, report: Report) -> str:
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


_KEYWORDS_OF_TYPE = {
    "string": frozenset(
        {"pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"}
    ),
    "number": frozenset(
        {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
    ),
    "array": frozenset({"minItems", "maxItems", "uniqueItems", "contains"}),
    "object": frozenset(
        {"required", "minProperties", "maxProperties", "propertyNames", "dependentRequired"}
    ),
}
"""Keywords that only mean something for one type."""
_TYPE_OF_FORMAT = {
    **dict.fromkeys(("int32", "int64"), "integer"),
    **dict.fromkeys(("float", "double"), "number"),
    **dict.fromkeys(
        ("date", "date-time", "time", "duration", "byte", "binary", "password"), "string"
    ),
    **dict.fromkeys(
        ("uuid", "uri", "uri-reference", "email", "hostname", "ipv4", "ipv6"), "string"
    ),
}


def infer_type(schema: Schema, report: Report) -> str:
    """The type that a schema means which names none; "" where it may mean several, or any."""
    if schema.properties or schema.items is not None or schema.prefix or not schema.node.is_map:
        return ""
    if schema.format in _TYPE_OF_FORMAT:
        return _TYPE_OF_FORMAT[schema.format]
    found = [
        kind for kind, keywords in _KEYWORDS_OF_TYPE.items() if keywords & schema.node.value.keys()
    ]
    if not found and schema.node.plain("not"):
        report.warning(
            "not",
            schema.node,
            "this says what a value is not, and not what it is; taken as any value",
            "name its `type` beside `not`",
        )
    return found[0] if len(found) == 1 else ""
