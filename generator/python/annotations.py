"""Types as Python annotations, with the imports they need.

Results are exact (`list[Log]`); arguments are generous (`Sequence[Log | LogDict]`, `datetime | str`).
"""

from __future__ import annotations

from attrs import frozen

from ..api.schemas import Enumeration
from ..api.types import (
    Anything,
    AnyOf,
    Binary,
    Choice,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
)
from . import literals
from .imports import Imports
from .symbols import Symbols

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
MOMENTS = {"date-time": "datetime", "date": "date"}


@frozen
class Annotations:
    """Writes annotations for one module, noting what it must import.

    `models` is the module path of the models as seen from there ("..models"); `here` is the module of
    models being written, whose own names need no import.
    """

    symbols: Symbols
    imports: Imports
    models: str
    here: str = ""
    hidden: frozenset[str] = frozenset()
    """Names of built-in types that mean something else in the class at hand: a method called `list`."""

    def result(self, type_: Type) -> str:
        """The annotation of a value that the client gives."""
        return self._join(self._parts(type_, given=False))

    def argument(self, type_: Type) -> str:
        """The annotation of a value that the client takes."""
        return self._join(self._parts(type_, given=True))

    def name(self, module: str, name: str) -> str:
        """A name of a models module, imported for annotations."""
        if module != self.here:
            self.imports.check(f"{self.models}.{module}" if self.models != "." else f".{module}", name)
        return name

    def _join(self, parts: list[str]) -> str:
        distinct = list(dict.fromkeys(parts))
        if "None" in distinct:
            distinct.remove("None")
            distinct.append("None")
        return " | ".join(distinct)

    def _parts(self, type_: Type, *, given: bool) -> list[str]:
        match type_:
            case Nullable(inner):
                return [*self._parts(inner, given=given), "None"]
            case AnyOf(options):
                return [part for option in options for part in self._parts(option, given=given)]
            case Reference(key):
                return self._reference(key, given)
            case ListOf(item):
                inner = self._join(self._parts(item, given=given))
                return [f"{self._generic('Sequence')}[{inner}]" if given else f"{self.builtin('list')}[{inner}]"]
            case MapOf(value):
                inner = self._join(self._parts(value, given=given))
                return [f"{self._generic('Mapping')}[str, {inner}]" if given else f"{self.builtin('dict')}[{self.builtin('str')}, {inner}]"]
            case _:
                return self._leaf(type_, given)

    def builtin(self, name: str) -> str:
        """The built-in type `name`, however the class at hand hides it."""
        if name not in self.hidden:
            return name
        self.imports.add("", "builtins")
        return f"builtins.{name}"

    def _generic(self, name: str) -> str:
        return self.imports.check("collections.abc", name)

    def _leaf(self, type_: Type, given: bool) -> list[str]:
        match type_:
            case Primitive(kind="string", format=format_) if given and format_ in MOMENTS:
                return [self.imports.check("datetime", MOMENTS[format_]), "str"]
            case Primitive(kind=kind):
                return [self.builtin(_SCALARS[kind])]
            case Choice(values):
                return [self._choice(values)]
            case Binary():
                return [self.builtin("bytes")]
            case _:
                return [self.imports.add("typing", "Any")]

    def _choice(self, values: tuple[object, ...]) -> str:
        if any(isinstance(value, float) for value in values):
            return "float"
        self.imports.add("typing", "Literal")
        return f"Literal[{', '.join(literals.value(value) for value in values)}]"

    def _reference(self, key: str, given: bool) -> list[str]:
        symbol = self.symbols[key]
        parts = [self.name(symbol.module, symbol.name)]
        if given and symbol.dict_name:
            parts.append(self.name(symbol.module, symbol.dict_name))
        return parts

    def literal(self, definition: Enumeration) -> str:
        """The `Literal[...]` of an enumeration."""
        return self._choice(definition.values)


def admits_null(type_: Type) -> bool:
    """Whether None is one of the values of `type_`."""
    return isinstance(type_, (Nullable, Anything))
