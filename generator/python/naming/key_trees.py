"""Which definitions have key trees of their own: those in trees that are too large to repeat at each use.

A key tree maps Python names in a typed dict to wire names (`python.design.key_aliases`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from ...ir.definitions import Catalog
from ...ir.traversal import find_reachable, list_component_types

_MAX_NAMES = 300
"""Names that a tree may have before its definitions get trees of their own."""


def find_separate_trees(
    catalog: Catalog,
    references: Mapping[str, Iterable[str]],
    renaming: AbstractSet[str],
    inputs: Iterable[Iterable[str]],
) -> frozenset[str]:
    """Return the definitions that have trees of their own.

    Args:
        catalog: all definitions.
        references: the definitions that each of them mentions.
        renaming: the definitions that rename a key, or lead to one that does.
        inputs: for each value that is sent, the definitions that it mentions.
    """
    below = {key: [each for each in references[key] if each in renaming] for key in renaming}
    is_small: dict[str, bool] = {}
    large: list[str] = []
    for roots in inputs:
        for key in roots:
            if key not in is_small:
                is_small[key] = _has_small_tree(catalog, key, below)
        if not all(is_small[key] for key in roots):
            large += [key for key in roots if key in renaming]
    return frozenset(find_reachable(large, below))


def find_renaming(
    references: Mapping[str, Iterable[str]], attributes: Mapping[str, Mapping[str, str]]
) -> frozenset[str]:
    """Return the definitions that rename a key, or lead to one that does."""
    users: dict[str, list[str]] = {}
    for key, used in references.items():
        for each in used:
            users.setdefault(each, []).append(key)
    renamed = (
        key
        for key, names in attributes.items()
        if any(name != wire for wire, name in names.items())
    )
    return frozenset(find_reachable(renamed, users))


def _has_small_tree(catalog: Catalog, root: str, below: Mapping[str, Iterable[str]]) -> bool:
    """Return whether the tree of `root` is small and not recursive."""
    left = _MAX_NAMES
    waiting: list[tuple[str, tuple[str, ...]]] = [(root, (root,))]
    while waiting:
        key, ancestors = waiting.pop()
        left -= 1 + len(list_component_types(catalog[key]))
        children = below.get(key, ())
        if left < 0 or any(each in ancestors for each in children):
            return False
        waiting += [(each, (*ancestors, each)) for each in children]
    return True
