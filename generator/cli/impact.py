"""Which findings concern which operations: those within it, within what its path shares, and within all it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Finding
from ..ir.traversal import reachable
from ..lowering.naming.allocate import Place
from ..openapi.loading import Node, Source

_DATA = frozenset({"const", "default", "enum", "example", "examples"})
"""Members whose values are data, in which a `$ref` is none."""
_SHARED = ("parameters", "servers")
"""What a path gives to each of its operations."""

_Unit = tuple[str, str]
"""An operation, or something that is referred to: its file and its pointer."""
_Users = dict[_Unit, dict[_Unit, None]]
"""Who uses a unit, by that unit."""


def concerns(
    source: Source, places: list[Place], findings: Iterable[Finding]
) -> list[list[Finding]]:
    """The findings that concern each operation.

    Args:
        source: the description.
        places: its operations.
        findings: all there is to say about it.

    Returns:
        The findings for each of `places`, in their order.
    """
    users = _users(source, places)
    found: dict[_Unit, list[Finding]] = {_unit(place.node): [] for place in places}
    for finding in findings:
        file = finding.location.file if finding.location is not None else ""
        around = [unit for unit in _around(file, finding.pointer) if unit in users]
        for unit in reachable(around, users):
            if unit in found:
                found[unit].append(finding)
    return [found[_unit(place.node)] for place in places]


def _unit(node: Node) -> _Unit:
    return node.file, node.pointer


def _around(file: str, pointer: str) -> Iterator[_Unit]:
    """Everything that a place is within, itself first."""
    while pointer:
        yield file, pointer
        pointer = pointer.rpartition("/")[0]


def _users(source: Source, places: list[Place]) -> _Users:
    """Who uses what: operations, and all that they lead to, each looked through once."""
    users: _Users = {}
    todo: list[Node] = []

    def used(node: Node, by: Node | None) -> None:
        if _unit(node) not in users:
            users[_unit(node)] = {}
            todo.append(node)
        if by is not None:
            users[_unit(node)][_unit(by)] = None

    for place in places:
        used(place.node, None)
        for key in _SHARED:
            if key in place.item:
                used(place.item / key, place.node)
    while todo:
        node = todo.pop()
        for target in _targets(node, source):
            used(target, node)
    return users


def _targets(node: Node, source: Source) -> Iterator[Node]:
    """What the references within `node` name."""
    todo = [node]
    while todo:
        at = todo.pop()
        target = source.named(at) if "$ref" in at else None
        if target is not None:
            yield target
        todo += [each for key, each in at.items() if key not in _DATA]
        todo += list(at)
