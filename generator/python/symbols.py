"""Where each definition lives and what it is called in Python.

A definition lives with the resource that uses it; what the resources of several modules use lives in
`shared`, which uses nothing but itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from ..api.document import Api
from ..api.operations import Operation
from ..api.schemas import Alias, Catalog, Definition, Enumeration, Model, Union
from ..api.types import AnyOf, ListOf, MapOf, Nullable, Reference, Type
from .modules import Modules
from .names import Scope, pascal, snake

SHARED = "shared"
_MEMBERS = frozenset({"to_dict", "from_dict", "extra", "self"})


@frozen
class Symbol:
    """A definition in Python. `dict_name` where it is also an input; `decoder` where JSON has to be decoded."""

    key: str
    module: str
    name: str
    dict_name: str
    decoder: str
    unknown: str
    """Name of the class of variants that are not known, where a union is tagged."""
    attributes: dict[str, str]
    """Wire name to attribute."""


@frozen
class Symbols:
    """All symbols, by definition key."""

    catalog: Catalog
    table: dict[str, Symbol]

    def __getitem__(self, key: str) -> Symbol:
        return self.table[key]

    def decoded(self, type_: Type) -> bool:
        """Whether JSON of `type_` becomes something else when it is decoded."""
        match type_:
            case Reference(key):
                return bool(self.table[key].decoder)
            case ListOf(inner) | MapOf(inner) | Nullable(inner):
                return self.decoded(inner)
            case AnyOf(options):
                return any(self.decoded(option) for option in options)
            case _:
                return False


def symbols(api: Api, homes: Modules) -> Symbols:
    """Name every definition of `api` and give it a module; `homes` are those of the resources."""
    catalog = api.catalog
    modules = _modules(api, homes)
    inputs = set(_reach(catalog, (each for op in api.operations for each in sent(op))))
    classes, decoders = Scope(), Scope(_RUNTIME)
    table: dict[str, Symbol] = {}
    for key, definition in catalog.definitions.items():
        name = classes.claim(pascal(definition.name))
        is_input = key in inputs and isinstance(definition, (Model, Union))
        decodes = isinstance(definition, (Model, Union))
        tagged = isinstance(definition, Union) and definition.tag is not None
        table[key] = Symbol(
            key=key,
            module=modules.get(key, SHARED),
            name=name,
            dict_name=classes.claim(f"{name}Dict") if is_input else "",
            decoder=decoders.claim(snake(name)) if decodes else "",
            unknown=classes.claim(f"Unknown{name}") if tagged else "",
            attributes=_attributes(definition),
        )
    return Symbols(catalog, table)


_RUNTIME = frozenset({"new", "listed", "mapped", "tagged", "member_of", "anything", "nothing", "cast"})


def _attributes(definition: Definition) -> dict[str, str]:
    scope = Scope(_MEMBERS)
    members = definition.members if isinstance(definition, Model) else ()
    return {member.name: scope.claim(snake(member.name)) for member in members}


def _modules(api: Api, homes: Modules) -> dict[str, str]:
    """The module of each definition: that of its only group of resources, or `shared`."""
    users: dict[str, set[str]] = {}
    for operation in api.operations:
        for key in _reach(api.catalog, (*sent(operation), *answered(operation))):
            users.setdefault(key, set()).add(homes[operation.resource])
    return {key: next(iter(groups)) if len(groups) == 1 else SHARED for key, groups in users.items()}


def sent(operation: Operation) -> Iterator[Type]:
    """The types of everything `operation` takes."""
    yield from (parameter.type for parameter in operation.parameters)
    if operation.body is not None:
        yield operation.body.type
        yield from (member.type for member in operation.body.members or () if not member.read_only)
        if operation.body.open is not None:
            yield operation.body.open


def answered(operation: Operation) -> Iterator[Type]:
    """The types of everything `operation` answers."""
    yield from (media.type for response in operation.responses for media in response.media)
    if operation.info is not None:
        yield operation.info


def _reach(catalog: Catalog, types: Iterable[Type]) -> Iterator[str]:
    """The keys of all definitions that `types` lead to, each once."""
    seen: set[str] = set()
    waiting = list(types)
    while waiting:
        for key in references(waiting.pop()):
            if key not in seen:
                seen.add(key)
                yield key
                waiting += parts(catalog[key])


def references(type_: Type) -> Iterator[str]:
    """The keys that `type_` mentions."""
    match type_:
        case Reference(key):
            yield key
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            yield from references(inner)
        case AnyOf(options):
            for option in options:
                yield from references(option)
        case _:
            return


def parts(definition: Definition) -> list[Type]:
    """The types that a definition is made of."""
    match definition:
        case Model(members=members, additional=additional):
            return [member.type for member in members] + ([additional] if additional is not None else [])
        case Union(options=options):
            return list(options)
        case Alias(type=type_):
            return [type_]
        case Enumeration():
            return []
