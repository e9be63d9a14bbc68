"""Which module each definition lives in.

A definition is in the module of the resources that use it if they share one. What several modules use lives with the
resource above them, or in `shared`; what no operation uses lives in `others`. So imports between undivided modules
run in one direction: upwards.

A module that would be too long is divided by the first words of names, as a person would sort them:
`shared_repository` has `Repository` and `RepositoryRule`. Divided modules are small and imported on first use, because
a call should load only the models that it needs. Where a definition lives depends on its name and on who uses it, not
on what precedes it in the document.

A definition that a package has already stays in its module, whoever uses it now: programs may import it from there. Modules
that need each other for that reason are imported on first use, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from attrs import frozen

from ...ir.definitions import Catalog
from ...ir.traversal import find_reachable
from ...text import split_words
from .identifiers import module_name

SHARED = "shared"
OTHERS = "others"
_MAX_MODULE = 40
"""Definitions that a module may have before it is divided."""
_MAX_PART = 20
"""Definitions that a part may have before it is divided further."""
_MIN_PART = 4
"""Up to this number of definitions make no part of their own."""


@frozen
class Partition:
    """The module of each definition, by key. Modules in `divided` are imported on first use."""

    modules: Mapping[str, str]
    divided: frozenset[str]
    owners: Mapping[str, str]
    """The module that each module is a part of: the one of the resources that use it, `shared` or `others`."""


def partition_definitions(
    catalog: Catalog,
    references: Mapping[str, Iterable[str]],
    uses: Sequence[tuple[str, Sequence[str]]],
    parents: Mapping[str, str] = MappingProxyType({}),
    locked: Mapping[str, str] = MappingProxyType({}),
) -> Partition:
    """Assign a module to each definition of `catalog`.

    Args:
        catalog: all definitions.
        references: the definitions that each of them mentions.
        uses: the modules of operations, and the definitions that these mention.
        parents: the module above a module, where there is one.
        locked: the module of each definition that a package has already.
    """
    partition = _partition_by_use(catalog, references, uses, parents)
    if locked.items() <= partition.modules.items():
        return partition
    modules = {**partition.modules, **locked}
    cyclic = _find_cyclic(modules, references, uses)
    left = set(modules.values())
    owners = {module: owner for module, owner in partition.owners.items() if module in left}
    divided = partition.divided & left | cyclic
    return Partition(modules, divided, owners)


def _partition_by_use(
    catalog: Catalog,
    references: Mapping[str, Iterable[str]],
    uses: Iterable[tuple[str, Iterable[str]]],
    parents: Mapping[str, str],
) -> Partition:
    owners: dict[str, str] = {}
    for module, roots in uses:
        _assign_owner(module, roots, references, owners, parents)
    groups: dict[str, list[str]] = {}
    for key in catalog.definitions:
        groups.setdefault(owners.get(key, OTHERS), []).append(key)
    modules: dict[str, str] = {}
    divided: set[str] = set()
    module_owners: dict[str, str] = {}
    for owner, keys in groups.items():
        if len(keys) <= _MAX_MODULE:
            modules.update(dict.fromkeys(keys, owner))
            module_owners[owner] = owner
            continue
        split_names = {key: tuple(split_words(catalog[key].name)) for key in keys}
        for name, part in _divide(owner, split_names, 0):
            modules.update(dict.fromkeys(part, name))
            divided.add(name)
            module_owners[name] = owner
    return Partition(modules, frozenset(divided), module_owners)


def _find_cyclic(
    modules: Mapping[str, str],
    references: Mapping[str, Iterable[str]],
    uses: Iterable[tuple[str, Iterable[str]]],
) -> frozenset[str]:
    """Return the modules that lead back to themselves by what their definitions and operations mention."""
    steps: dict[str, set[str]] = {}
    for module, keys in (*uses, *((modules[key], below) for key, below in references.items())):
        steps.setdefault(module, set()).update(modules[key] for key in keys)
    below = {module: others - {module} for module, others in steps.items()}
    return frozenset(
        module for module, others in below.items() if module in find_reachable(others, below)
    )


def _find_common_parent(first: str, second: str, parents: Mapping[str, str]) -> str:
    """Return the nearest module that is, or is above, both of two."""
    line = [first, parents.get(first, SHARED)]
    return next((each for each in (second, parents.get(second, SHARED)) if each in line), SHARED)


def _assign_owner(
    module: str,
    roots: Iterable[str],
    references: Mapping[str, Iterable[str]],
    owners: dict[str, str],
    parents: Mapping[str, str],
) -> None:
    """Let `module` own all that `roots` lead to. What another module owns moves up, with all below it."""
    waiting = [(key, module) for key in roots]
    while waiting:
        key, target = waiting.pop()
        owner = owners.get(key)
        target = target if owner is None else _find_common_parent(owner, target, parents)
        if target == owner:
            continue
        owners[key] = target
        waiting += [(each, target) for each in references[key]]


def _divide(
    name: str, split_names: Mapping[str, tuple[str, ...]], depth: int
) -> list[tuple[str, list[str]]]:
    """Divide definitions into named parts by the word of their names at `depth`, and those after it.

    Args:
        name: the module to divide.
        split_names: the words of each definition's name, by key.
        depth: which word decides.
    """
    buckets: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, split in split_names.items():
        buckets.setdefault(split[depth] if depth < len(split) else "", {})[key] = split
    if len(buckets) == 1:
        only = next(iter(buckets))
        return _divide(name, split_names, depth + 1) if only else [(name, list(split_names))]
    parts: list[tuple[str, list[str]]] = []
    rest: list[str] = []
    for word, bucket in buckets.items():
        part = module_name(f"{name}_{word}")
        if not word or len(bucket) <= _MIN_PART:
            rest += bucket
        elif len(bucket) <= _MAX_PART:
            parts.append((part, list(bucket)))
        else:
            parts += _divide(part, bucket, depth + 1)
    return parts + _divide_rest(name, rest, split_names, depth)


def _divide_rest(
    name: str,
    keys: list[str],
    split_names: Mapping[str, tuple[str, ...]],
    depth: int,
    prefix: str = "",
) -> list[tuple[str, list[str]]]:
    """Put the remaining definitions into one module; if it is too long, into one for each prefix of a word."""
    own = module_name(f"{name}_{prefix}") if prefix else name
    if len(keys) <= _MAX_MODULE:
        return [(own, keys)] if keys else []
    by_prefix: dict[str, list[str]] = {}
    for key in keys:
        word = split_names[key][depth] if depth < len(split_names[key]) else ""
        by_prefix.setdefault(word[: len(prefix) + 1], []).append(key)
    unsplit = by_prefix.pop(prefix, [])  # the prefix itself or no word: there are few
    parts = [(own, unsplit)] if unsplit else []
    for longer, part in by_prefix.items():
        parts += _divide_rest(name, part, split_names, depth, longer)
    return parts
