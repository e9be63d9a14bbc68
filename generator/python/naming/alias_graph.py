"""Which definitions have trees of renamed keys of their own (see `keys`): those in trees too large to spell out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from ...ir.definitions import Catalog
from ...ir.traversal import component_types, reachable

_LARGE = 300
"""Names that a tree may have before it is cut."""


def find_separate_trees(
    catalog: Catalog,
    steps: Mapping[str, Iterable[str]],
    renaming: AbstractSet[str],
    values: Iterable[Iterable[str]],
) -> frozenset[str]:
    """The definitions that have trees of their own.

    Args:
        catalog: all definitions.
        steps: what each of them mentions.
        renaming: those that rename a key, or lead to one that does.
        values: what each of the values that have trees mentions.
    """
    below = {key: [each for each in steps[key] if each in renaming] for key in renaming}
    small: dict[str, bool] = {}
    large: list[str] = []
    for roots in values:
        for key in roots:
            if key not in small:
                small[key] = _small(catalog, key, below)
        if not all(small[key] for key in roots):
            large += [key for key in roots if key in renaming]
    return frozenset(reachable(large, below))


def find_renaming(
    steps: Mapping[str, Iterable[str]], attributes: Mapping[str, Mapping[str, str]]
) -> frozenset[str]:
    """The definitions that rename a key, or lead to one that does; `steps` are what each mentions."""
    users: dict[str, list[str]] = {}
    for key, used in steps.items():
        for each in used:
            users.setdefault(each, []).append(key)
    renamed = (
        key
        for key, names in attributes.items()
        if any(name != wire for wire, name in names.items())
    )
    return frozenset(reachable(renamed, users))


def _small(catalog: Catalog, root: str, below: Mapping[str, Iterable[str]]) -> bool:
    """Whether the tree of `root` is short and ends."""
    left = _LARGE
    waiting: list[tuple[str, tuple[str, ...]]] = [(root, (root,))]
    while waiting:
        key, above = waiting.pop()
        left -= 1 + len(component_types(catalog[key]))
        further = below.get(key, ())
        if left < 0 or any(each in above for each in further):
            return False
        waiting += [(each, (*above, each)) for each in further]
    return True
