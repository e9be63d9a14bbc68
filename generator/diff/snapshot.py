"""One side of a comparison: an API with its names in Python and its pointers as a person writes them."""

from __future__ import annotations

from attrs import define, field

from ..ir.definitions import Catalog, Union
from ..ir.document import Api
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
from ..python.model.signatures import Argument, Signature, build_signatures
from ..python.naming.symbol_table import SymbolTable, build_symbol_table
from ..python.source.annotations import Annotations
from ..python.source.imports import Imports
from ..python.views.methods import Methods
from .changes import Direction


@define(eq=False)
class Side:
    """An API and how everything in it is called.

    Attributes:
        api: the API.
        prefix: what its pointers begin with and a reader need not see, such as a temporary folder.
        label: what is put in front instead, such as `HEAD~1:`.
    """

    api: Api
    prefix: str = ""
    label: str = ""
    symbols: SymbolTable = field(init=False)
    _calls: dict[str, Signature] = field(init=False)
    _annotations: Annotations = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.symbols = build_symbol_table(self.api)
        self._calls = {
            _identity(call.operation): call for call in build_signatures(self.api, self.symbols)
        }
        self._annotations = Annotations(self.symbols, Imports(), "..models")

    @property
    def catalog(self) -> Catalog:
        """The definitions."""
        return self.api.catalog

    def place(self, pointer: str) -> str:
        """A pointer as it is shown."""
        return self.label + pointer.removeprefix(self.prefix)

    def call(self, operation: Operation) -> Signature:
        """The operation in Python."""
        return self._calls[_identity(operation)]

    def method(self, operation: Operation) -> str:
        """What a caller writes: `client.ai_gateway.logs.list`."""
        return f"client.{self.symbols.method(operation).dotted}"

    def object(self, operation: Operation, argument: str = "") -> str:
        """The method as an object of the package: `AIGatewayLogsResource.list(page)`."""
        resource = self.symbols.resources[operation.resource]
        name = f"{resource.class_name}.{self.symbols.method(operation).name}"
        return f"{name}({argument})" if argument else name

    def argument(self, operation: Operation, place: str, wire: str) -> Argument | None:
        """The argument of the operation's method that goes to `place` as `wire`."""
        found = self.call(operation).arguments
        return next((each for each in found if (each.place, each.wire) == (place, wire)), None)

    def returns(self, operation: Operation) -> str:
        """The annotation of what the method gives."""
        methods = Methods(self._annotations, Imports(), "_codec")
        return methods.signature(self.call(operation))[1]

    def attribute(self, key: str, wire: str) -> str:
        """The attribute of a model: `Log.cost`."""
        symbol = self.symbols[key]
        return f"{symbol.name}.{symbol.attributes.get(wire, wire)}"

    def annotation(self, type_: Type, direction: Direction, optional: bool = False) -> str:
        """A type as an annotation, of a result or of an argument."""
        used = (
            Nullable(type_) if optional and not isinstance(type_, (Nullable, Anything)) else type_
        )
        if direction == "request":
            return self._annotations.argument(used)
        return self._annotations.result(used)

    def spoken(self, type_: Type) -> str:
        """A type in words of the API: "list of Log", "string (date-time) or null"."""
        match type_:
            case Primitive(kind=kind, format=format_):
                return f"{kind} ({format_})" if format_ else kind
            case Nullable(inner):
                return f"{self.spoken(inner)} or null"
            case ListOf(inner):
                return f"list of {self.spoken(inner)}"
            case MapOf(inner):
                return f"map of {self.spoken(inner)}"
            case AnyOf(options):
                return " or ".join(map(self.spoken, options))
            case Choice(values):
                return (
                    f"one of {', '.join(map(repr, values[:6]))}{', …' if len(values) > 6 else ''}"
                )
            case Reference(key):
                return f"{self._noun(key)}{self.catalog[key].name}"
            case Binary():
                return "bytes"
            case _:
                return "any value"

    def _noun(self, key: str) -> str:
        return "union " if isinstance(self.catalog[key], Union) else ""


@define(eq=False)
class Sides:
    """Both sides."""

    old: Side
    new: Side


def dotted(operation: Operation) -> str:
    """What an operation is called in words of the API: `ai_gateway.logs.list`."""
    return ".".join((*operation.resource, operation.name))


def _identity(operation: Operation) -> str:
    return f"{operation.method} {operation.path} {operation.id}"
