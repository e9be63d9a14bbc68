"""Families: a schema with a `discriminator` and the schemas that extend it with `allOf`.

Such a base lists no alternatives; they say themselves that they belong to it. Wherever the base is used,
any of them may come: the use is a union of all, and what the client does not know yet is the base.
"""

from __future__ import annotations

from attrs import define, field

from ...diagnostics import Report
from ...openapi.loading import Node, Source
from .names import definition_key

_MAX_SUBTYPES = 64
"""Variants that a union may have; where there are more, only the base is told."""


@define
class Inheritance:
    """The bases of one document, and what extends them."""

    source: Source
    report: Report
    _children: dict[str, list[Node]] | None = None
    _members: dict[str, list[Node]] = field(factory=dict)

    def subtypes(self, base: Node) -> list[Node]:
        """The schemas that extend `base`, in the order of the document; none where it is no base or they are too many."""
        discriminator = base.get("discriminator")
        if (
            discriminator is None
            or not discriminator.is_map
            or {"oneOf", "anyOf"} & base.value.keys()
        ):
            return []
        key = definition_key(base)
        if key not in self._members:
            found = self._below(key)
            for _, target in (
                discriminator / "mapping"
            ).items():  # noqa: PERF102  # a node has no values()
                node = resolve_mapping_target(target, self.source)
                if node is not None and node.is_map:
                    found.setdefault(definition_key(node), node)
            found.pop(key, None)
            self._members[key] = list(found.values()) if len(found) <= _MAX_SUBTYPES else []
            if len(found) > _MAX_SUBTYPES:
                self._complain(base, len(found))
        return self._members[key]

    def _complain(self, base: Node, count: int) -> None:
        self.report.warning(
            "discriminator",
            base / "discriminator",
            f"{count} schemas extend this one, more than the {_MAX_SUBTYPES} that a union may have; "
            "whichever of them comes is told as this one",
            "where it is used, list with `oneOf` those that may come there",
        )

    def _below(self, root: str) -> dict[str, Node]:
        if self._children is None:
            self._children = self._read()
        found: dict[str, Node] = {}
        waiting = [root]
        while waiting:
            for node in self._children.get(waiting.pop(), ()):
                key = definition_key(node)
                if key not in found:
                    found[key] = node
                    waiting.append(key)
        return found

    def _read(self) -> dict[str, list[Node]]:
        """The components that extend each schema."""
        found: dict[str, list[Node]] = {}
        for _, node in (
            self.source.root / "components" / "schemas"
        ).items():  # noqa: PERF102  # a node has no values()
            for part in node / "allOf":
                reference = part.text("$ref")
                target = self.source.lookup(part, reference) if reference is not None else None
                if target is not None:
                    found.setdefault(definition_key(target), []).append(node)
        return found


def resolve_mapping_target(target: Node, source: Source) -> Node | None:
    """The schema that an entry of a discriminator's mapping names, by reference or by component."""
    if not target.is_str:
        return None
    text: str = target.value
    plain = not {"/", "#", "."} & set(text)
    return source.lookup(target, f"#/components/schemas/{text}" if plain else text)
