"""Which module a resource, its models and its decoders live in.

There is one module for the first two segments of a resource's path, so that a call loads what it needs and no more.
There are two exceptions, which avoid tiny files: a resource of one or two operations lives with its parent, and a
namespace without operations lives with its first resource. The methods of the client itself have the module `client`.
A resource that a package has already stays in its module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from ...ir.operations import Resource
from .identifiers import module_name

ResourceModules: TypeAlias = Mapping[tuple[str, ...], str]
"""The module of each resource, by path."""

_MAX_OPERATIONS_IN_PARENT = 2
_CLIENT = ("client",)


def assign_modules(
    resources: Sequence[Resource],
    locked: Mapping[tuple[str, ...], str] = MappingProxyType({}),
) -> ResourceModules:
    """Assign a module to each of `resources`; those in `locked` have one already."""
    counts: dict[tuple[str, ...], int] = {}
    depths: dict[tuple[str, ...], int] = {}
    for resource in resources:
        group = resource.path[:2]
        counts[group] = counts.get(group, 0) + len(resource.operations)
        depths[group] = max(depths.get(group, 0), len(resource.path))
    module_paths = {group: _choose_module_path(group, counts, depths) for group in counts}
    return {
        resource.path: locked.get(resource.path)
        or module_name("_".join(module_paths[resource.path[:2]]))
        for resource in resources
    }


def find_parent_modules(modules: ResourceModules) -> dict[str, str]:
    """Return the module of the parent resource, for each module whose parent lives elsewhere."""
    return {
        module: modules[path[:1]]
        for path, module in modules.items()
        if len(path) > 1 and modules[path[:1]] != module
    }


def _choose_module_path(
    group: tuple[str, ...],
    counts: Mapping[tuple[str, ...], int],
    depths: Mapping[tuple[str, ...], int],
) -> tuple[str, ...]:
    """Return the path after which the module of `group` is called."""
    parent = group[:1]
    if not group:
        return _CLIENT
    is_small = len(group) == 2 and counts[group] <= _MAX_OPERATIONS_IN_PARENT and depths[group] == 2
    if is_small and counts[parent]:
        return parent
    if len(group) == 1 and not counts[group]:
        return next((other for other in counts if len(other) == 2 and other[:1] == group), group)
    return group
