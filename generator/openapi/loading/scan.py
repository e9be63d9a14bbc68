"""One walk over a value that was read: its depth, and whether schemas in it have an `$id`."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import frozen

MAX_DEPTH: Final = 200
"""Levels of mappings and lists; real documents stay below 60, and recursion further on is safe."""

_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[{]|[\]}]', re.DOTALL)
_CONTAINERS: Final = frozenset({dict, list})


@frozen
class Survey:
    """The result of the walk: the number of levels, and whether a mapping has an `$id`."""

    depth: int
    has_ids: bool


def survey(value: Any) -> Survey:
    """Walk over a value, level by level and without recursion.

    Args:
        value: plain mappings, lists and scalars.

    Returns:
        The depth, counted no further than one level beyond MAX_DEPTH, and whether there are `$id`s.
    """
    level: list[Any] = [value] if value.__class__ in _CONTAINERS else []
    depth, has_ids = 0, False
    while level and depth <= MAX_DEPTH:
        depth += 1
        has_ids = has_ids or any([each.__class__ is dict and "$id" in each for each in level])
        level = [
            item
            for each in level
            for item in (each.values() if each.__class__ is dict else each)
            if item.__class__ in _CONTAINERS
        ]
    return Survey(depth, has_ids)


def find_too_deep(text: str) -> int:
    """Return the offset of the first bracket beyond the limit; 0 if it is not brackets that nest."""
    depth = 0
    for match in _BRACKET.finditer(text):
        bracket = match.group()
        depth += (bracket in ("{", "[")) - (bracket in ("}", "]"))
        if depth > MAX_DEPTH:
            return match.start()
    return 0
