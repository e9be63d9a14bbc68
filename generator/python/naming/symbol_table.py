"""What each definition is called in Python, and where it lives."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from attrs import frozen

from ...ir.definitions import Alias, Catalog, Definition, Model, Union, depth_key, is_component
from ...ir.document import Api
from ...ir.operations import Operation
from ...ir.traversal import reachable, reference_graph, referenced_keys
from ...ir.types import AnyOf, ListOf, MapOf, Nullable, Reference, Type
from .alias_graph import find_renaming, find_separate_trees
from .identifiers import Scope, pascal, snake
from .model_modules import partition_definitions
from .resource_modules import Modules, find_parent_modules

_MEMBERS = frozenset({"to_dict", "from_dict", "extra", "self"})
_TYPING = frozenset(
    {
        "Any",
        "Literal",
        "Mapping",
        "Model",
        "NotRequired",
        "Sequence",
        "TYPE_CHECKING",
        "TypeAlias",
        "TypedDict",
    }
)
"""What modules of models need for themselves; a schema called so becomes `AnyModel`."""
_RUNTIME = frozenset(
    {
        "new",
        "decode_list",
        "decode_map",
        "has_item",
        "decode_additional",
        "get_member",
        "decode_any",
        "decode_nothing",
        "cast",
    }
    | {"lazy_decoder", "data", "self", "body", "item", "found", "decode"}
) | frozenset(dir(builtins))


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
    unknown_decoder: str
    attributes: dict[str, str]
    """Wire name to attribute."""


@frozen
class SymbolTable:
    """All symbols, by definition key."""

    catalog: Catalog
    table: dict[str, Symbol]
    owners: Mapping[str, str]
    """What each module of definitions is a part of: a module of resources, `shared` or `others`."""
    divided: frozenset[str]
    """Modules that are imported when they are first needed."""
    renaming: frozenset[str]
    """Definitions that have other names in Python than on the wire, or lead to some that do."""
    cut: frozenset[str]
    """Definitions that have trees of renamed keys of their own."""

    def __getitem__(self, key: str) -> Symbol:
        return self.table[self.catalog.canonical(key)]

    def decoded(self, type_: Type) -> bool:
        """Whether JSON of `type_` becomes something else when it is decoded."""
        match type_:
            case Reference(key):
                return bool(self[key].decoder)
            case ListOf(inner) | MapOf(inner) | Nullable(inner):
                return self.decoded(inner)
            case AnyOf(options):
                return any(self.decoded(option) for option in options)
            case _:
                return False


def build_symbol_table(api: Api, homes: Modules) -> SymbolTable:
    """Name every definition of `api` and give it a module; `homes` are those of the resources."""
    catalog = api.catalog
    uses: list[tuple[str, Iterable[str]]] = []
    inputs: list[tuple[str, ...]] = []
    for operation in api.operations:
        taken = _mentioned(catalog, request_types(operation))
        given = _mentioned(catalog, response_types(operation))
        uses.append((homes[operation.resource], chain.from_iterable((*taken, *given))))
        inputs += taken
    steps = reference_graph(catalog)
    places = partition_definitions(catalog, steps, uses, find_parent_modules(homes))
    decoding = _decoding(catalog, steps)
    names = _names(catalog, reachable(chain.from_iterable(inputs), steps))
    decoders = Scope(_RUNTIME)
    table: dict[str, Symbol] = {}
    for key, definition in catalog.definitions.items():
        name, dict_name, unknown = names[key]
        decoder = decoders.claim(snake(name)) if key in decoding else ""
        table[key] = Symbol(
            key=key,
            module=places.modules[key],
            name=name,
            dict_name=dict_name,
            decoder=decoder,
            unknown=unknown,
            unknown_decoder=decoders.claim(f"unknown_{decoder}") if unknown else "",
            attributes=_attributes(definition),
        )
    attributes = {key: symbol.attributes for key, symbol in table.items()}
    renames = find_renaming(steps, attributes)
    trees = find_separate_trees(catalog, steps, renames, inputs)
    return SymbolTable(catalog, table, places.owners, places.divided, renames, trees)


def _mentioned(catalog: Catalog, types: Iterable[Type]) -> list[tuple[str, ...]]:
    """The definitions that each of `types` mentions, where it mentions any."""
    return [
        tuple(map(catalog.canonical, keys)) for each in types if (keys := referenced_keys(each))
    ]


def _names(catalog: Catalog, inputs: set[str]) -> dict[str, tuple[str, str, str]]:
    """Class, typed dict and unknown variant of each definition: components choose first, then who stands higher."""
    scope = Scope()
    own: dict[str, str] = {}
    ordered = sorted(catalog.definitions, key=lambda key: (not is_component(key), *depth_key(key)))
    for key in ordered:
        name = pascal(catalog[key].name)
        own[key] = scope.claim(f"{name}Model" if name in _TYPING else name)
    found: dict[str, tuple[str, str, str]] = {}
    for key in ordered:
        definition, name = catalog[key], own[key]
        is_input = key in inputs and isinstance(definition, (Model, Union))
        tag = definition.discriminator if isinstance(definition, Union) else None
        tagged = tag is not None and tag.default is None
        found[key] = (
            name,
            scope.claim(f"{name}Dict") if is_input else "",
            scope.claim(f"Unknown{name}") if tagged else "",
        )
    return found


def _decoding(catalog: Catalog, steps: Mapping[str, Iterable[str]]) -> set[str]:
    """The definitions whose values become something else when they are decoded."""
    users: dict[str, list[str]] = {}
    waiting: list[str] = []
    for key, definition in catalog.definitions.items():
        if isinstance(definition, Model) or (
            isinstance(definition, Union) and definition.discriminator is not None
        ):
            waiting.append(key)
        elif isinstance(definition, (Alias, Union)):
            for each in steps[key]:
                users.setdefault(each, []).append(key)
    return reachable(waiting, users)


def _attributes(definition: Definition) -> dict[str, str]:
    scope = Scope(_MEMBERS)
    members = definition.members if isinstance(definition, Model) else ()
    names = {member.name: snake(member.preferred_name or member.name) for member in members}
    wanted = set(names.values())
    if len(wanted) == len(names) and not wanted & _MEMBERS:
        return names
    # who is called so already keeps the name, wherever it stands
    order = sorted(names, key=lambda wire: (names[wire] != wire, wire))
    own = {wire: scope.claim(names[wire]) for wire in order}
    return {wire: own[wire] for wire in names}


def request_types(operation: Operation) -> Iterator[Type]:
    """The types of everything `operation` takes."""
    yield from (parameter.type for parameter in operation.parameters)
    if operation.body is not None:
        yield operation.body.type
        yield from (member.type for member in operation.body.members or () if not member.read_only)
        if operation.body.additional is not None:
            yield operation.body.additional


def response_types(operation: Operation) -> Iterator[Type]:
    """The types of everything `operation` answers."""
    yield from (media.type for response in operation.responses for media in response.media)
    if operation.info is not None:
        yield operation.info
