"""The modules of resources: one class for sync, one for async, from the same calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from ..api.operations import Resource
from .annotations import Annotations
from .calls import Call
from .imports import Imports
from .methods import Methods
from .modules import Modules
from .names import pascal, snake
from .prose import docstring, sentence
from .symbols import Symbols
from .view import ChildView, ResourcesView, ResourceView

_BUILTINS = frozenset({"list", "dict", "str", "int", "float", "bool", "bytes"})


@frozen
class Homes:
    """All resources, and the module of each."""

    resources: tuple[Resource, ...]
    modules: Modules


def class_name(path: tuple[str, ...]) -> str:
    """The class of the resource at `path`: its last two segments, which tell it apart and never change."""
    return "".join(pascal(segment) for segment in path[-2:]) + "Resource"


def children(path: tuple[str, ...], homes: Homes, prefix: str) -> tuple[ChildView, ...]:
    """The resources right below `path`; `prefix` is "Async" for the asynchronous ones."""
    found: list[ChildView] = []
    for resource in homes.resources:
        if resource.path[:-1] == path:
            module = homes.modules[resource.path]
            found.append(
                ChildView(
                    name=snake(resource.path[-1]),
                    class_name=prefix + class_name(resource.path),
                    module="" if path and module == homes.modules[path] else module,
                    doc=docstring([_about(resource)], 8),
                )
            )
    return tuple(found)


def resources_module(
    name: str,
    group: Sequence[Resource],
    homes: Homes,
    calls: Mapping[str, Call],
    symbols: Symbols,
) -> ResourcesView:
    """The module `name` with the classes of `group`."""
    imports = Imports()
    classes = [
        _class(resource, homes, calls, symbols, imports, asynchronous)
        for asynchronous in (False, True)
        for resource in group
    ]
    if any(resource.operations for resource in group):
        imports.add(".._wire", f"{name} as wire")
    if any(view.children for view in classes):
        imports.add("functools", "cached_property")
    return ResourcesView(
        name=name,
        doc=docstring([f"The resources {_paths(group)}."], 0),
        imports=imports.lines,
        checking=imports.checking_lines,
        classes=tuple(classes),
        exports=tuple(sorted(view.name for view in classes)),
    )


def _class(
    resource: Resource,
    homes: Homes,
    calls: Mapping[str, Call],
    symbols: Symbols,
    imports: Imports,
    asynchronous: bool,
) -> ResourceView:
    prefix = "Async" if asynchronous else ""
    base = imports.add(".._core.client", f"{prefix}Resource")
    mine = [calls[key] for key in calls if key.rsplit(".", 1)[0] == ".".join(resource.path)]
    below = children(resource.path, homes, prefix)
    for child in below:
        if child.module:
            imports.check(f".{child.module}", child.class_name)
    hidden = frozenset(call.method for call in mine) | frozenset(child.name for child in below)
    annotations = Annotations(symbols, imports, "..models", hidden=hidden & _BUILTINS)
    methods = Methods(annotations, imports, "wire", asynchronous)
    return ResourceView(
        name=prefix + class_name(resource.path),
        base=base,
        doc=docstring([_about(resource)], 4),
        children=below,
        methods=tuple(methods.view(call) for call in mine),
    )


def _paths(group: Sequence[Resource]) -> str:
    return ", ".join(f"`{'.'.join(resource.path)}`" for resource in group)


def _about(resource: Resource) -> str:
    return sentence(resource.description) or f"The operations of `{'.'.join(resource.path)}`."
