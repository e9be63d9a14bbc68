"""Which definitions have trees of renamed keys of their own (see `keys`): those in trees too large to spell out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from ..api.schemas import Catalog
from ..api.types import Type
from ..api.walk import parts, reached, references

_LARGE = 300
"""Names that a tree may have before it is cut."""


def cut(catalog: Catalog, renaming: AbstractSet[str], types: Iterable[Type]) -> frozenset[str]:
    """The definitions that have trees of their own, where `types` are the values that have trees."""
    found: set[str] = set()
    for type_ in types:
        roots = [catalog.canonical(key) for key in references(type_)]
        if not all(_small(catalog, key, renaming) for key in roots):
            found |= _below(catalog, roots, renaming)
    return frozenset(found)


def renaming(catalog: Catalog, attributes: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """The definitions that rename a key, or lead to one that does."""
    users: dict[str, list[str]] = {}
    waiting: list[str] = []
    for key, definition in catalog.definitions.items():
        if any(name != wire for wire, name in attributes[key].items()):
            waiting.append(key)
        for part in parts(definition):
            for used in references(part):
                users.setdefault(catalog.canonical(used), []).append(key)
    return frozenset(reached(waiting, users))


def _small(catalog: Catalog, root: str, renaming: AbstractSet[str]) -> bool:
    """Whether the tree of `root` is short and ends."""
    left = _LARGE
    waiting: list[tuple[str, tuple[str, ...]]] = [(root, (root,))]
    while waiting:
        key, above = waiting.pop()
        left -= 1 + len(parts(catalog[key]))
        below = [
            catalog.canonical(each) for part in parts(catalog[key]) for each in references(part)
        ]
        waiting += [(each, (*above, each)) for each in below if each in renaming]
        if left < 0 or any(each in above and each in renaming for each in below):
            return False
    return True


def _below(catalog: Catalog, roots: Iterable[str], renaming: AbstractSet[str]) -> set[str]:
    found: set[str] = set()
    waiting = [key for key in roots if key in renaming]
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        below = (
            catalog.canonical(each) for part in parts(catalog[key]) for each in references(part)
        )
        waiting += [each for each in below if each in renaming]
    return found
