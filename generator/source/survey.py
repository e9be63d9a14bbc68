"""One walk over a value that was read: how deep it is, which other files it names, and whether schemas in it have addresses."""

from __future__ import annotations

from typing import Any, Final

from attrs import frozen

from ..shapes import is_list, is_map

MAX_DEPTH: Final = 200
"""Levels of mappings and lists; real documents stay below 60, and recursion further on is safe."""


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
    level: list[Any] = [value] if isinstance(value, (dict, list)) else []
    depth, has_ids = 0, False
    while level and depth <= MAX_DEPTH:
        depth += 1
        below: list[Any] = []
        for container in level:
            if is_map(container):
                has_ids = has_ids or "$id" in container
                reference = container.get("$ref")
                if type(reference) is str and not reference.startswith("#"):
                    references[reference] = None
                container = container.values()
            below += [item for item in container if is_map(item) or is_list(item)]
        level = below
    return Survey(depth, tuple(references), has_ids)
