"""The comparison of two APIs: settings, operations, then every definition they reach, each once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cache

from attrs import evolve

from ..ir.document import Api
from ..ir.operations import Operation
from ..ir.types import Type
from .changes import Change, Direction, ordered
from .client import compare_settings
from .definitions import Use, compare_definitions, pairs_below
from .operations import compare_existence, compare_operations, match
from .responses import compared
from .snapshot import Side, Sides, dotted
from .value_positions import pairs


def compare(old: Side, new: Side) -> tuple[Change, ...]:
    """What changed from one API to another, in words of both the API and Python.

    Args:
        old: the API before.
        new: the API now.

    Returns:
        The changes, the gravest first. A definition is compared once for each direction its values
        go in, and names the operations that lead to it.
    """
    sides = Sides(old, new)
    found = match(old.api.operations, new.api.operations)
    changes = [*compare_settings(sides), *compare_existence(found, sides)]
    for one, other in found.same:
        changes += compare_operations(one, other, sides)
    uses = _uses(found.same, sides)
    for use, operations in uses.items():
        for change in compare_definitions(use, sides):
            changes.append(evolve(change, operations=tuple(operations)))
    changes += _unpaired(set(uses), sides)
    return ordered(list(dict.fromkeys(changes)))


def _uses(same: tuple[tuple[Operation, Operation], ...], sides: Sides) -> dict[Use, list[str]]:
    """Every pair of definitions that operations reach, with those operations."""

    @cache
    def below(old: str, new: str) -> tuple[tuple[str, str], ...]:
        return tuple(dict.fromkeys(pairs_below((old, new, "request"), sides)))

    found: dict[Use, list[str]] = {}
    for old, new in same:
        for direction, was, now in _types(old, new):
            waiting = deque(pairs(was, now, sides))
            while waiting:
                pair = waiting.popleft()
                operations = found.setdefault((*pair, direction), [])
                if dotted(old) not in operations:
                    operations.append(dotted(old))
                    waiting += below(*pair)
    return found


def _types(old: Operation, new: Operation) -> Iterator[tuple[Direction, Type, Type]]:
    """The types that stand at the same place in two operations."""
    parameters = {(each.location, each.name): each.type for each in new.parameters}
    for parameter in old.parameters:
        if (parameter.location, parameter.name) in parameters:
            yield "request", parameter.type, parameters[parameter.location, parameter.name]
    if old.body is not None and new.body is not None:
        yield "request", old.body.type, new.body.type
        members = {each.name: each.type for each in new.body.members or ()}
        for member in old.body.members or ():
            if member.name in members:
                yield "request", member.type, members[member.name]
        if old.body.additional is not None and new.body.additional is not None:
            yield "request", old.body.additional, new.body.additional
    for was, now in compared(old, new):
        yield "response", was.type, now.type
    if old.info is not None and new.info is not None:
        yield "response", old.info, new.info


def _unpaired(uses: set[Use], sides: Sides) -> Iterator[Change]:
    """Definitions that exist on one side only, or that no operation uses."""
    before = {each.name: key for key, each in sides.old.catalog.definitions.items()}
    after = {each.name: key for key, each in sides.new.catalog.definitions.items()}
    olds, news = {use[0] for use in uses}, {use[1] for use in uses}
    for name, key in before.items():
        if name not in after and key not in olds:
            yield _lone(name, key, "api-schema-removed", sides.old, sides)
        elif name in after and key not in olds and after[name] not in news:
            directions: tuple[Direction, ...] = ("request", "response")
            for direction in directions:
                yield from compare_definitions((key, after[name], direction), sides)
    for name, key in after.items():
        if name not in before and key not in news:
            yield _lone(name, key, "api-schema-added", sides.new, sides)


def _lone(name: str, key: str, check: str, side: Side, sides: Sides) -> Change:
    symbol, gone = side.symbols[key], side is sides.old
    roots = (sides.old.api.pointer, sides.new.api.pointer)
    names = frozenset(each for each in (symbol.name, symbol.dict_name, symbol.unknown) if each)
    return Change(
        check,
        "callers" if gone else "additive",
        symbol.name,
        f"{name} is {'gone' if gone else 'new'}",
        f"`{symbol.name}` {'can no longer' if gone else 'can'} be imported",
        sides.old.place(key if gone else roots[0]),
        sides.new.place(roots[1] if gone else key),
        objects=names,
    )


def compare_apis(old: Api, new: Api) -> tuple[Change, ...]:
    """As `compare`, for APIs whose pointers are shown as they are."""
    return compare(Side(old), Side(new))
