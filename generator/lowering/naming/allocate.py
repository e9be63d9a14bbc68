"""Where every operation stands in the document, and the name that is its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from attrs import evolve, frozen

from ...openapi.loading import Node, Source
from ...text import split_words
from .operation_names import Naming
from .path_template import Route, placeholders

METHODS = frozenset("get put post delete options head patch trace query".split())


@frozen
class Place:
    """Where an operation stands in the document, and what it is called."""

    path: str
    method: str
    item: Node
    node: Node
    parameters: tuple[Node, ...]
    """Those of the path and those of the operation, as their references have them."""
    resource: tuple[str, ...]
    name: str

    @property
    def placeholders(self) -> list[str]:
        """What the path asks for; what comes after a `#` tells operations apart, and is not sent."""
        return placeholders(self.path.partition("#")[0])


def places(source: Source) -> list[Place]:
    """Every operation of the document in its order, each with a name of its own."""
    found: list[tuple[Node, tuple[Node, ...], Naming]] = []
    for path, item in _items(source):
        route, shared = Route(path), tuple(_parameters(item, source))
        for method, node in _operations(item):
            parameters = (*shared, *_parameters(node, source))
            found.append((item, parameters, Naming(node, method, route)))
    claims = _claims([naming for *_, naming in found], source.kept)
    names = _settled(claims)
    return [
        Place(
            path=naming.path,
            method=naming.method,
            item=item,
            node=naming.node,
            parameters=parameters,
            resource=claim.resource,
            name=name,
        )
        for (item, parameters, naming), claim, name in zip(found, claims, names, strict=True)
    ]


@frozen
class _Claim:
    """What an operation may be called.

    Attributes:
        naming: the operation's own names.
        resource: where it belongs.
        prefix: what its names begin with, where its own resource is another operation's method.
        kept: the name that it has already, or "".
    """

    naming: Naming
    resource: tuple[str, ...]
    prefix: str = ""
    kept: str = ""

    def wishes(self) -> Iterator[str]:
        """Names for it, the one to be preferred first."""
        if self.kept:
            yield self.kept
        yield from (f"{self.prefix}{each}" for each in self.naming.methods())

    @property
    def rank(self) -> tuple[bool, bool, int, str, str]:
        """Who has this lower comes first."""
        path, method = self.naming.path, self.naming.method
        return (not self.naming.is_told, not self.kept, path.count("/"), path, method)


def _claims(namings: Sequence[Naming], kept: Mapping[tuple[str, str], str]) -> list[_Claim]:
    """What each operation may be called, those first that have a name in a package already."""
    if not kept:
        return [_Claim(naming, naming.resource) for naming in namings]
    had = [_had(naming, kept) for naming in namings]
    methods = {(claim.resource, _spelled(claim.kept)) for claim in had if claim is not None}
    return [claim or _beside(naming, methods) for naming, claim in zip(namings, had, strict=True)]


def _had(naming: Naming, kept: Mapping[tuple[str, str], str]) -> _Claim | None:
    """The claim to the name that an operation has already, if that may still be its name."""
    resource, _, name = kept.get((naming.method.upper(), naming.path), "").rpartition(".")
    if naming.is_told or not name:
        return None
    for claim in _beginnings(naming):
        wishes = list(claim.wishes()) if ".".join(claim.resource) == resource else []
        if name in wishes or wishes and re.fullmatch(rf"{re.escape(wishes[0])}_\d+", name):
            return evolve(claim, kept=name)
    return None


def _beside(naming: Naming, methods: set[tuple[tuple[str, ...], str]]) -> _Claim:
    """The claim of a new operation, whose resource must not be what is a method already."""
    free = (
        claim
        for claim in _beginnings(naming)
        if not any(
            (claim.resource[:depth], _spelled(claim.resource[depth])) in methods
            for depth in range(1, len(claim.resource))
        )
    )
    return next(free, _Claim(naming, naming.resource))


def _beginnings(naming: Naming) -> Iterator[_Claim]:
    """The claim to the operation's own resource, then to those above it with what is missing in the name."""
    highest = len(naming.resource) if naming.is_placed else 1
    for depth in range(len(naming.resource), highest - 1, -1):
        resource, rest = naming.resource[:depth], naming.resource[depth:]
        yield _Claim(naming, resource, "".join(f"{each}_" for each in rest))


def _settled(claims: Sequence[_Claim]) -> list[str]:
    """The method of each operation: the best of its wishes that no other has a better claim to.

    Whoever has a name already keeps it. Then, whoever wants a name more comes first: first wishes are granted before
    second ones, and of equal wishes that of the operation whose path is shorter, or comes first in the alphabet. So the
    order of the document means nothing, and another operation takes a name from one alone that wants the
    same. Resources keep theirs.
    """
    taken = {
        (claim.resource[:depth], _spelled(claim.resource[depth]))
        for claim in claims
        for depth in range(len(claim.resource))
    }
    names: dict[int, str] = {}
    wishes = [claim.wishes() for claim in claims]
    waiting = sorted(range(len(claims)), key=lambda number: claims[number].rank)
    numbered: list[int] = []
    while waiting:
        lost: list[int] = []
        for number in waiting:
            wish = next(wishes[number], None)
            if wish is None:
                numbered.append(number)
            elif not _claimed(wish, claims[number].resource, taken):
                lost.append(number)
            else:
                names[number] = wish
        waiting = lost
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    for number in numbered:
        first = next(claims[number].wishes())
        free = (f"{first}_{each}" for each in numbers[first])
        resource = claims[number].resource
        names[number] = next(each for each in free if _claimed(each, resource, taken))
    return [names[number] for number in range(len(claims))]


def _claimed(wish: str, resource: tuple[str, ...], taken: set[tuple[tuple[str, ...], str]]) -> bool:
    """Whether nobody had this name; from now on somebody has."""
    key = (resource, _spelled(wish))
    free = key not in taken
    taken.add(key)
    return free


def _spelled(name: str) -> str:
    """What two names must differ in: their words, however they are written."""
    return "_".join(split_words(name)) or name


def _items(source: Source) -> Iterator[tuple[str, Node]]:
    for path, item in (source.root / "paths").items():
        if path.startswith("x-"):
            continue
        resolved = source.resolve(item) if item.is_map else None
        if resolved is not None and resolved.is_map:
            yield path, resolved


def _parameters(owner: Node, source: Source) -> Iterator[Node]:
    for node in owner / "parameters":
        yield source.resolve(node) or node


def _operations(item: Node) -> Iterator[tuple[str, Node]]:
    for method, node in item.items():
        if method.lower() in METHODS and node.is_map:
            yield method.lower(), node
    for method, node in (item / "additionalOperations").items():
        if node.is_map:
            yield method, node
