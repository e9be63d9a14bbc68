"""The comparison of what can be imported from `models`: classes, typed dicts, enumerations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from attrs import evolve

from ..ir.operations import Operation
from ..ir.traversal import build_reference_graph, find_reachable, list_referenced_keys
from ..ir.types import Type
from ..python.naming.symbol_table import iter_response_types, request_types
from .changes import Change, Direction
from .compare_definitions import Use, compare_definitions
from .compare_operations import Matching
from .snapshot import Snapshot, SnapshotPair, make_dotted_name


def compare_importable_names(
    matching: Matching, uses: Iterable[Use], explained: Iterable[Change], pair: SnapshotPair
) -> Iterator[Change]:
    """Yield definitions and typed dicts that only one side has, and changes of unused definitions.

    Args:
        matching: the operations of both sides; what was added or removed with one of them has it as its cause.
        uses: the definitions that operations of both sides use.
        explained: the changes so far; differences that they explain are left out.
        pair: the compared versions.
    """
    pairs = set(uses)
    removed = _find_causes(matching.removed, {use[0] for use in pairs}, pair.old)
    added = _find_causes(matching.added, {use[1] for use in pairs}, pair.new)
    explained_names = {name for change in explained for name in change.objects}
    for change in _compare_definitions(pairs, pair):
        explained_names |= change.objects
        causes = {"api-schema-removed": removed, "api-schema-added": added}.get(change.check, {})
        yield evolve(change, cause=causes.get(change.subject, ""))
    for name in sorted(pair.old.importable.keys() - pair.new.importable.keys() - explained_names):
        yield evolve(_name_change(name, pair, is_new=False), cause=removed.get(name, ""))
    for name in sorted(pair.new.importable.keys() - pair.old.importable.keys() - explained_names):
        yield evolve(_name_change(name, pair, is_new=True), cause=added.get(name, ""))


def _find_causes(operations: Iterable[Operation], used: set[str], side: Snapshot) -> dict[str, str]:
    """Return the operation that each importable name was added or removed with.

    A class depends on all that an operation takes and returns, a typed dict on what it takes.
    """
    below = build_reference_graph(side.catalog)
    causes: dict[str, str] = {}
    for operation in operations:
        taken = _reach(request_types(operation), below, side)
        for key in taken:
            causes.setdefault(side.symbols[key].dict_name, make_dotted_name(operation))
        for key in (taken | _reach(iter_response_types(operation), below, side)) - used:
            for name in (side.symbols[key].name, side.symbols[key].unknown):
                causes.setdefault(name, make_dotted_name(operation))
    return causes


def _reach(types: Iterable[Type], below: Mapping[str, tuple[str, ...]], side: Snapshot) -> set[str]:
    keys = chain.from_iterable(map(list_referenced_keys, types))
    return find_reachable(map(side.catalog.find_canonical, keys), below)


def _compare_definitions(uses: set[Use], pair: SnapshotPair) -> Iterator[Change]:
    """Yield definitions that only one side has, and the changes of unused ones."""
    before = {each.name: key for key, each in pair.old.catalog.definitions.items()}
    after = {each.name: key for key, each in pair.new.catalog.definitions.items()}
    old_types, new_types = {use[0] for use in uses}, {use[1] for use in uses}
    for name, key in before.items():
        if name not in after and key not in old_types:
            yield from _iter_existence_changes(name, key, pair, is_new=False)
        elif name in after and key not in old_types and after[name] not in new_types:
            directions: tuple[Direction, ...] = ("request", "response")
            for direction in directions:
                yield from compare_definitions((key, after[name], direction), pair)
    for name, key in after.items():
        if name not in before and key not in new_types:
            yield from _iter_existence_changes(name, key, pair, is_new=True)


def _iter_existence_changes(
    name: str, key: str, pair: SnapshotPair, *, is_new: bool
) -> Iterator[Change]:
    """Yield a definition that only one side has, unless its name can be imported from both."""
    side, other = (pair.new, pair.old) if is_new else (pair.old, pair.new)
    symbol = side.symbols[key]
    if symbol.name in other.importable:
        return
    roots = (pair.old.api.pointer, pair.new.api.pointer)
    yield Change(
        "api-schema-added" if is_new else "api-schema-removed",
        "additive" if is_new else "callers",
        symbol.name,
        f"`{side.name_definition(key)}` is {'new' if is_new else 'gone'}",
        f"`{symbol.name}` can {'' if is_new else 'no longer '}be imported",
        pair.old.display(roots[0] if is_new else key),
        pair.new.display(key if is_new else roots[1]),
        group="models",
        location=f"`{side.name_definition(key)}`",
        objects=frozenset(each for each in (symbol.name, symbol.dict_name, symbol.unknown) if each),
    )


def _name_change(name: str, pair: SnapshotPair, *, is_new: bool) -> Change:
    """Return the change of a name, mostly of a typed dict: its model is now sent, or no longer."""
    key = (pair.new if is_new else pair.old).importable[name]
    roots = (pair.old.api.pointer, pair.new.api.pointer)
    text = f"`{name}` {'is new' if is_new else 'is gone'}"
    return Change(
        f"python-object-{'added' if is_new else 'removed'}",
        "additive" if is_new else "callers",
        name,
        text,
        f"`{name}` can {'' if is_new else 'no longer '}be imported",
        pair.old.display(roots[0] if is_new else key),
        pair.new.display(key if is_new else roots[1]),
        group="models",
        location=f"`{name}`",
        objects=frozenset({name}),
    )
