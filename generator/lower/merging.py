"""One schema out of many: `allOf`, and keywords beside a `$ref`, merged into a flat `Schema`.

Everything that reads a schema reads this, so that no later stage knows about `allOf`. Members of later
parts override those of earlier ones (`allOf: [envelope, {result: X}]` is the case that decides this);
`required` is the union; of scalar keywords the last one wins.
"""

from __future__ import annotations

from typing import Any

from attrs import evolve, field, frozen

from ..diagnostics import Report
from ..source import Node, Source

_ANNOTATIONS = frozenset(
    {"$ref", "description", "summary", "title", "deprecated", "readOnly", "writeOnly", "default"}
    | {"example", "examples", "externalDocs", "$comment", "nullable", "xml"}
)


@frozen
class Schema:
    """A schema after merging. `node` is where it stands, for diagnostics."""

    node: Node
    types: tuple[str, ...] = ()
    nullable: bool = False
    properties: dict[str, Node] = field(factory=dict)
    required: frozenset[str] = frozenset()
    additional: Node | None = None
    items: Node | None = None
    options: tuple[Node, ...] = ()
    """The alternatives of `oneOf` and `anyOf`."""
    discriminator: Node | None = None
    enum: tuple[Any, ...] | None = None
    format: str = ""
    description: str = ""
    deprecated: bool = False


def read(node: Node, source: Source, report: Report) -> Schema:
    """The schema at `node` with `$ref` siblings and `allOf` merged."""
    return _Merger(source, report).read(node, ())


def wraps(node: Node) -> Node | None:
    """The reference that `node` only annotates, if that is all it does."""
    parts = node.get("allOf")
    if parts is None or not parts.is_list:
        return None
    members = list(parts)
    others = {key for key, _ in node.items()} - _ANNOTATIONS - {"allOf"}
    if len(members) == 1 and members[0].get("$ref") is not None and not _meaning(others):
        return members[0]
    return None


def bare_reference(node: Node) -> bool:
    """Whether `node` is a `$ref` whose siblings, if any, only annotate."""
    if node.get("$ref") is None:
        return False
    return not _meaning({key for key, _ in node.items()} - _ANNOTATIONS)


def _meaning(keys: set[str]) -> set[str]:
    return {key for key in keys if not key.startswith("x-")}


@frozen
class _Merger:
    source: Source
    report: Report

    def read(self, node: Node, trail: tuple[str, ...]) -> Schema:
        """Merge `node`; `trail` holds the places on the way here and stops cycles of `allOf`."""
        place = f"{node.document.name}#{node.pointer}"
        if place in trail or not node.is_map:
            return Schema(node)
        trail = (*trail, place)
        schema = Schema(node)
        if node.get("$ref") is not None:
            target = self.source.resolve(node)
            schema = self.read(target, trail) if target is not None else schema
        for part in self._parts(node):
            schema = _merge(schema, self.read(part, trail))
        return evolve(_merge(schema, _own(node)), node=node)

    def _parts(self, node: Node) -> list[Node]:
        parts = node.get("allOf")
        return list(parts) if parts is not None and parts.is_list else []


def _own(node: Node) -> Schema:
    """The keywords that stand at `node` itself."""
    types, nullable = _types(node)
    properties = node.get("properties")
    options = [
        option for key in ("oneOf", "anyOf") if (group := node.get(key)) is not None and group.is_list
        for option in group
    ]
    return Schema(
        node=node,
        types=types,
        nullable=nullable,
        properties=dict(properties.items()) if properties is not None and properties.is_map else {},
        required=frozenset(name for name in _values(node, "required") if isinstance(name, str)),
        additional=node.get("additionalProperties"),
        items=node.get("items"),
        options=tuple(options),
        discriminator=node.get("discriminator"),
        enum=_enum(node),
        format=node.text("format") or "",
        description=node.text("description") or "",
        deprecated=node.value.get("deprecated") is True,
    )


def _types(node: Node) -> tuple[tuple[str, ...], bool]:
    """The JSON types that `node` names, and whether null is one of them."""
    value = node.value.get("type")
    names = value if isinstance(value, list) else [value]
    types = tuple(name for name in names if isinstance(name, str) and name != "null")
    return types, "null" in names or node.value.get("nullable") is True


def _enum(node: Node) -> tuple[Any, ...] | None:
    if "const" in node.value:
        return (node.value["const"],)
    return tuple(_values(node, "enum")) if isinstance(node.value.get("enum"), list) else None


def _values(node: Node, key: str) -> list[Any]:
    value = node.value.get(key)
    return value if isinstance(value, list) else []


def _merge(first: Schema, second: Schema) -> Schema:
    return Schema(
        node=second.node,
        types=second.types or first.types,
        nullable=first.nullable or second.nullable,
        properties={**first.properties, **second.properties},
        required=first.required | second.required,
        additional=second.additional if second.additional is not None else first.additional,
        items=second.items if second.items is not None else first.items,
        options=second.options or first.options,
        discriminator=second.discriminator or first.discriminator,
        enum=second.enum if second.enum is not None else first.enum,
        format=second.format or first.format,
        description=second.description or first.description,
        deprecated=first.deprecated or second.deprecated,
    )
