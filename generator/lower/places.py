"""Where every operation stands in the document, and the name that is its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count

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
    names = _settled([naming for _, naming in found])
    return [
        Place(naming.path, naming.method, item, naming.node, naming.resource, name)
        for (item, naming), name in zip(found, names, strict=True)
    ]


def _settled(namings: Sequence[Naming]) -> list[str]:
    """The method of each operation: the best of its wishes that no other has a better claim to.

    Whoever wants a name more comes first: first wishes are granted before second ones, and of equal wishes
    that of the operation whose path is shorter, or comes first in the alphabet. So the order of the document means
    nothing, and another operation takes a name from one alone that wants the same. Resources keep theirs.
    """
    taken = {
        (naming.resource[:depth], _spelled(naming.resource[depth]))
        for naming in namings
        for depth in range(len(naming.resource))
    }
    names: dict[int, str] = {}
    wishes = {number: list(naming.methods()) for number, naming in enumerate(namings)}
    waiting = sorted(wishes, key=lambda number: _rank(namings[number]))
    for turn in range(max(map(len, wishes.values()), default=0)):
        for number in waiting:
            wish = wishes[number][min(turn, len(wishes[number]) - 1)]
            key = (namings[number].resource, _spelled(wish))
            if key not in taken:
                taken.add(key)
                names[number] = wish
        waiting = [number for number in waiting if number not in names]
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    for number in waiting:
        wish = wishes[number][0]
        while number not in names:
            name = f"{wish}_{next(numbers[wish])}"
            key = (namings[number].resource, _spelled(name))
            if key not in taken:
                taken.add(key)
                names[number] = name
    return [names[number] for number in range(len(namings))]


def _rank(naming: Naming) -> tuple[bool, int, str, str]:
    return (not naming.is_told, naming.path.count("/"), naming.path, naming.method)


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
