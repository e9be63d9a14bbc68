"""The modules of resources: one class for sync, one for async, from the same signatures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...ir.operations import Resource
from ..design.signatures import Signature, SignaturesByResource
from ..naming import reserved
from ..naming.resource_names import Path, ResourceSymbol
from ..naming.symbol_table import SymbolTable
from ..source.annotations import Annotations
from ..source.docstrings import build_doc, to_paragraphs
from ..source.imports import Imports
from .methods import Methods
from .view_types import ChildView, ResourcesView, ResourceView

_ON_CLIENT = "Methods of the client itself."
_PREFIXES = ("", "Async")
"""What the names of classes begin with, sync and async."""


def build_children(
    path: Path, resources: Mapping[Path, Resource], symbols: SymbolTable, prefix: str
) -> tuple[ChildView, ...]:
    """Build the properties for the resources right below `path`.

    Args:
        path: the path of a resource; () for the client.
        resources: all resources, by path.
        symbols: all names.
        prefix: `Async` for the properties of async classes.
    """
    return tuple(
        ChildView(
            name=child.attribute,
            class_name=prefix + child.class_name,
            module="" if path and child.module == symbols.resources[path].module else child.module,
            doc=build_doc(_describe(resources[child.path], child)[:1], 8),
        )
        for child in symbols.list_children(path)
    )


def build_resources_module(
    name: str,
    group: Sequence[Resource],
    resources: Mapping[Path, Resource],
    signatures: SignaturesByResource,
    symbols: SymbolTable,
) -> ResourcesView:
    """Build the module `name` with the classes of `group`; `resources` are those of the whole API, by path."""
    imports = Imports()
    pairs = [_build_classes(each, resources, signatures, symbols, imports) for each in group]
    classes = [sync for sync, _ in pairs] + [asynchronous for _, asynchronous in pairs]
    if any(resource.operations for resource in group):
        imports.add(".._codec", f"{name} as _codec")
    if any(view.children for view in classes):
        imports.add("functools", "cached_property")
    named = [each for each in group if each.path]
    about = (
        f"The resource{'s' if len(named) > 1 else ''} {_write_paths(named)}."
        if named
        else _ON_CLIENT
    )
    return ResourcesView(
        name=name,
        doc=build_doc([about], 0),
        imports=imports.lines,
        checking=imports.checking_lines,
        classes=tuple(classes),
        exports=list_exported_names(group, symbols),
    )


def list_exported_names(group: Iterable[Resource], symbols: SymbolTable) -> tuple[str, ...]:
    """Return the classes of a module with the resources `group`, sorted."""
    return tuple(
        sorted(
            prefix + symbols.resources[each.path].class_name
            for each in group
            for prefix in _PREFIXES
        )
    )


def _build_classes(
    resource: Resource,
    resources: Mapping[Path, Resource],
    signatures: SignaturesByResource,
    symbols: SymbolTable,
    imports: Imports,
) -> tuple[ResourceView, ResourceView]:
    """Build the class of a resource, sync and async."""
    own = signatures.get(resource.path, ())
    children = [
        build_children(resource.path, resources, symbols, each) if resource.path else ()
        for each in _PREFIXES
    ]
    members = {each.symbol.name for each in own} | {each.name for each in children[0]}
    annotations = Annotations(symbols, imports, "..models", hidden=reserved.HIDEABLE & members)
    methods = Methods(annotations, imports, "_codec")
    views = [methods.views(each) for each in own]
    symbol = symbols.resources[resource.path]
    sync, asynchronous = (
        ResourceView(
            name=prefix + symbol.class_name,
            dotted=symbol.dotted,
            bases=_import_bases(resource, own, prefix, imports),
            is_async=bool(prefix),
            doc=build_doc(_describe(resource, symbol), 4),
            children=children[number],
            methods=tuple(pair[number] for pair in views),
        )
        for number, prefix in enumerate(_PREFIXES)
    )
    for child in (*sync.children, *asynchronous.children):
        if child.module:
            imports.check(f".{child.module}", child.class_name)
    return sync, asynchronous


def _import_bases(
    resource: Resource, signatures: Sequence[Signature], prefix: str, imports: Imports
) -> str:
    """Return the classes that a resource derives from, by what its methods do."""
    bases: list[str] = []
    if not resource.path:
        bases.append(imports.add(".._core.resource", f"{prefix}ClientMethods"))
    if any(each.operation.paging is not None for each in signatures):
        bases.append(imports.add(".._core.pages", f"{prefix}PagedResource"))
    if any(each.may_stream for each in signatures):
        bases.append(imports.add(".._core.streaming", f"{prefix}StreamingResource"))
    return ", ".join(bases) or imports.add(".._core.resource", f"{prefix}Resource")


def _write_paths(group: Sequence[Resource]) -> str:
    return ", ".join(f"`{'.'.join(resource.path)}`" for resource in group)


def _describe(resource: Resource, symbol: ResourceSymbol) -> list[str]:
    if not resource.path:
        return [_ON_CLIENT]
    what = "Operations" if resource.operations else "Resources"
    return to_paragraphs(resource.description) or [f"{what} of `client.{symbol.dotted}`."]
