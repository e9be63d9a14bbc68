"""Dynamic references: a generic schema leaves a part to the schemas that use it.

A generic schema refers to an anchor (`$dynamicRef: "#item"`) that whoever uses it binds (`$dynamicAnchor: item`, mostly in
their `$defs`): e.g. a page of any kind of item. A schema that refers to the generic one and binds its anchor gets a
class of its own; the outermost binding counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ...openapi.loading import Node
from ...openapi.loading.uris import to_fragment
from ...openapi.metamodel import is_list, is_map
from .schema import Schema, read_dynamic_anchors

_DYNAMIC_KEYWORDS = ("$dynamicRef", "$recursiveRef")
_DATA_KEYWORDS = frozenset({"example", "examples", "default", "enum", "const"})
"""Keywords whose values are data, even if they look like schemas."""


def bind_dynamic_refs(schema: Schema) -> Schema:
    """Return `schema` with the dynamic references in its members bound to its dynamic anchors."""
    if not schema.dynamic_anchors:
        return schema
    home = schema.node

    def fill(node: Node, above: Node, key: str) -> Node:
        if not _has_dynamic_ref(node.value, schema.dynamic_anchors):
            return node
        return Node(home.document, _fill(node, schema.dynamic_anchors), above, key)

    def fill_all(nodes: tuple[Node, ...], key: str) -> tuple[Node, ...]:
        return tuple(fill(each, home / key, str(n)) for n, each in enumerate(nodes))

    return evolve(
        schema,
        properties={
            name: fill(each, home / "properties", name) for name, each in schema.properties.items()
        },
        additional=schema.additional and fill(schema.additional, home, "additionalProperties"),
        patterns=fill_all(schema.patterns, "patternProperties"),
        items=schema.items and fill(schema.items, home, "items"),
        prefix=fill_all(schema.prefix, "prefixItems"),
        groups=tuple(fill_all(group, "oneOf") for group in schema.groups),
    )


def resolve_dynamic_ref(node: Node) -> Node:
    """Return `node` with a `$ref` for its `$dynamicRef`, to the nearest anchor around it."""
    reference = node.text("$dynamicRef") or node.text("$recursiveRef")
    if reference is None or "$ref" in node:
        return node
    name = _get_dynamic_name(node.value)
    at: Node | None = node if name is not None else None
    while at is not None and not (at.is_map and name in read_dynamic_anchors(at)):
        at = at.parent
    if at is not None and name is not None:
        reference = _make_absolute_reference(read_dynamic_anchors(at)[name])
    return Node(node.document, {**node.value, "$ref": reference}, node.parent, node.key)


def _get_dynamic_name(value: Any) -> str | None:
    """Return the name of the anchor that a dynamic reference names; None for any other schema."""
    reference = value.get("$dynamicRef", value.get("$recursiveRef")) if is_map(value) else None
    if not isinstance(reference, str) or not reference.startswith("#"):
        return None
    return reference[1:]


def _has_dynamic_ref(value: Any, names: Mapping[str, Node]) -> bool:
    if is_list(value):
        return any(_has_dynamic_ref(each, names) for each in value)
    return is_map(value) and (
        _get_dynamic_name(value) in names
        or any(_has_dynamic_ref(each, names) for each in value.values())
    )


def _fill(node: Node, names: Mapping[str, Node]) -> Any:
    """Return the value of `node` with its dynamic references bound."""
    if node.is_list:
        return [_fill(each, names) for each in node]
    if not node.is_map:
        return node.value
    bound = {
        key: each.value if key in _DATA_KEYWORDS else _fill(each, names)
        for key, each in node.items()
    }
    name = _get_dynamic_name(node.value)
    if name is not None and name in names:
        rest = {key: each for key, each in bound.items() if key not in _DYNAMIC_KEYWORDS}
        return rest | {"$ref": _make_absolute_reference(names[name])}
    return bound


def _make_absolute_reference(node: Node) -> str:
    """Return a reference that leads to `node`."""
    return to_fragment(node.pointer)
