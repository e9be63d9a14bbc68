"""One schema as it is written: the keywords at its place, before anything is merged."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from ...openapi.loading import Node

Group = tuple[Node, ...]
"""The alternatives of one `oneOf` or `anyOf`."""


@frozen
class Schema:
    """A schema after merging. `node` is where it stands, for diagnostics."""

    node: Node
    types: tuple[str, ...] = ()
    nullable: bool = False
    properties: dict[str, Node] = field(factory=dict)
    required: frozenset[str] = frozenset()
    additional: Node | None = None
    """The schema of members that are not listed."""
    patterns: tuple[Node, ...] = ()
    """The schemas of members whose names match a pattern."""
    items: Node | None = None
    prefix: tuple[Node, ...] = ()
    """The schemas of the first items of an array, by position."""
    groups: tuple[Group, ...] = ()
    discriminator: Node | None = None
    enum: tuple[Any, ...] | None = None
    format: str = ""
    description: str = ""
    deprecated: bool = False
    conditions: tuple[Node, ...] = ()
    """The schemas that apply under a condition: `then`, `else`, `dependentSchemas`."""
    dynamic_anchors: dict[str, Node] = field(factory=dict)
    """What dynamic references are bound to, by the name of the anchor."""

    @property
    def options(self) -> Group:
        """The alternatives, of which there may be several groups at once."""
        return tuple(option for group in self.groups for option in group)


_NESTED_KEYWORDS = frozenset(
    {"properties", "required", "additionalProperties", "unevaluatedProperties", "patternProperties"}
    | {"items", "unevaluatedItems", "prefixItems", "oneOf", "anyOf", "discriminator"}
    | {"then", "else", "dependentSchemas", "$defs", "$dynamicAnchor", "$recursiveAnchor"}
)
"""Keywords that describe more than a scalar."""


def read_keywords(node: Node) -> Schema:
    """Read the keywords that stand at `node` itself."""
    value = node.value
    types, nullable = _read_types(value)
    return Schema(
        node=node,
        types=types,
        nullable=nullable,
        enum=_read_enum(value),
        format=_read_format(value),
        description=node.text("description") or "",
        deprecated=value.get("deprecated") is True,
        **({} if _NESTED_KEYWORDS.isdisjoint(value) else _read_nested(node)),
    )


def _read_nested(node: Node) -> dict[str, Any]:
    """Read what a schema says about members, items and alternatives."""
    return {
        "properties": _map_children(node, "properties"),
        "required": frozenset(
            name for name in _read_list(node.value, "required") if isinstance(name, str)
        ),
        "additional": _get_optional_child(node, "additionalProperties")
        or _get_optional_child(node, "unevaluatedProperties"),
        "patterns": tuple(_map_children(node, "patternProperties").values()),
        "items": _read_items(node),
        "prefix": _list_children(node, "prefixItems") or _list_children(node, "items"),
        "groups": tuple(
            group for key in ("oneOf", "anyOf") if (group := _list_children(node, key))
        ),
        "discriminator": _get_optional_child(node, "discriminator"),
        "conditions": (
            *(
                each
                for key in ("then", "else")
                if (each := _get_optional_child(node, key)) is not None
            ),
            *_map_children(node, "dependentSchemas").values(),
        ),
        "dynamic_anchors": read_dynamic_anchors(node),
    }


def _read_items(node: Node) -> Node | None:
    """Return the schema of the items after those that have schemas by position."""
    items = _get_optional_child(node, "items")
    if items is not None and items.is_list:
        items = _get_optional_child(node, "additionalItems")
    return items or _get_optional_child(node, "unevaluatedItems")


def read_dynamic_anchors(node: Node) -> dict[str, Node]:
    """Return the schemas that dynamic references to `node` may be bound to, by the name of the anchor."""
    anchors = {"": node} if node.value.get("$recursiveAnchor") is True else {}
    for each in (*_map_children(node, "$defs").values(), node):
        name = each.text("$dynamicAnchor")
        if name is not None:
            anchors[name] = each
    return anchors


def _get_optional_child(node: Node, key: str) -> Node | None:
    """Return the child `key`; faster than `node.get` where there is none, which is nearly everywhere."""
    return node / key if key in node.value else None


def _list_children(node: Node, key: str) -> tuple[Node, ...]:
    return tuple(node / key) if key in node.value else ()


def _map_children(node: Node, key: str) -> dict[str, Node]:
    return dict((node / key).items()) if key in node.value else {}


def _read_types(value: dict[str, Any]) -> tuple[tuple[str, ...], bool]:
    """Return the JSON types that a schema names, and whether null is one of them."""
    named = value.get("type")
    if type(named) is str:
        return (named,), value.get("nullable") is True
    listed = _read_list(value, "type")
    types = tuple(dict.fromkeys(name for name in listed if isinstance(name, str)))
    null = value.get("nullable") is True or (len(types) > 1 and "null" in types)
    return tuple(name for name in types if name != "null" or len(types) == 1), null


def _read_format(value: dict[str, Any]) -> str:
    """Return the format, also where JSON Schema has another keyword for it."""
    if value.get("contentEncoding") == "base64":
        return "byte"
    if (
        "contentMediaType" in value
        and "contentEncoding" not in value
        and value.get("type") == "string"
    ):
        media_type = value["contentMediaType"]
        return (
            "binary"
            if isinstance(media_type, str) and media_type.startswith("application/octet")
            else ""
        )
    format_ = value.get("format")
    return format_ if isinstance(format_, str) else ""


def _read_enum(value: dict[str, Any]) -> tuple[Any, ...] | None:
    if "const" in value:
        return (value["const"],)
    return tuple(_read_list(value, "enum")) or None


def _read_list(value: dict[str, Any], key: str) -> list[Any]:
    listed = value.get(key)
    return listed if isinstance(listed, list) else []  # pyright: ignore[reportUnknownVariableType]
