"""One schema out of many: `allOf`, and keywords next to a `$ref`, merged into a flat `Schema`.

Everything that reads a schema reads this, so that no later stage knows about `allOf`. A member that
several parts describe is described by all of them together, the last one with precedence
(`allOf: [envelope, {result: X}]` is the case that decides this); `required` is the union; of scalar
keywords the last one wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, evolve, field

from ...openapi.loading import Node, Source
from .dynamic_ref import bind_dynamic_refs
from .schema import Group, Schema, read_dynamic_anchors, read_keywords

_MAX_DEPTH = 20
"""Schemas that extend one another; no real document has more than seven."""

_ANNOTATIONS = frozenset(
    {
        "$ref",
        "$dynamicAnchor",
        "description",
        "summary",
        "title",
        "deprecated",
        "readOnly",
        "writeOnly",
        "default",
    }
    | {"example", "examples", "externalDocs", "$comment", "nullable", "xml", "$id", "$anchor"}
)
_COMBINED = frozenset({"allOf", "oneOf", "anyOf"})
_USE = _ANNOTATIONS - {"$ref", "$dynamicAnchor", "$id", "$anchor", "nullable"}
"""What says something about one use of a schema, whatever its type is."""
_PROSE = _ANNOTATIONS - {"$ref", "nullable", "readOnly", "writeOnly"}


def merge_schema(node: Node, source: Source) -> Schema:
    """Return the schema at `node` with `$ref` siblings and `allOf` merged, and dynamic references bound."""
    merger = _Merger(source)
    schema = merger.read(node)
    return bind_dynamic_refs(
        merger.add_conditional_members(schema) if schema.conditions else schema
    )


def find_annotated_reference(node: Node) -> Node | None:
    """Return the reference that `node` only annotates; None where it does more."""
    if _COMBINED.isdisjoint(node.value):
        return None
    for key in ("allOf", "oneOf", "anyOf"):
        parts = node.get(key)
        if parts is not None and parts.is_list:
            members = list(parts) if key != "allOf" else list_substantive_parts(parts)
            others = set(node.value) - _ANNOTATIONS - {key}
            is_only_reference = len(members) == 1 and is_bare_reference(members[0])
            return members[0] if is_only_reference and not _without_extensions(others) else None
    return None


def list_annotating_parts(node: Node) -> list[Node]:
    """Return the parts of `allOf` that only annotate, such as `description: …` next to a reference."""
    return [part for part in node / "allOf" if _is_annotation(part)]


def list_substantive_parts(parts: Node) -> list[Node]:
    """Return the parts of an `allOf` that describe a value, and not only annotate it."""
    return [part for part in parts if not _is_annotation(part)]


def _is_annotation(part: Node) -> bool:
    return part.is_map and not _without_extensions(set(part.value) - _USE)


def is_bare_reference(node: Node) -> bool:
    """Return whether `node` is a `$ref` whose siblings, if any, only annotate."""
    if node.text("$ref") is None:
        return False
    if len(node.value) == 1:
        return True
    others = _without_extensions(set(node.value) - _ANNOTATIONS)
    return not others or (others == {"$defs"} and not read_dynamic_anchors(node))


def find_referenced_schema(node: Node, source: Source) -> Node | None:
    """Return the first schema that the `$ref` of `node` leads to which is more than another reference."""
    target = source.resolve_once(node)
    while target is not None and is_bare_reference(target):
        target = source.resolve_once(target)
    return target


def flatten_alternatives(schema: Schema, source: Source) -> Schema:
    """Return `schema` with the members of all its alternatives, optional unless it requires them itself.

    For an object whose alternatives add members to its own: one class with all members is easier to use than a
    class for each combination.
    """
    return _Merger(source).flatten(schema)


def _without_extensions(keys: Iterable[str]) -> set[str]:
    return {key for key in keys if not key.startswith("x-")}


def _place(node: Node) -> str:
    return f"{node.document.name}#{node.pointer}"


class _TooDeepError(Exception): ...


@define
class _Merger:
    """Merges what one schema is made of: each part once, even where several references or a cycle lead to it."""

    source: Source
    _merged_schemas: dict[str, Schema] = field(factory=dict)
    _in_progress: set[str] = field(factory=set)

    def read(self, node: Node) -> Schema:
        """Merge `node`; where the limit of nesting is exceeded, report it and return an empty schema."""
        try:
            return self._read(node, 0)
        except _TooDeepError:
            self._merged_schemas.clear()
            self._in_progress.clear()
            self.source.report.warning(
                "too-deep",
                node,
                f"this stands above more than {_MAX_DEPTH} schemas that extend one another; any value is accepted",
                "extend the schema that has the members directly",
            )
            return Schema(node)

    def _read(self, node: Node, depth: int) -> Schema:
        if not node.is_map:
            return Schema(node)
        parts = node.get("allOf")
        alone = parts is None or not parts.is_list
        if alone and "$ref" not in node.value:
            return read_keywords(node)
        if depth > _MAX_DEPTH:
            raise _TooDeepError
        place = _place(node)
        if place in self._in_progress:
            self._report_circular(node)
            return Schema(node)
        if place not in self._merged_schemas:
            self._in_progress.add(place)
            self._merged_schemas[place] = self._merge(node, depth)
            self._in_progress.remove(place)
        return self._merged_schemas[place]

    def _report_circular(self, node: Node) -> None:
        self.source.report.warning(
            "cyclic-schema",
            node,
            "this schema is part of itself: its `allOf` or `$ref` leads back to it, which adds nothing",
            "remove that part, or let it refer to what it should extend",
        )

    def _merge(self, node: Node, depth: int) -> Schema:
        schema = Schema(node)
        if node.text("$ref") is not None:
            target = find_referenced_schema(node, self.source)
            if target is not None and target != node:
                schema = self._read(target, depth + ("$ref" in target))
        for part in node / "allOf":
            schema = self._merge_two(schema, self._read(part, depth + 1), node)
        schema = _without_repetitions(schema)
        groups = tuple(
            group for group in schema.groups if not self._is_listed_alternative(node, group)
        )
        if len(node.value) == 1:  # a reference alone, or parts
            return evolve(schema, groups=groups, node=node)
        merged = self._merge_two(evolve(schema, groups=groups), read_keywords(node), node)
        return evolve(_without_repetitions(merged), node=node)

    def _is_listed_alternative(self, node: Node, group: Group) -> bool:
        """Return whether `node` is one of the alternatives that its base lists: it is not the others as well."""
        return any(option.is_map and self.source.resolve(option) == node for option in group)

    def flatten(self, schema: Schema) -> Schema:
        """Return `schema` with the members of its alternatives, and of theirs, behind its own."""
        return self._with(evolve(schema, groups=(), discriminator=None), schema.options)

    def add_conditional_members(self, schema: Schema) -> Schema:
        """Return `schema` with the members that it has under a condition."""
        return self._with(evolve(schema, conditions=()), schema.conditions)

    def _with(self, schema: Schema, options: Group) -> Schema:
        """Return `schema` with the further members of `options`, optional because each is one of several."""
        members: dict[str, list[Node]] = {}
        additional, patterns = schema.additional, dict.fromkeys(schema.patterns)
        visited: set[str] = set()
        waiting = list(reversed(options))
        while waiting:
            option = waiting.pop()
            if _place(option) in visited:
                continue
            visited.add(_place(option))
            part = self.read(option)
            for name, node in part.properties.items():
                members.setdefault(name, []).append(node)
            additional = additional if additional is not None else part.additional
            patterns |= dict.fromkeys(part.patterns)
            waiting += reversed(part.options + part.conditions)
        above = schema.node / "properties"
        added = {
            name: self._merge_member_of_any(nodes, above, name)
            for name, nodes in members.items()
            if name not in schema.properties
        }
        return evolve(
            schema,
            properties={**schema.properties, **added},
            additional=additional,
            patterns=tuple(patterns),
        )

    def _merge_member_of_any(self, nodes: list[Node], above: Node, name: str) -> Node:
        """Return the member `name` as one of `nodes` describes it."""
        if len(nodes) == 1:
            return nodes[0]
        distinct = list({_make_structural_key(node): node for node in reversed(nodes)}.values())[
            ::-1
        ]
        if len(distinct) == 1:
            return distinct[0]
        values = [node.value for node in distinct]
        return Node(above.document, {"anyOf": values}, above, name)

    def _merge_two(self, first: Schema, second: Schema, node: Node) -> Schema:
        return Schema(
            node=second.node,
            types=second.types or first.types,
            nullable=second.nullable or (first.nullable and not second.types),
            properties=self._merge_members(first.properties, second.properties, node),
            required=first.required | second.required,
            additional=second.additional if second.additional is not None else first.additional,
            patterns=first.patterns + second.patterns,
            items=second.items if second.items is not None else first.items,
            prefix=second.prefix or first.prefix,
            groups=first.groups + second.groups,
            discriminator=second.discriminator or first.discriminator,
            enum=second.enum if second.enum is not None else first.enum,
            format=second.format or first.format,
            description=second.description or first.description,
            deprecated=first.deprecated or second.deprecated,
            conditions=first.conditions + second.conditions,
            dynamic_anchors={**first.dynamic_anchors, **second.dynamic_anchors},
        )

    def _merge_members(
        self, first: dict[str, Node], second: dict[str, Node], node: Node
    ) -> dict[str, Node]:
        """Return the members of both; a member that both describe is `allOf` the two."""
        merged = {**first, **second}
        for name in first.keys() & second.keys():
            old, new = first[name], second[name]
            if old.value == new.value or not new.is_map or not old.is_map:
                continue
            if _is_self_contained(new):
                continue
            scalars = {
                key: value
                for key, value in {**old.value, **new.value}.items()
                if _is_scalar_keyword(key, value)
            }
            parts = [old.value, new.value]
            merged[name] = Node(
                new.document, {**scalars, "allOf": parts}, node / "properties", name
            )
        return merged


def _without_repetitions(schema: Schema) -> Schema:
    """Return the schema with each pattern, group and condition once: comparing them per part would take quadratic time."""
    return evolve(
        schema,
        patterns=tuple(dict.fromkeys(schema.patterns)),
        groups=tuple(dict.fromkeys(schema.groups)),
        conditions=tuple(dict.fromkeys(schema.conditions)),
    )


def _make_structural_key(node: Node) -> str:
    """Return what two schemas have in common that differ in prose alone."""
    if not node.is_map:
        return repr(node.value)
    scalars = {key: value for key, value in node.value.items() if key not in _PROSE}
    return f"{node.document.name} {scalars!r}"


def _is_scalar_keyword(key: str, value: Any) -> bool:
    return key != "$ref" and not isinstance(value, (dict, list))


def _is_self_contained(node: Node) -> bool:
    """Return whether a schema replaces what another part says about the same member."""
    scalar = node.plain("type") in ("string", "integer", "number", "boolean")
    return (
        bool({"$ref", "items", "allOf", "oneOf", "anyOf", "enum", "const"} & node.value.keys())
        or scalar
    )
