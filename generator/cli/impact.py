"""The impact of findings: which operations a finding concerns.

A finding concerns an operation if it lies within it, within what its path item shares, or within anything that
these refer to, directly or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Finding
from ..ir.traversal import find_reachable
from ..lowering.naming.operation_index import IndexedOperation
from ..openapi.loading import Node, Source

_DATA = frozenset({"const", "default", "enum", "example", "examples"})
"""Members whose values are data; a `$ref` in them is no reference."""
_SHARED = ("parameters", "servers")
"""What a path item gives to each of its operations."""

_Unit = tuple[str, str]
"""An operation, or the target of a reference: its file and its pointer."""
_Users = dict[_Unit, dict[_Unit, None]]
"""The units that refer to each unit."""


def group_findings_by_operation(
    source: Source, operations: list[IndexedOperation], findings: Iterable[Finding]
) -> list[list[Finding]]:
    """Collect the findings that concern each operation.

    Args:
        source: the document.
        operations: its operations.
        findings: all findings of the run.

    Returns:
        The findings for each of `operations`, in their order.
    """
    users = _collect_users(source, operations)
    collected: dict[_Unit, list[Finding]] = {_make_unit(each.node): [] for each in operations}
    for finding in findings:
        units = [unit for unit in _iter_enclosing(finding.file, finding.pointer) if unit in users]
        for unit in find_reachable(units, users):
            if unit in collected:
                collected[unit].append(finding)
    return [collected[_make_unit(each.node)] for each in operations]


def _make_unit(node: Node) -> _Unit:
    place = node.pinned()
    return place.file, place.pointer


def _iter_enclosing(file: str, pointer: str) -> Iterator[_Unit]:
    """Yield everything that encloses a place, the place itself first."""
    while pointer:
        yield file, pointer
        pointer = pointer.rpartition("/")[0]


def _collect_users(source: Source, operations: list[IndexedOperation]) -> _Users:
    """Collect who refers to what, starting from the operations; each unit is searched once."""
    users: _Users = {}
    pending: list[Node] = []

    def add(node: Node, user: Node | None) -> None:
        if _make_unit(node) not in users:
            users[_make_unit(node)] = {}
            pending.append(node)
        if user is not None:
            users[_make_unit(node)][_make_unit(user)] = None

    for operation in operations:
        add(operation.node, None)
        for key in _SHARED:
            if key in operation.item:
                add(operation.item / key, operation.node)
    while pending:
        node = pending.pop()
        for target in _iter_targets(node, source):
            add(target, node)
    return users


def _iter_targets(node: Node, source: Source) -> Iterator[Node]:
    """Yield the targets of the references within `node`."""
    pending = [node]
    while pending:
        current = pending.pop()
        target = source.resolve_once(current)
        if target is not None:
            yield target
        pending += [child for key, child in current.items() if key not in _DATA]
        pending += list(current)
