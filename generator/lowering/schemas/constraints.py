"""The bounds of a value: in words for a docstring, and as data for comparing two documents."""

from __future__ import annotations

import json
from typing import Any, Final, cast

from ...ir.types import Constraints, Json
from ...openapi.loading import Node, Source
from ...text import pluralize

_KEYWORDS: Final = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
    *("minContains", "maxContains", "uniqueItems", "pattern", "default"),
    *("contentEncoding", "contentMediaType"),
    *("prefixItems", "contains", "not", "if", "then", "else", "patternProperties"),
    *("propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedItems"),
    *("unevaluatedProperties",),
)
"""What narrows a value without changing its type."""

_KEYWORD_SET: Final = frozenset(_KEYWORDS)

_SIZES: Final = frozenset(_KEYWORDS[:9])
"""Those that a docstring tells."""

_MAX_ITEMS_DEPTH: Final = 4
"""How far lists within lists are looked into."""


def limits(nodes: list[Node]) -> str:
    """What the keywords of `nodes` (a use and its definition) say of size and range, or ""."""
    said = _merge_keywords(nodes)
    if _SIZES.isdisjoint(said):
        return ""
    return ", ".join(
        phrase
        for phrase in (
            _between(said.get("minLength"), said.get("maxLength"), "character"),
            _range(said),
            _between(said.get("minItems"), said.get("maxItems"), "item"),
        )
        if phrase
    )


def read_constraints(nodes: list[Node], prefix: str = "") -> Constraints:
    """The keywords of `nodes` (a use and its definition) that narrow the value, and those of its items.

    Args:
        nodes: the use first.
        prefix: what the keywords' names begin with, `items.` for those of items.
    """
    said = _merge_keywords(nodes)
    found: list[tuple[str, Json]] = []
    if not _KEYWORD_SET.isdisjoint(said):
        found = [(f"{prefix}{key}", _as_json_scalar(said[key])) for key in _KEYWORDS if key in said]
    items = [item for node in nodes if (item := node.get("items")) is not None and item.is_map]
    deeper = (
        read_constraints(items, f"{prefix}items.")
        if items and prefix.count(".") < _MAX_ITEMS_DEPTH
        else ()
    )
    return (*found, *deeper)


def _merge_keywords(nodes: list[Node]) -> dict[str, Any]:
    """The keywords of `nodes` together; the first has the last word."""
    if len(nodes) == 1:
        return cast("dict[str, Any]", nodes[0].value)
    said: dict[str, Any] = {}
    for node in reversed(nodes):
        said |= node.value
    return said


def read_schema_constraints(schema: Node | None, source: Source) -> Constraints:
    """What narrows the value of `schema`, in place and at what it refers to."""
    if schema is None or not schema.is_map:
        return ()
    resolved = source.resolve(schema) or schema
    return read_constraints(
        [schema, resolved] if resolved is not schema and resolved.is_map else [schema]
    )


def _as_json_scalar(value: Any) -> Json:
    scalar = value is None or isinstance(value, (str, int, float, bool))
    return value if scalar else json.dumps(value, sort_keys=True, ensure_ascii=False)


def _range(said: dict[str, Any]) -> str:
    low, high = said.get("minimum"), said.get("maximum")
    above, below = said.get("exclusiveMinimum"), said.get("exclusiveMaximum")
    phrases = [
        _between(None if above is True else low, None if below is True else high, ""),
        f"more than {low if above is True else above}" if _number(above) or above is True else "",
        f"less than {high if below is True else below}" if _number(below) or below is True else "",
        f"a multiple of {said['multipleOf']}" if _number(said.get("multipleOf")) else "",
    ]
    return ", ".join(phrase for phrase in phrases if phrase)


def _between(low: Any, high: Any, unit: str) -> str:
    if _number(low) and _number(high):
        told = _counted(high, unit)
        return f"exactly {told}" if low == high else f"{low} to {told}"
    if low == 1 and unit:
        return "not empty"
    if _number(low):
        return f"at least {_counted(low, unit)}" if low or not unit else ""
    return f"at most {_counted(high, unit)}" if _number(high) else ""


def _counted(number: float, unit: str) -> str:
    return pluralize(number, unit) if unit else str(number)


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
