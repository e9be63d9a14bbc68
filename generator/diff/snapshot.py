"""One version of an API as the comparison sees it: the IR, the source document and the names in Python."""

from __future__ import annotations

from functools import cached_property

from attrs import define, field

from ..ir.api import Api
from ..ir.definitions import Catalog, Union, is_component
from ..ir.operations import Operation
from ..ir.types import (
    AnyOf,
    Anything,
    Binary,
    Choice,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
)
from ..lowering.naming.name_lock import NameLock, read_lock
from ..openapi.loading import Source
from ..python.design.signatures import Argument, Signature, build_signatures
from ..python.naming.former_names import find_former_names, list_locked_names
from ..python.naming.symbol_table import SymbolTable, build_symbol_table
from ..python.source.annotations import Annotations
from ..python.source.imports import Imports
from ..python.views.methods import Methods
from .changes import Direction, OperationRef
from .type_relation import TypeComparer

_SHOWN_VALUES = 6


@define(eq=False, slots=False)
class Snapshot:
    """An API, its document, and the Python names of everything in it.

    Attributes:
        api: the API.
        source: the document that it was read from.
        prefix: the start of pointers that is not shown, such as a temporary folder.
        label: what is shown in its place, such as `HEAD~1:`.
    """

    api: Api
    source: Source
    prefix: str = ""
    label: str = ""
    symbols: SymbolTable = field(init=False)
    _signatures: dict[str, Signature] = field(init=False)
    _annotations: Annotations = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.symbols = build_symbol_table(self.api)
        self._signatures = {
            _make_identity(each.operation): each
            for each in build_signatures(self.api, self.symbols)
        }
        self._annotations = Annotations(self.symbols, Imports(), "..models")

    @property
    def catalog(self) -> Catalog:
        """The definitions."""
        return self.api.catalog

    @cached_property
    def importable(self) -> dict[str, str]:
        """The key of the definition behind each name that can be imported from `models`, aliases included."""
        keys = {
            name: key
            for key, symbol in self.symbols.definitions.items()
            for name in (symbol.name, symbol.dict_name, symbol.unknown)
            if name
        }
        for aliases in find_former_names(self.api, self.symbols).values():
            for alias in aliases:
                keys.setdefault(alias.name, keys[alias.current])
        return keys

    @property
    def name_lock(self) -> NameLock:
        """The names that a package of this version gives, which the next version keeps."""
        names = list_locked_names(self.api, self.symbols)
        return read_lock({**self.api.contract, **names})

    def display(self, pointer: str) -> str:
        """Return a pointer as it is shown: where the file has it that this part of the document comes from."""
        origin = self.source.document.pin(pointer.partition("#")[2])
        return self.label + f"{origin.file}#{origin.pointer}".removeprefix(self.prefix)

    def signature(self, operation: Operation) -> Signature:
        """Return the operation in Python."""
        return self._signatures[_make_identity(operation)]

    def method(self, operation: Operation) -> str:
        """Return what a caller writes: `client.ai_gateway.logs.list`."""
        return f"client.{self.symbols.get_method(operation).dotted}"

    def make_qualified_name(self, operation: Operation, argument: str = "") -> str:
        """Return the method as an object of the package: `AIGatewayLogsResource.list(page)`."""
        resource = self.symbols.resources[operation.resource]
        name = f"{resource.class_name}.{self.symbols.get_method(operation).name}"
        return f"{name}({argument})" if argument else name

    def argument(self, operation: Operation, place: str, wire_name: str) -> Argument | None:
        """Return the argument of the operation's method that is sent in `place` as `wire_name`."""
        arguments = self.signature(operation).arguments
        return next(
            (each for each in arguments if (each.place, each.wire) == (place, wire_name)), None
        )

    def return_annotation(self, operation: Operation) -> str:
        """Return the annotation of what the method returns."""
        methods = Methods(self._annotations, Imports(), "_codec")
        return methods.write_signature(self.signature(operation))[1]

    def annotate(self, type_: Type, direction: Direction, is_optional: bool = False) -> str:
        """Return a type as the annotation of a result or of an argument."""
        used = (
            Nullable(type_)
            if is_optional and not isinstance(type_, (Nullable, Anything))
            else type_
        )
        if direction == "request":
            return self._annotations.annotate_argument(used)
        return self._annotations.annotate_result(used)

    def name_definition(self, key: str) -> str:
        """Return the name of a definition: the document's, or the class where the document names none."""
        canonical = self.catalog.find_canonical(key)
        is_named = is_component(canonical)
        return self.catalog[canonical].name if is_named else self.symbols[canonical].name

    def describe_type(self, type_: Type) -> str:
        """Return a type in words of the API: "list of Log", "string (date-time) or null"."""
        match type_:
            case Primitive(kind=kind, format=format_):
                return f"{kind} ({format_})" if format_ else kind
            case Nullable(inner):
                return f"{self.describe_type(inner)} or null"
            case ListOf(inner):
                return f"list of {self.describe_type(inner)}"
            case MapOf(inner):
                return f"map of {self.describe_type(inner)}"
            case AnyOf(options):
                return " or ".join(map(self.describe_type, options))
            case Choice(values):
                shown = [
                    f"`{value}`" if value != "" else '`""`' for value in values[:_SHOWN_VALUES]
                ]
                if len(values) > _SHOWN_VALUES:
                    shown.append(f"{len(values) - _SHOWN_VALUES} other values")
                return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
            case Reference(key):
                is_union = isinstance(self.catalog[key], Union)
                return f"{'union ' if is_union else ''}`{self.name_definition(key)}`"
            case Binary():
                return "bytes"
            case _:
                return "any value"


@define(eq=False, slots=False)
class SnapshotPair:
    """The two versions that are compared."""

    old: Snapshot
    new: Snapshot
    types: TypeComparer = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.types = TypeComparer(self.old.catalog, self.new.catalog, self._aliased())

    def former_key(self, key: str) -> str | None:
        """Return the old definition whose name is an alias of the new one called `key`."""
        return self._former_keys.get(self.new.catalog.find_canonical(key))

    @cached_property
    def _former_keys(self) -> dict[str, str]:
        return {new: old for old, new in self.types.successors.items()}

    def _aliased(self) -> dict[str, str]:
        """Return the definition that the name of an old one is an alias of now, by key."""
        own = {symbol.name for symbol in self.new.symbols.definitions.values()}
        return {
            key: self.new.importable[symbol.name]
            for key, symbol in self.old.symbols.definitions.items()
            if symbol.name not in own and symbol.name in self.new.importable
        }


def make_dotted_name(operation: Operation) -> str:
    """Return the name of an operation in the API: `ai_gateway.logs.list`."""
    return ".".join((*operation.resource, operation.name))


def refer_to(operation: Operation) -> OperationRef:
    """Return an operation as changes name it."""
    return OperationRef(make_dotted_name(operation), operation.method.upper(), operation.path)


def _make_identity(operation: Operation) -> str:
    return f"{operation.method} {operation.path} {operation.id}"
