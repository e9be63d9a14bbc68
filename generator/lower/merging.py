"""One schema out of many: `allOf`, and keywords beside a `$ref`, merged into a flat `Schema`.

Everything that reads a schema reads this, so that no later stage knows about `allOf`. A member that
several parts describe is described by all of them together, the last one with the last word
(`allOf: [envelope, {result: X}]` is the case that decides this); `required` is the union; of scalar
keywords the last one wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import define, evolve, field, frozen

from ..source import Node, Source

_ANNOTATIONS = frozenset(
    "$ref $dynamicRef $dynamicAnchor $id $anchor $comment description summary title deprecated readOnly writeOnly default"
    " example examples externalDocs nullable xml".split()
)
_DEEPEST = 20
"""Schemas that extend one another; no real document has more than seven."""
_T = TypeVar("_T")
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
    """What members that are not listed are."""
    patterns: tuple[Node, ...] = ()
    """What members are whose names match a pattern."""
    items: Node | None = None
    prefix: tuple[Node, ...] = ()
    """What the first items of an array are, each by itself."""
    groups: tuple[Group, ...] = ()
    discriminator: Node | None = None
    enum: tuple[Any, ...] | None = None
    format: str = ""
    description: str = ""
    deprecated: bool = False

    @property
    def options(self) -> Group:
        """The alternatives, of which there may be several groups at once."""
        return tuple(option for group in self.groups for option in group)


def read(node: Node, source: Source) -> Schema:
    """The schema at `node` with `$ref` siblings and `allOf` merged."""
    return _Merger(source).read(node)


def wraps(node: Node) -> Node | None:
    """The reference that `node` only annotates, if that is all it does."""
    for key in ("allOf", "oneOf", "anyOf"):
        parts = node.get(key)
        if parts is not None and parts.is_list:
            members = list(parts)
            others = set(node.value) - _ANNOTATIONS - {key}
            sole = len(members) == 1 and bare_reference(members[0])
            return members[0] if sole and not _meaning(others) else None
    return None


def bare_reference(node: Node) -> bool:
    """Whether `node` is a `$ref` whose siblings, if any, only annotate."""
    if node.text("$ref") is None:
        return False
    return not _meaning(set(node.value) - _ANNOTATIONS)


def referred(node: Node, source: Source) -> Node | None:
    """What the `$ref` of `node` leads to: the first on the way that says something of its own."""
    found = source.step(node)
    while found is not None and bare_reference(found):
        found = source.step(found)
    return found


def flattened(schema: Schema, source: Source) -> Schema:
    """`schema` with the members of all its alternatives among its own, optional unless it says otherwise.

    For an object whose alternatives add to members of its own: one class with everything in it is
    easier to live with than a class for each combination.
    """
    return _Merger(source).flatten(schema)


def _meaning(keys: Iterable[str]) -> set[str]:
    return {key for key in keys if not key.startswith("x-")}


def _place(node: Node) -> str:
    return f"{node.document.name}#{node.pointer}"


class _TooDeepError(Exception): ...


@define
class _Merger:
    """Merges what one schema is made of: each part once, however many ways lead to it, and circles end."""

    source: Source
    _known: dict[str, Schema] = field(factory=dict)

    def read(self, node: Node) -> Schema:
        """Merge `node`; nothing, with a finding, where it extends more than anybody can have meant."""
        try:
            return self._read(node, 0)
        except _TooDeepError:
            self._known.clear()
            self.source.report.warning(
                "too-deep",
                node,
                f"this stands above more than {_DEEPEST} schemas that extend one another; taken as any value",
                "extend what has the members, without so many levels in between",
            )
            return Schema(node)

    def _read(self, node: Node, depth: int) -> Schema:
        if not node.is_map:
            return Schema(node)
        parts = node.get("allOf")
        alone = parts is None or not parts.is_list
        if alone and "$ref" not in node.value:
            return _own(node)
        if depth > _DEEPEST:
            raise _TooDeepError
        place = _place(node)
        if place not in self._known:
            self._known[place] = Schema(node)
            self._known[place] = self._merged(node, depth)
        return self._known[place]

    def _merged(self, node: Node, depth: int) -> Schema:
        schema = Schema(node)
        if node.text("$ref") is not None:
            target = referred(node, self.source)
            if target is not None and target != node:
                schema = self._read(target, depth + ("$ref" in target))
        for part in node / "allOf":
            schema = _merge(schema, self._read(part, depth + 1), node)
        groups = tuple(group for group in schema.groups if not self._among(node, group))
        return evolve(_merge(evolve(schema, groups=groups), _own(node), node), node=node)

    def _among(self, node: Node, group: Group) -> bool:
        """Whether `node` is one of the alternatives that its base lists: it isn't the others as well."""
        return any(option.is_map and self.source.resolve(option) == node for option in group)

    def flatten(self, schema: Schema) -> Schema:
        """`schema` with the members of its alternatives, and of theirs, behind its own."""
        properties, additional = dict(schema.properties), schema.additional
        patterns = dict.fromkeys(schema.patterns)
        seen: set[str] = set()
        waiting = list(reversed(schema.options))
        while waiting:
            option = waiting.pop()
            if _place(option) in seen:
                continue
            seen.add(_place(option))
            part = self.read(option)
            for name, node in part.properties.items():
                properties.setdefault(name, node)
            additional = additional if additional is not None else part.additional
            patterns |= dict.fromkeys(part.patterns)
            waiting += reversed(part.options)
        return evolve(
            schema,
            properties=properties,
            additional=additional,
            patterns=tuple(patterns),
            groups=(),
            discriminator=None,
        )


def _own(node: Node) -> Schema:
    """The keywords that stand at `node` itself."""
    value = node.value
    types, nullable = _types(value)
    return Schema(
        node=node,
        types=types,
        nullable=nullable,
        properties=_map(node, "properties"),
        required=frozenset(name for name in _list(value, "required") if isinstance(name, str)),
        additional=_at(node, "additionalProperties"),
        patterns=tuple(_map(node, "patternProperties").values()),
        items=items if (items := _at(node, "items")) is not None and not items.is_list else None,
        prefix=_all(node, "prefixItems") or _all(node, "items"),
        groups=tuple(group for key in ("oneOf", "anyOf") if (group := _all(node, key))),
        discriminator=_at(node, "discriminator"),
        enum=_enum(value),
        format=_format(value),
        description=node.text("description") or "",
        deprecated=value.get("deprecated") is True,
    )


def _at(node: Node, key: str) -> Node | None:
    """As `node.get`, but costs nothing where there is nothing, which is nearly everywhere."""
    return node / key if key in node.value else None


def _all(node: Node, key: str) -> tuple[Node, ...]:
    return tuple(node / key) if key in node.value else ()


def _map(node: Node, key: str) -> dict[str, Node]:
    return dict((node / key).items()) if key in node.value else {}


def _types(value: dict[str, Any]) -> tuple[tuple[str, ...], bool]:
    """The JSON types that a schema names, and whether null is one of them."""
    named = value.get("type")
    names = _list(value, "type") if isinstance(named, list) else [named]
    types = tuple(dict.fromkeys(name for name in names if isinstance(name, str)))
    null = value.get("nullable") is True or (len(types) > 1 and "null" in types)
    return tuple(name for name in types if name != "null" or len(types) == 1), null


def _format(value: dict[str, Any]) -> str:
    """The format, also where JSON Schema has a keyword of its own for it."""
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


def _enum(value: dict[str, Any]) -> tuple[Any, ...] | None:
    if "const" in value:
        return (value["const"],)
    return tuple(_list(value, "enum")) or None


def _list(value: dict[str, Any], key: str) -> list[Any]:
    listed = value.get(key)
    return listed if isinstance(listed, list) else []  # pyright: ignore[reportUnknownVariableType]


def _merge(first: Schema, second: Schema, node: Node) -> Schema:
    return Schema(
        node=second.node,
        types=second.types or first.types,
        nullable=first.nullable or second.nullable,
        properties=_together(first.properties, second.properties, node),
        required=first.required | second.required,
        additional=second.additional if second.additional is not None else first.additional,
        patterns=_distinct(first.patterns, second.patterns),
        items=second.items if second.items is not None else first.items,
        prefix=second.prefix or first.prefix,
        groups=_distinct(first.groups, second.groups),
        discriminator=second.discriminator or first.discriminator,
        enum=second.enum if second.enum is not None else first.enum,
        format=second.format or first.format,
        description=second.description or first.description,
        deprecated=first.deprecated or second.deprecated,
    )


def _distinct(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    """Both, and what both have once; as a rule one of them is empty."""
    return tuple(dict.fromkeys(first + second)) if first and second else first or second


def _together(first: dict[str, Node], second: dict[str, Node], node: Node) -> dict[str, Node]:
    """The members of both; one that both have and that says something in each is `allOf` the two."""
    merged = {**first, **second}
    for name in first.keys() & second.keys():
        old, new = first[name], second[name]
        if old.value == new.value or not new.is_map or not old.is_map:
            continue
        if _complete(new):
            continue
        said = {
            key: value for key, value in {**old.value, **new.value}.items() if _plain(key, value)
        }
        both = {**said, "allOf": [old.value, new.value]}
        merged[name] = Node(new.document, both, node / "properties", name)
    return merged


def _plain(key: str, value: Any) -> bool:
    return key != "$ref" and not isinstance(value, (dict, list))


def _complete(node: Node) -> bool:
    """Whether a schema stands for itself, so that it replaces what another part said of the member."""
    scalar = node.plain("type") in ("string", "integer", "number", "boolean")
    return (
        bool({"$ref", "items", "allOf", "oneOf", "anyOf", "enum", "const"} & node.value.keys())
        or scalar
    )
