"""Walks over a value that was read: its depth, whether schemas in it have an `$id`, and how long its pointers are."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any, Final

from attrs import frozen

from ..json_pointers import escape

MAX_DEPTH: Final = 200
"""Levels of mappings and lists; real documents stay below 60, and recursion further on is safe."""

_POINTERS: Final = 300_000_000
"""The characters that the JSON pointers of all values of a document may have together."""
_POINTER: Final = 1000
"""The average length of a pointer that is fine however many there are; those of real documents have less than 200."""

_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[{]|[\]}]', re.DOTALL)
_CONTAINERS: Final = frozenset({dict, list})


@frozen
class Survey:
    """The result of the walk.

    Attributes:
        depth: the number of levels.
        has_ids: whether a mapping has an `$id`.
        may_have_long_pointers: whether `find_costly_key` may find something.
    """

    depth: int
    has_ids: bool
    may_have_long_pointers: bool


def survey(value: Any) -> Survey:
    """Walk over a value, level by level and without recursion.

    Args:
        value: plain mappings, lists and scalars.

    Returns:
        The depth, counted no further than one level beyond MAX_DEPTH, and whether there are `$id`s.
    """
    level: list[Any] = [value] if value.__class__ in _CONTAINERS else []
    depth, has_ids = 0, False
    values, longest = 0, 0
    while level and depth <= MAX_DEPTH:
        depth += 1
        values += sum(map(len, level))
        longest += max(
            [max(map(len, each), default=0) for each in level if each.__class__ is dict] or [8]
        )
        maps = [each for each in level if each.__class__ is dict]
        has_ids = has_ids or any(["$id" in each for each in maps])
        values += sum(map(len, level))
        longest += len(max(chain.from_iterable(maps), key=len, default=""))
        level = [
            item
            for each in level
            for item in (each.values() if each.__class__ is dict else each)
            if item.__class__ in _CONTAINERS
        ]
    return Survey(depth, has_ids, values * longest > _POINTERS)


def find_costly_key(value: Any) -> str | None:
    """Return the pointer of a key that is far too long for all that is below it, or None.

    Every value below a key has the key in its JSON pointer, so both multiply.

    Args:
        value: plain mappings, lists and scalars, not too deep.
    """
    containers: list[tuple[Any, int, str]] = [(value, -1, "")]
    for number, (container, _, _) in enumerate(containers):  # which grows
        items = container.items() if container.__class__ is dict else enumerate(container)
        containers += [
            (item, number, str(key)) for key, item in items if item.__class__ in _CONTAINERS
        ]
    below = [len(container) for container, _, _ in containers]
    for number in range(len(containers) - 1, 0, -1):
        below[containers[number][1]] += below[number]
    lengths = [(len(key) + 1) * below[number] for number, (_, _, key) in enumerate(containers)]
    if sum(lengths) <= max(_POINTERS, _POINTER * below[0]):
        return None
    pointer, number = "", lengths.index(max(lengths))
    while number > 0:
        _, above, key = containers[number]
        pointer, number = f"/{escape(key)}{pointer}", above
    return pointer


def find_too_deep(text: str) -> int:
    """Return the offset of the first bracket beyond the limit; 0 if it is not brackets that nest."""
    depth = 0
    for match in _BRACKET.finditer(text):
        bracket = match.group()
        depth += (bracket in ("{", "[")) - (bracket in ("}", "]"))
        if depth > MAX_DEPTH:
            return match.start()
    return 0
