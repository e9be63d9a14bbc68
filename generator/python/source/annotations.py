"""Types as Python annotations, with the imports they need.

Results are exact (`list[Log]`); arguments are generous (`Sequence[Log | LogDict]`, `datetime | str`).
"""

from __future__ import annotations

from attrs import frozen

from ...ir.definitions import Enumeration, Model
from ...ir.types import (
    AnyOf,
    Binary,
    Choice,
    Json,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
)
from ..naming.symbol_table import SymbolTable
from . import literals
from .imports import Imports

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
MOMENTS = {"date-time": "datetime", "date": "date"}
_TAKEN = frozenset(
    {
        "Any",
        "AsyncEventStream",
        "AsyncPage",
        "AsyncResource",
        "Callable",
        "Cursor",
        "EventStream",
        "File",
        "FileContent",
        "Link",
    }
    | {
        "Literal",
        "Mapping",
        "Null",
        "Offset",
        "Operation",
        "Options",
        "Page",
        "PageNumber",
        "PagedOperation",
    }
    | {"Resource", "Sequence", "ServerSentEvent", "TYPE_CHECKING"}
)
"""Names that modules of resources and operations have from elsewhere."""


@frozen
class Annotations:
    """Writes annotations for one module, noting what it must import.

    `models` is the module path of the models as seen from there ("..models"); `here` is the module of
    models being written, whose own names need no import.
    """

    symbols: SymbolTable
    imports: Imports
    models: str
    here: str = ""
    hidden: frozenset[str] = frozenset()
    """Names of built-in types that mean something else in the class at hand: a method called `list`."""
    upload: str = ""
    """What the run-time core calls that which can be sent for bytes; "" where it is bytes alone."""

    def result(self, type_: Type) -> str:
        """The annotation of a value that the client gives."""
        return self._shown(type_, given=False)

    def argument(self, type_: Type) -> str:
        """The annotation of a value that the client takes."""
        return self._shown(type_, given=True)

    def name(self, module: str, name: str) -> str:
        """A name of a models module, imported for annotations."""
        if module == self.here:
            return name
        if self.models == ".":
            return self.imports.check(f".{module}", name)
        return self.imports.check(f"{self.models}.{module}", name, local_name(name))

    def _shown(self, type_: Type, *, given: bool) -> str:
        if isinstance(type_, Primitive) and not type_.format:  # most types
            return self.builtin(_SCALARS[type_.kind])
        parts = self._parts(type_, given=given)
        return parts[0] if len(parts) == 1 else self._join(parts)

    def _join(self, parts: list[str]) -> str:
        distinct = list(dict.fromkeys(parts))
        if "None" in distinct:
            distinct.remove("None")
            distinct.append("None")
        return " | ".join(distinct) or "None"

    def _parts(self, type_: Type, *, given: bool) -> list[str]:
        match type_:
            case Primitive(kind, format_):
                return self._primitive(kind, format_, given)
            case Reference(key):
                return self._reference(key, given)
            case Nullable(inner):
                return [*self._parts(inner, given=given), "None"]
            case AnyOf(options):
                return [part for option in options for part in self._parts(option, given=given)]
            case ListOf(item):
                name = self._generic("Sequence") if given else self.builtin("list")
                return [f"{name}[{self._shown(item, given=given)}]"]
            case MapOf(value):
                name = self._generic("Mapping") if given else self.builtin("dict")
                return [f"{name}[{self.builtin('str')}, {self._shown(value, given=given)}]"]
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

    def moment(self, name: str) -> str:
        """`datetime` or `date`, however the class at hand hides it."""
        return self.imports.check("datetime", name, f"{name}_" if name in self.hidden else "")

    def _primitive(self, kind: str, format_: str, given: bool) -> list[str]:
        if given and format_ and kind == "string":
            if format_ in MOMENTS:
                return [self.moment(MOMENTS[format_]), self.builtin("str")]
            if format_ == "byte":
                return [self.builtin("bytes"), self.builtin("str")]
        return [self.builtin(_SCALARS[kind])]

    def _leaf(self, type_: Type, given: bool) -> list[str]:
        match type_:
            case Choice(values):
                return self._choice(values)
            case Binary() if given and self.upload:
                return [self.imports.check(".._core.body", self.upload)]
            case Binary():  # bytes can be sent, JSON can only answer text
                return [self.builtin("bytes" if given else "str")]
            case _:
                return [self.imports.add("typing", "Any")]

    def _choice(self, values: tuple[Json, ...]) -> list[str]:
        listed = [literals.value(value) for value in values if not isinstance(value, float)]
        found = [f"{self.imports.add('typing', 'Literal')}[{', '.join(listed)}]"] if listed else []
        return [*found, self.builtin("float")] if len(listed) < len(values) else found

    def _reference(self, key: str, given: bool) -> list[str]:
        symbol = self.symbols[key]
        parts = [self.name(symbol.module, symbol.name)]
        if given and symbol.dict_name:
            parts.append(self.name(symbol.module, symbol.dict_name))
            definition = self.symbols.catalog[key]
            if isinstance(definition, Model) and definition.additional is not None:
                parts.append(
                    f"{self._generic('Mapping')}[{self.builtin('str')}, {self.imports.add('typing', 'Any')}]"
                )
        return parts

    def literal(self, definition: Enumeration) -> str:
        """The `Literal[...]` of an enumeration."""
        return self._join(self._choice(definition.values))


def make_optional(annotation: str) -> str:
    """The annotation of what may be None as well."""
    included = annotation in ("Any", "None") or annotation.endswith(" | None")
    return annotation if included else f"{annotation} | None"


def local_name(name: str) -> str:
    """What a model called `name` is called where that name means something else, or may: a constant."""
    taken = name in _TAKEN or name.endswith("Resource") or name.isupper()
    return f"{name}Model" if taken else name
