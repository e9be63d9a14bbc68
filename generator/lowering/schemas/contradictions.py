"""Contradictions within a schema: names of members, formats and defaults that do not fit the rest of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ...diagnostics import Report, did_you_mean, find_closest
from ...openapi.loading import Node
from ...openapi.metamodel import JSON_CLASSES
from .schema import Schema

_FORMATS = frozenset(
    "base64url binary boolean byte char commonmark date date-span date-time date-time-local datetime-local decimal"
    " decimal128 double duration email enum float hostname html http-date idn-email idn-hostname int int8 int16 int32 int64"
    " integer ip ipv4 ipv4-cidr ipv6 ipv6-cidr iri iri-reference json json-pointer long markdown media-range name number"
    " numeric password phone regex relative-json-pointer short sf-binary sf-boolean sf-decimal sf-integer sf-string"
    " sf-token string text time time-local timestamp timezone uint uint8 uint16 uint32 uint64 uint8-array unixtime uri"
    " uri-reference uri-template url uuid".split()
)
"""The formats of the OpenAPI registry, and others that are common."""
_SIMILAR = 0.85
_MAX_SUGGESTIONS = 10
"""Names of one schema that are compared with all others, which takes milliseconds each."""


def check_scalar(node: Node, report: Report) -> None:
    """Report a misspelt format and a default of another type."""
    format_ = node.text("format")
    if format_ is not None:
        check_format(format_, node, report)
    if "default" in node.value:
        check_default_type(node, report)


def check_format(name: str, node: Node, report: Report) -> None:
    """Report a format that is nearly one of the usual ones; documents may have formats of their own."""
    similar = _find_similar_format(name)
    if similar is not None:
        report.warning(
            "unknown-format",
            node / "format",
            f"{name!r} is not a known format; it has no effect",
            f"did you mean `{similar}`?",
        )


@lru_cache(512)
def _find_similar_format(name: str) -> str | None:
    if name in _FORMATS or len(name) < 4 or name[-1:].isdecimal():
        return None
    return find_closest(name.lower().replace("_", "-"), sorted(_FORMATS), _SIMILAR)


def check_default_type(node: Node, report: Report) -> None:
    """Report a default of another type than its schema."""
    type_, default = node.value.get("type"), node.value.get("default")
    if type(type_) is not str or type_ == "null" or default is None:
        return
    if type_ in JSON_CLASSES and type(default) not in JSON_CLASSES[type_]:
        report.warning(
            "invalid-default",
            node / "default",
            f"the default is not of the type {type_!r}",
            "write a value of that type, or leave the default out",
        )


def check_default_listed(node: Node, values: tuple[Any, ...], report: Report) -> None:
    """Report a default that is not among the values that the same schema lists."""
    default = node.plain("default")
    if default is None or isinstance(default, (list, dict)) or default in values:
        return
    texts = [each for each in values if isinstance(each, str)]
    listed = ", ".join(f"`{each}`" for each in values[:8])
    report.warning(
        "invalid-default",
        node / "default",
        f"the default {default!r} is not one of the listed values",
        did_you_mean(str(default), texts, f"write one of {listed}"),
    )


def check_required(schema: Schema, report: Report) -> None:
    """Report the names in `required` that no property has."""
    missing = schema.required - schema.properties.keys()
    if not missing or not schema.node.is_map:
        return
    names = list(schema.properties)
    unknown = [each for each in schema.node / "required" if each.value in missing]
    for number, each in enumerate(unknown):
        suggested = names if number < _MAX_SUGGESTIONS else ()
        report.warning(
            "required-without-property",
            each,
            f"there is no property `{each.value}`; the model has no such member",
            did_you_mean(each.value, suggested, "describe it below `properties`", cutoff=0.7),
        )
