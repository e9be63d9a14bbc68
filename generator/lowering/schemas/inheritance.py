"""Inheritance: a base schema with a `discriminator`, and the schemas that extend it with `allOf`.

Such a base lists no alternatives; its subtypes declare that they extend it. Wherever the base is used, any of them
may occur. The type of the use is a union of all, and a value that no subtype claims is decoded as the base.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from ...diagnostics import Report
from ...openapi.loading import Node, Source
from ...openapi.metamodel import is_list, is_map
from .discriminator_mapping import read_mapping
from .names import make_definition_key

_MAX_SUBTYPES = 64
"""A base with more of them is decoded as the base alone."""


@define
class Inheritance:
    """The bases of one document, and the schemas that extend them."""

    source: Source
    report: Report
    _children: dict[str, list[Node]] | None = None
    _subtypes: dict[str, list[Node]] = field(factory=dict)
    _discriminated: frozenset[str] | None = None

    def list_subtypes(self, base: Node) -> list[Node]:
        """Return the schemas that extend `base`, in the order of the document; none if it is not a base."""
        discriminator = base.get("discriminator")
        if discriminator is None or not discriminator.is_map or _has_alternatives(base.value):
            return []
        key = make_definition_key(base)
        if key not in self._subtypes:
            schemas = self._find_descendants(key)
            for entry in read_mapping(discriminator, self.source):
                if entry.schema is not None:
                    schemas.setdefault(make_definition_key(entry.schema), entry.schema)
            schemas.pop(key, None)
            self._subtypes[key] = list(schemas.values()) if len(schemas) <= _MAX_SUBTYPES else []
            if len(schemas) > _MAX_SUBTYPES:
                self._report_too_many(discriminator, len(schemas))
        return self._subtypes[key]

    def is_subtype(self, schema: Node) -> bool:
        """Return whether a discriminator distinguishes `schema`, so that it needs a class of its own."""
        for part in schema / "allOf":
            target = self._find_target(part)
            if target is not None and "discriminator" in target:
                if not _has_alternatives(target.value):
                    return True
        if self._discriminated is None:
            self._discriminated = frozenset(self._find_discriminated())
        return make_definition_key(schema) in self._discriminated

    def _report_too_many(self, discriminator: Node, count: int) -> None:
        self.report.warning(
            "discriminator",
            discriminator,
            f"{count} schemas extend this one, more than the {_MAX_SUBTYPES} that a union may have; "
            "all of them are decoded as this one",
            "where it is used, write a `oneOf` of the subtypes that may occur there",
        )

    def _find_descendants(self, root: str) -> dict[str, Node]:
        if self._children is None:
            self._children = self._find_children()
        descendants: dict[str, Node] = {}
        waiting = [root]
        while waiting:
            for node in self._children.get(waiting.pop(), ()):
                key = make_definition_key(node)
                if key not in descendants:
                    descendants[key] = node
                    waiting.append(key)
        return descendants

    def _find_children(self) -> dict[str, list[Node]]:
        """Return the components that extend each schema, by its key."""
        children: dict[str, list[Node]] = {}
        for _, node in (self.source.root / "components" / "schemas").items():
            for part in node / "allOf":
                target = self._find_target(part)
                if target is not None:
                    children.setdefault(make_definition_key(target), []).append(node)
        return children

    def _find_target(self, part: Node) -> Node | None:
        reference = part.text("$ref")
        return self.source.find_end(reference) if reference is not None else None

    def _find_discriminated(self) -> Iterator[str]:
        """Yield the keys of the alternatives of all unions that have a discriminator."""
        root = self.source.root
        waiting: list[Any] = [root.value]
        while waiting:
            value = waiting.pop()
            if is_list(value):
                waiting += value
            elif is_map(value):
                waiting += value.values()
                if is_map(value.get("discriminator")) and _has_alternatives(value):
                    for option in _iter_alternatives(value):
                        target = self.source.find_end(option)
                        if target is not None:
                            yield make_definition_key(target)


def _has_alternatives(schema: dict[str, Any]) -> bool:
    return "oneOf" in schema or "anyOf" in schema


def _iter_alternatives(schema: dict[str, Any]) -> Iterator[str]:
    """Yield the references among the alternatives of a schema."""
    for keyword in ("oneOf", "anyOf"):
        options = schema.get(keyword)
        for option in options if is_list(options) else ():
            reference = option.get("$ref") if is_map(option) else None
            if isinstance(reference, str):
                yield reference
