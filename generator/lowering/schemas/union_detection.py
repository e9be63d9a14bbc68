"""Which alternatives of a schema make it a union, and which only constrain it or add members."""

from __future__ import annotations

from ...openapi.loading import Node, Source
from .all_of import is_bare_reference, merge_schema
from .json_types import is_scalar
from .schema import Group, Schema

_TYPE_KEYWORDS = frozenset(
    {"$ref", "type", "properties", "items", "enum", "const", "allOf", "oneOf", "anyOf", "format"}
    | {"additionalProperties", "patternProperties", "prefixItems", "nullable"}
)
"""Keywords that say what a value is, and not only more about it."""


def find_alternatives(schema: Schema, source: Source) -> Group | None:
    """Return the alternatives that `schema` is a union of; None where they only constrain it or add to it."""
    groups = [group for group in schema.groups if any(map(_has_type_keyword, group))]
    if len(groups) != 1:
        return None
    group = groups[0]
    if not schema.properties:
        is_refined = bool(schema.types) and is_scalar(schema.types[0]) and _has_only_formats(group)
        return None if is_refined and schema.types[0] != "null" else group
    names = set(schema.properties)
    for node in group:
        if not is_bare_reference(node) or not names <= merge_schema(node, source).properties.keys():
            return None
    return group


def _has_type_keyword(node: Node) -> bool:
    return node.is_map and not _TYPE_KEYWORDS.isdisjoint(node.value)


def _has_only_formats(group: Group) -> bool:
    """Return whether no alternative says more about a scalar than which format it has."""
    return all(
        (_TYPE_KEYWORDS - {"format"}).isdisjoint(node.value) for node in group if node.is_map
    )
