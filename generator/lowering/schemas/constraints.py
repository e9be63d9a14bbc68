"""The keywords that constrain a value without changing its type."""

from __future__ import annotations

import json
from typing import Any, Final, cast

from ...ir.types import IN_PARTS, Constraints, Json
from ...openapi.loading import Node, Source

_KEYWORDS: Final = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
    *("minContains", "maxContains", "uniqueItems", "pattern", "default"),
    *("contentEncoding", "contentMediaType"),
    *("prefixItems", "contains", "not", "if", "then", "else", "patternProperties"),
    *("propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedItems"),
    *("unevaluatedProperties",),
)
_KEYWORD_SET: Final = frozenset(_KEYWORDS)
DOCUMENTED: Final = frozenset((*_KEYWORDS[:9], "default"))
"""Those that a docstring mentions: classes that differ in them are different classes."""
_PART_KEYWORDS: Final = frozenset((*_KEYWORDS[:8], "pattern", "format", "$ref"))
_MAX_ITEMS_DEPTH: Final = 4
"""Arrays within arrays whose items are read."""


def read_constraints(nodes: list[Node], prefix: str = "") -> Constraints:
    """Read what constrains a value and its items.

    Args:
        nodes: a use of a schema, then what it refers to; the first that has a keyword decides.
        prefix: prepended to each keyword, `items.` for those of items.

    Returns:
        Keywords and values. A value that is not a scalar is given as JSON text. `IN_PARTS` stands for constraints
        that only a part of the schema has.
    """
    keywords = _merge_keywords(nodes)
    constraints: list[tuple[str, Json]] = []
    if not _KEYWORD_SET.isdisjoint(keywords):
        constraints = [
            (f"{prefix}{key}", _as_json_scalar(keywords[key]))
            for key in _KEYWORDS
            if key in keywords
        ]
    if not prefix and any(map(_has_constrained_part, nodes)):
        constraints.append((IN_PARTS, True))
    items = [item for node in nodes if (item := node.get("items")) is not None and item.is_map]
    if not items or prefix.count(".") >= _MAX_ITEMS_DEPTH:
        return tuple(constraints)
    return (*constraints, *read_constraints(items, f"{prefix}items."))


def _has_constrained_part(node: Node) -> bool:
    """Return whether a part of `allOf`, `oneOf` or `anyOf` constrains the value, or refers to what may do so."""
    parts = (part for key in ("allOf", "oneOf", "anyOf") for part in node / key)
    return any(part.is_map and not _PART_KEYWORDS.isdisjoint(part.value) for part in parts)


def _merge_keywords(nodes: list[Node]) -> dict[str, Any]:
    """Merge the keywords of `nodes`; the first has precedence."""
    if len(nodes) == 1:
        return cast("dict[str, Any]", nodes[0].value)
    keywords: dict[str, Any] = {}
    for node in reversed(nodes):
        keywords |= node.value
    return keywords


def read_schema_constraints(schema: Node | None, source: Source) -> Constraints:
    """Read what constrains a value of `schema`, in place and at what it refers to."""
    if schema is None or not schema.is_map:
        return ()
    resolved = source.resolve(schema) or schema
    return read_constraints(
        [schema, resolved] if resolved is not schema and resolved.is_map else [schema]
    )


def _as_json_scalar(value: Any) -> Json:
    is_scalar = value is None or isinstance(value, (str, int, float, bool))
    return value if is_scalar else json.dumps(value, sort_keys=True, ensure_ascii=False)
