"""What a reader of the reference can look up, found in the source of the package without importing it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import griffe
from attrs import frozen


@frozen
class Method:
    """A method of a resource.

    Attributes:
        name: dotted, as below the client (`ai_gateway.logs.list`).
        sync: the method of the synchronous class.
        asynchronous: its twin.
        request: HTTP method and path; empty where the description has no such operation.
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
        doc: what it is.
        methods: its methods.
        children: names of the resources below it.
    """

    name: str
    doc: str
    methods: tuple[Method, ...]
    children: tuple[str, ...]


@frozen
class Surface:
    """Everything that has a page.

    Attributes:
        package: the package.
        clients: the two client classes.
        resources: all resources, those below another after it.
        models: models, typed dicts and named types, by module.
        errors: all errors.
        support: what else the package exports.
    """

    package: griffe.Module
    clients: tuple[griffe.Class, ...]
    resources: tuple[Resource, ...]
    models: Mapping[str, tuple[griffe.Object, ...]]
    errors: tuple[griffe.Class, ...]
    support: tuple[griffe.Object, ...]


def read_surface(source: Path, name: str) -> Surface:
    """Read the source of a package.

    Args:
        source: the folder that holds the package's folder.
        name: the name of the package.

    Returns:
        Its surface.
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
    clients = [each for each in _classes(package["_client"]) if "__init__" in each.members]
    sync, asynchronous = sorted(clients, key=lambda each: len(each.name))
    exported = [_target(package[each]) for each in _exports(package) if each in package.members]
    errors = tuple(_classes(package["errors"]))
    listed = {each.path for each in (*clients, *errors)}
    return Surface(
        package=package,
        clients=(sync, asynchronous),
        resources=tuple(_resources(package, sync, asynchronous, "", contract["operations"])),
        models={
            module.name: tuple(module[each] for each in _exports(module))
            for module in package["models"].modules.values()
        },
        errors=errors,
        support=tuple(each for each in exported if each.path not in listed),
    )


def _target(member: griffe.Object | griffe.Alias) -> griffe.Object:
    target = member.final_target if isinstance(member, griffe.Alias) else member
    assert isinstance(target, griffe.Object)
    return target


def _classes(module: Any) -> Iterator[griffe.Class]:
    return (each for each in module.classes.values() if not each.is_alias and each.is_public)


def _exports(module: griffe.Module) -> list[str]:
    return [str(each) for each in module.exports or ()]


def _resources(
    package: griffe.Module,
    sync: griffe.Class,
    asynchronous: griffe.Class,
    path: str,
    operations: Mapping[str, Any],
) -> Iterator[Resource]:
    """Yield the resources below a class, found by its properties, and all below them."""
    homes = {
        each.name: each
        for module in package["resources"].modules.values()
        for each in _classes(module)
    }
    for name, child in sync.attributes.items():
        if "cached" not in child.labels:
            continue
        dotted = f"{path}.{name}" if path else name
        own = homes[str(child.annotation)]
        counterpart = homes[str(asynchronous.attributes[name].annotation)]
        yield Resource(
            name=dotted,
            doc=child.docstring.value if child.docstring else "",
            methods=tuple(_methods(own, counterpart, dotted, operations)),
            children=tuple(
                f"{dotted}.{below}"
                for below, each in own.attributes.items()
                if "cached" in each.labels
            ),
        )
        yield from _resources(package, own, counterpart, dotted, operations)


def _methods(
    own: griffe.Class, counterpart: griffe.Class, path: str, operations: Mapping[str, Any]
) -> Iterator[Method]:
    for name, function in own.functions.items():
        operation = operations.get(f"{path}.{name}")
        request = f"{operation['method']} {operation['path']}" if operation else ""
        yield Method(f"{path}.{name}", function, counterpart.functions[name], request)
