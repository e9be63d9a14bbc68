"""Where every operation stands in the document, and the name that is its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count

from attrs import frozen

from ..source import Node, Source
from ..words import words
from .names import Naming

METHODS = frozenset("get put post delete options head patch trace query".split())


@frozen
class Place:
    """Where an operation stands in the document, and what it is called."""

    path: str
    method: str
    item: Node
    node: Node
    resource: tuple[str, ...]
    name: str


def places(source: Source) -> list[Place]:
    """Every operation of the document in its order, each with a name of its own."""
    found = [
        (item, Naming(node, method, path))
        for path, item in _items(source)
        for method, node in _operations(item)
    ]
    taken = {
        (naming.resource[:depth], _spelled(naming.resource[depth]))
        for _, naming in found
        for depth in range(len(naming.resource))
    }
    made: list[Place] = []
    for item, naming in found:
        wishes = ((each, (naming.resource, _spelled(each))) for each in _wishes(naming))
        name, key = next(wish for wish in wishes if wish[1] not in taken)
        taken.add(key)
        made.append(Place(naming.path, naming.method, item, naming.node, naming.resource, name))
    return made


def _wishes(naming: Naming) -> Iterator[str]:
    """The names that an operation would have, in this order; numbers when all else is taken."""
    names = list(naming.methods())
    return chain(names, (f"{names[0]}_{number}" for number in count(2)))


def _spelled(name: str) -> str:
    """What two names must differ in: their words, however they are written."""
    return "_".join(words(name)) or name


def _items(source: Source) -> Iterator[tuple[str, Node]]:
    for path, item in (source.root / "paths").items():
        if path.startswith("x-"):
            continue
        resolved = source.resolve(item) if item.is_map else None
        if resolved is not None and resolved.is_map:
            yield path, resolved


def _operations(item: Node) -> Iterator[tuple[str, Node]]:
    for method, node in item.items():
        if method.lower() in METHODS and node.is_map:
            yield method.lower(), node
    for method, node in (item / "additionalOperations").items():
        if node.is_map:
            yield method, node
