"""Which module each definition lives in.

A definition lives with the resources that use it, if they share a module; what several modules use lives
with the resource above them, without one in `shared`; what none uses in `others`. So imports between
undivided modules run one way: upwards.

A module that would be too long is divided by the words that names begin with, as a person would sort them:
`shared_repository` has `Repository` and `RepositoryRule`. Divided modules are small and imported when they
are first needed, because a call should load the models it meets and no more. Where a definition lives
depends on its name and on who uses it, not on what comes before it in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from ...ir.definitions import Catalog
from ...text import split_words
from .identifiers import module_name

SHARED = "shared"
OTHERS = "others"
_MOST = 40
"""Definitions that a module may have before it is divided."""
_ENOUGH = 20
"""Definitions that a part may have before it is divided further."""
_FEW = 4
"""Definitions that make no part of their own."""


@frozen
class Partition:
    """The module of each definition, by key; `divided` are those to be imported when needed."""

    modules: Mapping[str, str]
    divided: frozenset[str]
    owners: Mapping[str, str]
    """What each module is a part of: the module of the resources that use it, `shared` or `others`."""


def partition_definitions(
    catalog: Catalog,
    steps: Mapping[str, Iterable[str]],
    uses: Iterable[tuple[str, Iterable[str]]],
    parents: Mapping[str, str] = {},
) -> Partition:
    """Give each definition of `catalog` a module.

    Args:
        catalog: all definitions.
        steps: what each of them mentions.
        uses: the modules of operations, and the definitions that these mention.
        parents: the module above a module, where there is one.
    """
    owners: dict[str, str] = {}
    for home, roots in uses:
        _spread(roots, steps, owners, parents, home)
    groups: dict[str, list[str]] = {}
    for key in catalog.definitions:
        groups.setdefault(owners.get(key, OTHERS), []).append(key)
    found: dict[str, str] = {}
    divided: set[str] = set()
    parts_of: dict[str, str] = {}
    for owner, keys in groups.items():
        if len(keys) <= _MOST:
            found.update(dict.fromkeys(keys, owner))
            parts_of[owner] = owner
            continue
        spoken = {key: tuple(split_words(catalog[key].name)) for key in keys}
        for name, part in _divide(owner, spoken, 0):
            found.update(dict.fromkeys(part, name))
            divided.add(name)
            parts_of[name] = owner
    return Partition(found, frozenset(divided), parts_of)


def _above(first: str, second: str, parents: Mapping[str, str]) -> str:
    """The nearest module that is, or is above, both of two."""
    line = [first, parents.get(first, SHARED)]
    return next((each for each in (second, parents.get(second, SHARED)) if each in line), SHARED)


def _spread(
    roots: Iterable[str],
    steps: Mapping[str, Iterable[str]],
    owners: dict[str, str],
    parents: Mapping[str, str],
    home: str,
) -> None:
    """Let `home` own all that `roots` lead to; what another owns moves up, and so does all below it."""
    waiting = [(key, home) for key in roots]
    while waiting:
        key, wanted = waiting.pop()
        owner = owners.get(key)
        wanted = wanted if owner is None else _above(owner, wanted, parents)
        if wanted == owner:
            continue
        owners[key] = wanted
        waiting += [(each, wanted) for each in steps[key]]


def _divide(
    name: str, spoken: Mapping[str, tuple[str, ...]], depth: int
) -> list[tuple[str, list[str]]]:
    """The parts of `spoken` (the words of each key's name) by the word at `depth` and those after it."""
    buckets: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, said in spoken.items():
        buckets.setdefault(said[depth] if depth < len(said) else "", {})[key] = said
    if len(buckets) == 1:
        only = next(iter(buckets))
        return _divide(name, spoken, depth + 1) if only else [(name, list(spoken))]
    found: list[tuple[str, list[str]]] = []
    rest: list[str] = []
    for word, bucket in buckets.items():
        part = module_name(f"{name}_{word}")
        if not word or len(bucket) <= _FEW:
            rest += bucket
        elif len(bucket) <= _ENOUGH:
            found.append((part, list(bucket)))
        else:
            found += _divide(part, bucket, depth + 1)
    return found + _rest(name, rest, spoken, depth)


def _rest(
    name: str,
    keys: list[str],
    spoken: Mapping[str, tuple[str, ...]],
    depth: int,
    begin: str = "",
) -> list[tuple[str, list[str]]]:
    """What made no part: one module, or one for each beginning of a word where that would be too long."""
    own = module_name(f"{name}_{begin}") if begin else name
    if len(keys) <= _MOST:
        return [(own, keys)] if keys else []
    beginnings: dict[str, list[str]] = {}
    for key in keys:
        word = spoken[key][depth] if depth < len(spoken[key]) else ""
        beginnings.setdefault(word[: len(begin) + 1], []).append(key)
    whole = beginnings.pop(begin, [])  # the word itself, or none: they are few
    found = [(own, whole)] if whole else []
    for longer, part in beginnings.items():
        found += _rest(name, part, spoken, depth, longer)
    return found
