"""Everything that has a name in Python: definitions, resources, methods, keywords of the client. Built once.

Signatures, README, API reference and diff ask this table, and derive no name themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from attrs import evolve, frozen

from ...ir.api import Api
from ...ir.definitions import Alias, Catalog, Model, Union
from ...ir.operations import Operation
from ...ir.traversal import build_reference_graph, find_reachable, list_referenced_keys
from ...ir.types import AnyOf, ListOf, MapOf, Nullable, Reference, Type
from . import reserved
from .client_names import ClientNames, name_client_keywords
from .definition_names import (
    ClassNames,
    find_caseless,
    name_attributes,
    name_classes,
    name_locally,
)
from .identifiers import Scope, module_name, snake
from .key_trees import find_renaming, find_separate_trees
from .model_modules import Partition, partition_definitions
from .resource_modules import assign_modules, find_parent_modules
from .resource_names import MethodSymbol, Path, ResourceSymbol, identify, name_resources

_Key = TypeVar("_Key")


@frozen
class Symbol:
    """A definition in Python.

    Attributes:
        key: the key of the definition.
        module: where it lives, in `models` and in `_codec`.
        name: the class or the named type.
        dict_name: the typed dict, where the definition is also an input.
        decoder: the function that decodes it, where JSON has to be decoded.
        table: the decoders of a tagged union's variants, by value of the discriminator.
        unknown: the class of unknown variants, where a union is tagged.
        unknown_decoder: the function that decodes these.
        attributes: the attribute of each member, by its name on the wire.
    """

    key: str
    module: str
    name: str
    dict_name: str
    decoder: str
    table: str
    unknown: str
    unknown_decoder: str
    attributes: dict[str, str]


@frozen
class SymbolTable:
    """All names of a package.

    Attributes:
        catalog: the definitions.
        definitions: their symbols, by key.
        resources: the resources, by path.
        methods: the methods, by what identifies their operation.
        client: the keywords of the client.
        local_names: the models that are imported under another name.
        owners: the module that each module of definitions is a part of: one of resources, `shared` or `others`.
        divided: the modules that are imported on first use.
        renaming: the definitions that have other names in Python than on the wire, or lead to some that do.
        separate_trees: the definitions that have key trees of their own.
    """

    catalog: Catalog
    definitions: dict[str, Symbol]
    resources: dict[Path, ResourceSymbol]
    methods: dict[tuple[str, str, str], MethodSymbol]
    client: ClientNames
    local_names: Mapping[str, str]
    owners: Mapping[str, str]
    divided: frozenset[str]
    renaming: frozenset[str]
    separate_trees: frozenset[str]

    def __getitem__(self, key: str) -> Symbol:
        return self.definitions[self.catalog.find_canonical(key)]

    def get_method(self, operation: Operation) -> MethodSymbol:
        """Return the method of an operation."""
        return self.methods[identify(operation)]

    def list_children(self, path: Path) -> list[ResourceSymbol]:
        """Return the resources right below the one at `path`, or below the client."""
        if path:
            return [self.resources[child] for child in self.resources[path].children]
        return [each for each in self.resources.values() if len(each.path) == 1]

    def is_decoded(self, type_: Type) -> bool:
        """Return whether JSON of `type_` becomes something else when it is decoded."""
        match type_:
            case Reference(key):
                return bool(self[key].decoder)
            case ListOf(inner) | MapOf(inner) | Nullable(inner):
                return self.is_decoded(inner)
            case AnyOf(options):
                return any(self.is_decoded(option) for option in options)
            case _:
                return False

    def get_discriminator_attribute(self, union: Union) -> str:
        """Return the attribute by which the variants of `union` are distinguished."""
        assert union.discriminator is not None
        for option in union.options:
            if isinstance(option, Reference):
                attribute = self[option.key].attributes.get(union.discriminator.member)
                if attribute is not None:
                    return attribute
        return Scope(reserved.MODEL_MEMBERS).claim(snake(union.discriminator.member))


def build_symbol_table(api: Api) -> SymbolTable:
    """Name everything of `api`."""
    catalog = api.catalog
    modules = assign_modules(api.resources, _locked_modules(api.locked_resources))
    references = build_reference_graph(catalog)
    uses: list[tuple[str, tuple[str, ...]]] = []
    inputs: list[tuple[str, ...]] = []
    for operation in api.operations:
        taken = _list_references(catalog, request_types(operation))
        returned = _list_references(catalog, iter_response_types(operation))
        uses.append((modules[operation.resource], tuple(chain.from_iterable((*taken, *returned)))))
        inputs += taken
    partition = partition_definitions(
        catalog, references, uses, find_parent_modules(modules), _locked_modules(api.locked_names)
    )
    classes = name_classes(
        catalog, find_reachable(chain.from_iterable(inputs), references), api.locked_names
    )
    caseless = find_caseless(classes)
    names = _free_modules([*modules.values(), *partition.modules.values()], caseless)
    partition = _rename_modules(partition, names)
    modules = {path: names[module] for path, module in modules.items()}
    attributes = {key: name_attributes(each, caseless) for key, each in catalog.definitions.items()}
    decoded = _find_decoded(catalog, references)
    definitions = _make_symbols(catalog, classes, partition, attributes, decoded, caseless)
    decoders = frozenset(each.decoder for each in definitions.values())
    uncased = caseless | {each for each in decoders if each == each.upper()}
    resources, methods = name_resources(api, modules, uncased)
    renaming = find_renaming(references, attributes)
    return SymbolTable(
        catalog=catalog,
        definitions=definitions,
        resources={each.path: resources[each.path] for each in api.resources},
        methods=methods,
        client=name_client_keywords(api),
        local_names=name_locally(classes),
        owners=partition.owners,
        divided=partition.divided,
        renaming=renaming,
        separate_trees=find_separate_trees(catalog, references, renaming, inputs),
    )


def _locked_modules(locked: Mapping[_Key, tuple[str, str]]) -> dict[_Key, str]:
    """Return the modules of what a package has named, where they could be modules of ours."""
    return {key: module for key, (module, _) in locked.items() if module == module_name(module)}


def _make_symbols(
    catalog: Catalog,
    classes: Mapping[str, ClassNames],
    partition: Partition,
    attributes: Mapping[str, dict[str, str]],
    decoded: set[str],
    caseless: frozenset[str],
) -> dict[str, Symbol]:
    decoders, tables = Scope(reserved.DECODERS | caseless), Scope()
    symbols: dict[str, Symbol] = {}
    for key in catalog.definitions:
        names = classes[key]
        decoder = decoders.claim(snake(names.name)) if key in decoded else ""
        definition = catalog[key]
        is_tagged = isinstance(definition, Union) and definition.discriminator is not None
        symbols[key] = Symbol(
            key=key,
            module=partition.modules[key],
            name=names.name,
            dict_name=names.dict_name,
            decoder=decoder,
            table=tables.claim(f"_{decoder.upper()}S") if is_tagged else "",
            unknown=names.unknown,
            unknown_decoder=decoders.claim(f"unknown_{decoder}") if names.unknown else "",
            attributes=attributes[key],
        )
    return symbols


def _free_modules(modules: Iterable[str], caseless: frozenset[str]) -> dict[str, str]:
    """Rename modules that have the name of a class, which `models` exports as well."""
    scope = Scope(caseless)
    return {module: scope.claim(module) for module in dict.fromkeys(modules)}


def _rename_modules(partition: Partition, names: Mapping[str, str]) -> Partition:
    return evolve(
        partition,
        modules={key: names[module] for key, module in partition.modules.items()},
        divided=frozenset(names[module] for module in partition.divided),
        owners={
            names[module]: names.get(owner, owner) for module, owner in partition.owners.items()
        },
    )


def _list_references(catalog: Catalog, types: Iterable[Type]) -> list[tuple[str, ...]]:
    """Return the definitions that each of `types` mentions, for those that mention any."""
    return [
        tuple(map(catalog.find_canonical, keys))
        for each in types
        if (keys := list_referenced_keys(each))
    ]


def _find_decoded(catalog: Catalog, references: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the definitions whose values become something else when they are decoded."""
    users: dict[str, list[str]] = {}
    start: list[str] = []
    for key, definition in catalog.definitions.items():
        if isinstance(definition, Model) or (
            isinstance(definition, Union) and definition.discriminator is not None
        ):
            start.append(key)
        elif isinstance(definition, (Alias, Union)):
            for each in references[key]:
                users.setdefault(each, []).append(key)
    return find_reachable(start, users)


def request_types(operation: Operation) -> Iterator[Type]:
    """Yield the types of everything that `operation` sends."""
    yield from (parameter.type for parameter in operation.parameters)
    if operation.body is not None:
        yield operation.body.type
        yield from (member.type for member in operation.body.members or () if not member.read_only)
        for further in (operation.body.additional, operation.body.value_type):
            if further is not None:
                yield further


def iter_response_types(operation: Operation) -> Iterator[Type]:
    """Yield the types of everything that `operation` receives."""
    for response in (*operation.responses, *operation.errors):
        for media in response.media:
            yield media.type
            yield from (type_ for _, type_ in media.events)
    yield from (overload.result for overload in operation.overloads)
    if operation.info is not None:
        yield operation.info
