"""One walk over a value that was read: how deep it is, which other files it names, and whether schemas in it have addresses."""

from __future__ import annotations

from typing import Any, Final

from attrs import frozen

MAX_DEPTH: Final = 200
"""Levels of mappings and lists; real documents stay below 60, and recursion further on is safe."""

_CONTAINERS: Final = frozenset({dict, list})


@frozen
class Survey:
    """What the walk found; `references` are the `$ref`s that lead out of the file, as written; `has_ids` tells of `$id`s."""

    depth: int
    references: tuple[str, ...]
    has_ids: bool


def survey(value: Any) -> Survey:
    """Walk over a value, level by level and without recursion.

    Args:
        value: plain mappings, lists and scalars.

    Returns:
        The depth, counted no further than one level beyond MAX_DEPTH, the outward references, and whether there are `$id`s.
    """
    references: dict[str, None] = {}
    level: list[Any] = [value] if value.__class__ in _CONTAINERS else []
    depth, has_ids = 0, False
    while level and depth <= MAX_DEPTH:
        depth += 1
        maps = [each for each in level if each.__class__ is dict]
        has_ids = has_ids or any(["$id" in each for each in maps])
        for reference in [each["$ref"] for each in maps if "$ref" in each]:
            if type(reference) is str and not reference.startswith("#"):
                references[reference] = None
        level = [
            item
            for each in level
            for item in (each.values() if each.__class__ is dict else each)
            if item.__class__ in _CONTAINERS
        ]
    return Survey(depth, tuple(references), has_ids)
