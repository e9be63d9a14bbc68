"""Which module a resource, its models and its decoders live in.

One module for the first two segments of a resource's path, so that a call loads what it needs and no more.
Two exceptions keep files from being crumbs: a resource of one or two operations lives with its parent, and a
namespace without operations lives with its first resource.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ...ir.operations import Resource
from .identifiers import module_name

Modules: TypeAlias = Mapping[tuple[str, ...], str]
"""The module of each resource, by path."""

_CRUMB = 2


def assign_modules(resources: Sequence[Resource]) -> Modules:
    """Give each of `resources` a module."""
    counts: dict[tuple[str, ...], int] = {}
    depths: dict[tuple[str, ...], int] = {}
    for resource in resources:
        group = resource.path[:2]
        counts[group] = counts.get(group, 0) + len(resource.operations)
        depths[group] = max(depths.get(group, 0), len(resource.path))
    homes = {group: _home(group, counts, depths) for group in counts}
    return {
        resource.path: module_name("_".join(homes[resource.path[:2]])) for resource in resources
    }


def find_parent_modules(homes: Modules) -> dict[str, str]:
    """The module of the resource above, for each module whose resources have one elsewhere."""
    return {
        home: homes[path[:1]]
        for path, home in homes.items()
        if len(path) > 1 and homes[path[:1]] != home
    }


def _home(
    group: tuple[str, ...],
    counts: Mapping[tuple[str, ...], int],
    depths: Mapping[tuple[str, ...], int],
) -> tuple[str, ...]:
    parent = group[:1]
    if len(group) == 2 and counts[group] <= _CRUMB and depths[group] == 2 and counts[parent]:
        return parent
    if len(group) == 1 and not counts[group]:
        return next((other for other in counts if len(other) == 2 and other[:1] == group), group)
    return group
