"""JSON types: synonyms that documents use, and the type that a schema without `type` implies."""

from __future__ import annotations

from typing import Any, TypeGuard, get_args

from ...diagnostics import Report, did_you_mean
from ...ir.types import Primitive, Scalar, Type, make_nullable
from ...openapi.loading import Node
from ...openapi.metamodel import JSON_CLASSES
from .schema import Schema

_SCALARS = frozenset(get_args(Scalar))
_SYNONYMS = {
    **dict.fromkeys(("int", "long", "int32", "int64", "Integer", "Long"), "integer"),
    **dict.fromkeys(("float", "double", "decimal", "Number", "Float", "Double"), "number"),
    **dict.fromkeys(("bool", "Boolean"), "boolean"),
    **dict.fromkeys(("str", "text", "String", "uuid", "url", "uri", "email"), "string"),
    **dict.fromkeys(("date", "date-time", "datetime", "timestamp"), "string"),
    **dict.fromkeys(("Array", "list"), "array"),
    **dict.fromkeys(("Object", "map", "dict"), "object"),
}
"""Names of types that documents use and JSON Schema does not have, with the type that they mean."""
_SCALAR_KEYWORDS = frozenset(
    {"type", "format", "nullable", "default", "minimum", "maximum", "exclusiveMinimum", "pattern"}
    | {"exclusiveMaximum", "multipleOf", "minLength", "maxLength", "readOnly", "writeOnly"}
    | {"title", "description", "deprecated", "example", "examples", "externalDocs", "xml"}
)
"""Keywords that do not change the type of a scalar."""
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
"""Keywords that apply to one type alone."""
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


def is_scalar(name: str) -> TypeGuard[Scalar]:
    """Return whether `name` is a JSON type without parts."""
    return name in _SCALARS


def lower_plain_scalar(keywords: dict[str, Any]) -> Type | None:
    """Return the type of a schema that describes a scalar and nothing else, as most do; None for all others."""
    name, format_ = keywords.get("type"), keywords.get("format", "")
    if type(name) is not str or not is_scalar(name) or not _SCALAR_KEYWORDS.issuperset(keywords):
        return None
    if type(format_) is not str or format_ == "binary":
        return None
    used = Primitive(name, format_)
    return make_nullable(used) if keywords.get("nullable") is True else used


def normalize_type(name: str, node: Node, report: Report) -> str:
    """Return the type of JSON Schema that the schema at `node` means by `name`; "" for an unknown one."""
    if name in JSON_CLASSES or name == "file":
        return name
    normalized = _SYNONYMS.get(name, "")
    report.warning(
        "unknown-type",
        node / "type",
        f"{name!r} is not a type of JSON Schema; read as {normalized or 'any value'}",
        (
            f"write `type: {normalized}`"
            if normalized
            else did_you_mean(name, JSON_CLASSES, f"write one of {', '.join(JSON_CLASSES)}")
        ),
    )
    return normalized


def infer_type(schema: Schema, report: Report) -> str:
    """Return the type that a schema means which names none; "" where it may mean several, or any."""
    if schema.properties or schema.items is not None or schema.prefix or not schema.node.is_map:
        return ""
    if schema.format in _TYPE_OF_FORMAT:
        return _TYPE_OF_FORMAT[schema.format]
    keywords = schema.node.value.keys()
    candidates = [name for name, own in _KEYWORDS_OF_TYPE.items() if own & keywords]
    if not candidates and schema.node.plain("not"):
        report.warning(
            "negated-schema",
            schema.node,
            "this says what a value is not, but not what it is; any value is accepted",
            "add a `type` next to `not`",
        )
    return candidates[0] if len(candidates) == 1 else ""
