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
    wishes = [naming.methods() for naming in namings]
    waiting = sorted(range(len(namings)), key=lambda number: _rank(namings[number]))
    numbered: list[int] = []
    while waiting:
        lost: list[int] = []
        for number in waiting:
            wish = next(wishes[number], None)
            if wish is None:
                numbered.append(number)
            elif not _claimed(wish, namings[number], taken):
                lost.append(number)
            else:
                names[number] = wish
        waiting = lost
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    for number in numbered:
        first = next(namings[number].methods())
        free = (f"{first}_{each}" for each in numbers[first])
        names[number] = next(each for each in free if _claimed(each, namings[number], taken))
    return [names[number] for number in range(len(namings))]


def _claimed(wish: str, naming: Naming, taken: set[tuple[tuple[str, ...], str]]) -> bool:
    """Whether nobody had this name; from now on somebody has."""
    key = (naming.resource, _spelled(wish))
    free = key not in taken
    taken.add(key)
    return free


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
