"""The public surface of a package, read from its source without importing it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import griffe
from attrs import frozen


@frozen
class Method:
    """A method of a resource, or of the client itself.

    Attributes:
        name: dotted, as below the client (`ai_gateway.logs.list`).
        sync: the method of the synchronous class.
        asynchronous: the same method of the asynchronous class.
        request: HTTP method and path.
    """

    name: str
    sync: griffe.Function
    asynchronous: griffe.Function
    request: str


@frozen
class Resource:
    """A resource.

    Attributes:
        name: dotted, as below the client.
        class_names: its classes, synchronous and asynchronous.
        doc: its docstring.
        methods: its methods.
        children: names of its child resources.
    """

    name: str
    class_names: tuple[str, str]
    doc: str
    methods: tuple[Method, ...]
    children: tuple[str, ...]


@frozen
class Surface:
    """All objects that have a page.

    Attributes:
        package: the package.
        clients: the two client classes.
        client_methods: the operations that are methods of the client itself.
        resources: all resources, each before its children.
        models: models, typed dicts and named types, by module.
        errors: all errors.
        support: the other exports of the package.
    """

    package: griffe.Module
    clients: tuple[griffe.Class, ...]
    client_methods: tuple[Method, ...]
    resources: tuple[Resource, ...]
    models: Mapping[str, tuple[griffe.Object, ...]]
    errors: tuple[griffe.Class, ...]
    support: tuple[griffe.Object, ...]

    @property
    def methods(self) -> Iterator[Method]:
        """All methods, those of the client itself first."""
        yield from self.client_methods
        for resource in self.resources:
            yield from resource.methods


def read_surface(source: Path, name: str) -> Surface:
    """Read the source of a package.

    Args:
        source: the folder that contains the folder of the package.
        name: the name of the package.

    Returns:
        The public surface.
    """
    package = griffe.load(
        name,
        search_paths=[source],
        docstring_parser="google",
        docstring_options={"warnings": False},
        allow_inspection=False,
    )
    assert isinstance(package, griffe.Module)
    contract = json.loads((source / name / "_contract.json").read_text(encoding="utf-8"))
    clients = [each for each in _list_classes(package["_client"]) if "__init__" in each.members]
    sync, asynchronous = sorted(clients, key=lambda each: len(each.name))
    exported = [
        _resolve_alias(package[each]) for each in _list_exports(package) if each in package.members
    ]
    operations = contract["operations"]
    errors = tuple(_list_classes(package["errors"]))
    listed = {each.path for each in (*clients, *errors)}
    return Surface(
        package=package,
        clients=(sync, asynchronous),
        client_methods=tuple(_read_client_methods(package, sync, asynchronous, operations)),
        resources=tuple(_read_resources(package, sync, asynchronous, "", operations)),
        models={
            module.name: tuple(module[each] for each in _list_exports(module))
            for module in package["models"].modules.values()
        },
        errors=errors,
        support=tuple(each for each in exported if each.path not in listed),
    )


def _resolve_alias(member: griffe.Object | griffe.Alias) -> griffe.Object:
    target = member.final_target if isinstance(member, griffe.Alias) else member
    assert isinstance(target, griffe.Object)
    return target


def _list_classes(module: Any) -> Iterator[griffe.Class]:
    return (each for each in module.classes.values() if not each.is_alias and each.is_public)


def _list_exports(module: griffe.Module) -> list[str]:
    return [str(each) for each in module.exports or ()]


def _read_resources(
    package: griffe.Module,
    sync: griffe.Class,
    asynchronous: griffe.Class,
    path: str,
    operations: Mapping[str, Any],
) -> Iterator[Resource]:
    """Yield the resources that a class has as cached properties, and all their descendants."""
    classes = _list_resource_classes(package)
    for name, child in sync.attributes.items():
        if "cached" not in child.labels:
            continue
        dotted = f"{path}.{name}" if path else name
        own = classes[str(child.annotation)]
        counterpart = classes[str(asynchronous.attributes[name].annotation)]
        yield Resource(
            name=dotted,
            class_names=(own.name, counterpart.name),
            doc=child.docstring.value if child.docstring else "",
            methods=tuple(_read_methods(own, counterpart, dotted, operations)),
            children=tuple(
                f"{dotted}.{child_name}"
                for child_name, each in own.attributes.items()
                if "cached" in each.labels
            ),
        )
        yield from _read_resources(package, own, counterpart, dotted, operations)


def _list_resource_classes(package: griffe.Module) -> dict[str, griffe.Class]:
    return {
        each.name: each
        for module in package["resources"].modules.values()
        for each in _list_classes(module)
    }


def _read_client_methods(
    package: griffe.Module,
    sync: griffe.Class,
    asynchronous: griffe.Class,
    operations: Mapping[str, Any],
) -> Iterator[Method]:
    """Yield the operations that the clients inherit from the class of their methods, where there is one."""
    classes = _list_resource_classes(package)
    own, counterpart = (
        next((classes[str(base)] for base in client.bases if str(base) in classes), None)
        for client in (sync, asynchronous)
    )
    if own is not None and counterpart is not None:
        yield from _read_methods(own, counterpart, "", operations)


def _read_methods(
    own: griffe.Class, counterpart: griffe.Class, path: str, operations: Mapping[str, Any]
) -> Iterator[Method]:
    """Yield the methods that are operations; `functions` also has the inherited and private ones."""
    for name, function in own.functions.items():
        dotted = f"{path}.{name}" if path else name
        # names that are reserved in Python have an underscore appended there
        operation = operations.get(dotted) or operations.get(dotted.replace("_.", ".").rstrip("_"))
        if operation:
            request = f"{operation['method']} {operation['path']}"
            yield Method(dotted, function, counterpart.functions[name], request)
