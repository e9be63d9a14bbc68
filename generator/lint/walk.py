"""Every object of a document with its shape, once, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ..openapi.loading import Node
from ..openapi.metamodel import OPENAPI, Slot, is_list, is_map


@frozen
class Visit:
    """An object of a document.

    Attributes:
        shape: its shape, as the metamodel names it.
        node: where it is.
    """

    shape: str
    node: Node

    @property
    def is_reference(self) -> bool:
        """Whether a `$ref` stands for the object; its siblings may still apply."""
        return type(self.node.value.get("$ref")) is str


def walk(root: Node) -> Iterator[Visit]:
    """Yield every object below the root of a document. An object that YAML aliases repeat is yielded once."""
    visited: set[tuple[int, str]] = set()
    pending = [Visit("document", root)]
    while pending:
        visit = pending.pop()
        key = (id(visit.node.value), visit.shape)
        if key in visited:
            continue
        visited.add(key)
        yield visit
        if not visit.is_reference or visit.shape == "schema":
            below = [
                each
                for name, slot in OPENAPI.list_slots(visit.shape, visit.node.value)
                for each in _iter_objects(slot, visit.node / name)
            ]
            pending += reversed(below)


def _iter_objects(slot: Slot, node: Node) -> Iterator[Visit]:
    """Yield the objects in a field."""
    value = node.value
    if slot.many == "map":
        for _, each in node.items():
            if each.is_map:
                yield Visit(slot.shape, each)
    elif is_list(value) and slot.many != "one":
        for each in node:
            if each.is_map:
                yield Visit(slot.shape, each)
    elif is_map(value) and slot.many != "list":
        yield Visit(slot.shape, node)
