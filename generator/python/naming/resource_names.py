"""The names of resources and methods, and the path that a caller writes to reach them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, count

from attrs import frozen

from ...ir.api import Api
from ...ir.operations import Operation, Resource
from . import reserved
from .identifiers import Scope, constant, pascal, snake
from .resource_modules import ResourceModules

Path = tuple[str, ...]


@frozen
class ResourceSymbol:
    """A resource in Python.

    Attributes:
        path: its path in the API; () for the operations that are methods of the client itself.
        attribute: the attribute of the resource above, or of the client; "" for the client itself.
        dotted: what a caller writes after the client: `ai_gateway.logs`.
        class_name: its class; that of the async client has `Async` in front.
        module: where the class lives.
        children: the paths of the resources right below.
    """

    path: Path
    attribute: str
    dotted: str
    class_name: str
    module: str
    children: tuple[Path, ...]


@frozen
class MethodSymbol:
    """An operation in Python.

    Attributes:
        name: the method.
        dotted: what a caller writes after the client: `ai_gateway.logs.list`.
        constant: the constant that describes it, in the module of decoders.
    """

    name: str
    dotted: str
    constant: str


def identify(operation: Operation) -> tuple[str, str, str]:
    """Return the key that identifies an operation in a document."""
    return operation.method, operation.path, operation.id


def name_resources(
    api: Api, modules: ResourceModules, caseless: frozenset[str]
) -> tuple[dict[Path, ResourceSymbol], dict[tuple[str, str, str], MethodSymbol]]:
    """Name all resources by path, and all methods by what identifies their operation.

    Args:
        api: the API.
        modules: the module of each resource.
        caseless: classes that a member of a resource must not hide.
    """
    classes = _name_classes(
        api.resources, {path: each[1] for path, each in api.locked_resources.items()}
    )
    children: dict[Path, list[Resource]] = {}
    for resource in api.resources:
        if resource.path:
            children.setdefault(resource.path[:-1], []).append(resource)
    resources: dict[Path, ResourceSymbol] = {}
    methods: dict[tuple[str, str, str], MethodSymbol] = {}
    constants = _name_constants(api.resources, modules, caseless)

    def name_members(path: Path, prefix: str, operations: Sequence[Operation]) -> None:
        own = reserved.RESOURCE_MEMBERS if path else reserved.CLIENT_MEMBERS
        scope = Scope(own | caseless)
        preferred = {identify(each): (each.name, snake(each.name)) for each in operations}
        for key, name in scope.claim_all(preferred).items():
            methods[key] = MethodSymbol(name, f"{prefix}{name}", constants[key])
        below = {
            each.path: (each.path[-1], snake(each.path[-1])) for each in children.get(path, ())
        }
        operations_of = {each.path: each.operations for each in children.get(path, ())}
        for child, attribute in scope.claim_all(below).items():
            resources[child] = ResourceSymbol(
                path=child,
                attribute=attribute,
                dotted=f"{prefix}{attribute}",
                class_name=classes[child],
                module=modules[child],
                children=tuple(each.path for each in children.get(child, ())),
            )
            name_members(child, f"{prefix}{attribute}.", operations_of[child])

    name_members((), "", [each for each in api.operations if not each.resource])
    if () in classes:
        below = tuple(each.path for each in children.get((), ()))
        resources[()] = ResourceSymbol((), "", "", classes[()], modules[()], below)
    return resources, methods


def _name_classes(resources: Iterable[Resource], locked: Mapping[Path, str]) -> dict[Path, str]:
    """Name the class of each resource after the last two segments of its path, or after all of them.

    Classes in `locked` have a name already.
    """
    names: dict[Path, str] = {}
    taken = set(reserved.RESOURCE_CLASSES)
    paths = (each.path for each in resources)
    # not in the document's order; an operation of the client itself renames no class
    for path in sorted(paths, key=lambda path: (path not in locked, not path, len(path), path)):
        first = iter([pascal(locked[path]) if path in locked else _make_class_name(path[-2:], 0)])
        candidates = chain(first, (_make_class_name(path, number) for number in count()))
        name = next(each for each in candidates if not {each, f"Async{each}"} & taken)
        taken |= {name, f"Async{name}"}
        names[path] = name
    return names


def _make_class_name(path: Path, number: int) -> str:
    words = "".join(pascal(segment) for segment in path or ("root",))
    return f"{words}{number + 1 if number else ''}Resource"


def _name_constants(
    resources: Iterable[Resource], modules: ResourceModules, caseless: frozenset[str]
) -> dict[tuple[str, str, str], str]:
    """Name the constant of each operation, within the module that it lives in."""
    by_module: dict[str, dict[tuple[str, str, str], tuple[str, str]]] = {}
    for resource in resources:
        for each in resource.operations:
            preferred = constant("_".join((*resource.path[1:], each.name)))
            place = by_module.setdefault(modules[resource.path], {})
            place[identify(each)] = (".".join((*resource.path, each.name)), preferred)
    names: dict[tuple[str, str, str], str] = {}
    for names_by_key in by_module.values():
        names |= Scope(reserved.OPERATIONS | caseless).claim_all(names_by_key)
    return names
