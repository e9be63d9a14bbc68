"""The modules of resources: one class for sync, one for async, from the same calls."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain, count

from attrs import frozen

from ...ir.operations import Resource
from ..model.signatures import SignaturesByResource
from ..naming.identifiers import Scope, pascal, snake
from ..naming.resource_modules import Modules
from ..naming.symbol_table import SymbolTable
from ..source.annotations import Annotations
from ..source.docstrings import docstring, to_paragraphs
from ..source.imports import Imports
from .methods import Methods
from .views import ChildView, ResourcesView, ResourceView

_OF_CLIENT = frozenset({"close", "reply", "request", "with_options"})
"""What the client itself is asked for."""
_PREFIXES = ("", "Async")
"""What the names of classes begin with, sync and async."""
_BUILTINS = frozenset({"list", "dict", "str", "int", "float", "bool", "bytes"})


@frozen(slots=False)
class ResourceTree:
    """All resources, and the module of each."""

    resources: tuple[Resource, ...]
    modules: Modules

    @cached_property
    def classes(self) -> dict[tuple[str, ...], str]:
        """The class of each resource: called after the last two segments of its path, or all of them."""
        found: dict[tuple[str, ...], str] = {}
        taken: set[str] = set()
        # in an order of their own, so that no name depends on what stands before it in the document
        for path in sorted(
            (each.path for each in self.resources), key=lambda path: (len(path), path)
        ):
            wishes = (_class_name(path[-2:], number) for number in (0,))
            more = (_class_name(path, number) for number in count())
            name = next(each for each in chain(wishes, more) if not {each, f"Async{each}"} & taken)
            taken |= {name, f"Async{name}"}
            found[path] = name
        return found

    @cached_property
    def _children(self) -> dict[tuple[str, ...], list[Resource]]:
        found: dict[tuple[str, ...], list[Resource]] = {}
        for resource in self.resources:
            found.setdefault(resource.path[:-1], []).append(resource)
        return found

    def below(self, path: tuple[str, ...]) -> list[Resource]:
        """The resources right below `path`."""
        return self._children.get(path, [])


def _class_name(path: tuple[str, ...], number: int) -> str:
    return (
        "".join(pascal(segment) for segment in path)
        + (str(number + 1) if number else "")
        + "Resource"
    )


def children(path: tuple[str, ...], homes: ResourceTree, prefix: str) -> tuple[ChildView, ...]:
    """The resources right below `path`; `prefix` is "Async" for the asynchronous ones."""
    found: list[ChildView] = []
    scope = Scope(_OF_CLIENT if not path else frozenset())
    for resource in homes.below(path):
        module = homes.modules[resource.path]
        found.append(
            ChildView(
                name=scope.claim(snake(resource.path[-1])),
                class_name=prefix + homes.classes[resource.path],
                module="" if path and module == homes.modules[path] else module,
                doc=docstring(_about(resource)[:1], 8),
            )
        )
    return tuple(found)


def build_resources_module(
    name: str,
    group: Sequence[Resource],
    homes: ResourceTree,
    calls: SignaturesByResource,
    symbols: SymbolTable,
) -> ResourcesView:
    """The module `name` with the classes of `group`."""
    imports = Imports()
    pairs = [_classes(resource, homes, calls, symbols, imports) for resource in group]
    classes = [plain for plain, _ in pairs] + [asynchronous for _, asynchronous in pairs]
    if any(resource.operations for resource in group):
        imports.add(".._codec", f"{name} as _codec")
    if any(view.children for view in classes):
        imports.add("functools", "cached_property")
    return ResourcesView(
        name=name,
        doc=docstring([f"The resource{'s' if len(group) > 1 else ''} {_paths(group)}."], 0),
        imports=imports.lines,
        checking=imports.checking_lines,
        classes=tuple(classes),
        exports=exported(group, homes),
    )


def exported(group: Sequence[Resource], homes: ResourceTree) -> tuple[str, ...]:
    """The classes that a module with the resources `group` has, sorted."""
    return tuple(
        sorted(prefix + homes.classes[each.path] for each in group for prefix in _PREFIXES)
    )


def _classes(
    resource: Resource,
    homes: ResourceTree,
    calls: SignaturesByResource,
    symbols: SymbolTable,
    imports: Imports,
) -> tuple[ResourceView, ResourceView]:
    """The class of a resource, sync and async."""
    mine = calls.get(resource.path, ())
    below = [children(resource.path, homes, prefix) for prefix in _PREFIXES]
    hidden = frozenset(call.method for call in mine) | frozenset(child.name for child in below[0])
    annotations = Annotations(symbols, imports, "..models", hidden=hidden & _BUILTINS)
    methods = Methods(annotations, imports, "_codec")
    views = [methods.views(call) for call in mine]
    plain, asynchronous = (
        ResourceView(
            name=prefix + homes.classes[resource.path],
            base=imports.add(".._core.client", f"{prefix}Resource"),
            doc=docstring(_about(resource), 4),
            children=below[number],
            methods=tuple(pair[number] for pair in views),
        )
        for number, prefix in enumerate(_PREFIXES)
    )
    for child in (*plain.children, *asynchronous.children):
        if child.module:
            imports.check(f".{child.module}", child.class_name)
    return plain, asynchronous


def _paths(group: Sequence[Resource]) -> str:
    return ", ".join(f"`{'.'.join(resource.path)}`" for resource in group)


def _about(resource: Resource) -> list[str]:
    return to_paragraphs(resource.description) or [
        f"The operations of `{'.'.join(resource.path)}`."
    ]
