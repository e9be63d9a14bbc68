"""Types as Python annotations, with the imports they need.

Results are exact (`list[Log]`), arguments are general (`Sequence[Log | LogDict]`, `datetime | str`).
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from ...ir.definitions import Alias, Enumeration, Model
from ...ir.types import (
    AnyOf,
    Anything,
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


@frozen
class Annotations:
    """Writes annotations for one module and collects what it must import.

    Attributes:
        symbols: all names.
        imports: takes the imports.
        models: the package of the models as seen from the module: `..models`, or `.` from a model.
        here: the module of models that is being written, whose own names need no import.
        hidden: built-in types that mean something else in the class being written: it has a method called `list`.
        upload: the core's type of what can be uploaded; "" where bytes are sent in JSON.
        qualified: models whose annotations say that they are models: `models.File`.
        anything: the type of values that the document does not describe, in results.
    """

    symbols: SymbolTable
    imports: Imports
    models: str
    here: str = ""
    hidden: frozenset[str] = frozenset()
    upload: str = ""
    qualified: frozenset[str] = frozenset()
    anything: str = "Any"

    def annotate_returned(self, type_: Type) -> str:
        """Return the annotation of the result of a method, where free-form JSON is `JSONValue`."""
        return evolve(self, anything="JSONValue").annotate_result(type_)

    def annotate_result(self, type_: Type) -> str:
        """Return the annotation of a value that the client gives, also as a member of a model."""
        return self._annotate(type_, is_argument=False)

    def union(self, types: Iterable[Type], *more: str) -> str:
        """Return the annotation of a value of one of `types`, or of `more`."""
        parts = [
            part for each in types for part in self._list_variant_parts(each, is_argument=False)
        ]
        return self._join([*parts, *more], is_argument=False)

    def name_json_value(self) -> str:
        """Return the type of any JSON value, which tells a type checker more than `Any` does."""
        return self.imports.check(".._core.json_value", "JSONValue")

    def annotate_argument(self, type_: Type) -> str:
        """Return the annotation of a value that the client takes."""
        return self._annotate(type_, is_argument=True)

    def name(self, module: str, name: str) -> str:
        """Return the name of a model, imported for annotations."""
        if name in self.qualified:
            return f"models.{name}"
        if module == self.here:
            return name
        if self.models == ".":
            return self.imports.check(f".{module}", name)
        return self.imports.check(
            f"{self.models}.{module}", name, self.symbols.local_names.get(name, "")
        )

    def _annotate(self, type_: Type, *, is_argument: bool) -> str:
        if isinstance(type_, Primitive) and not type_.format:  # most types
            return self.name_builtin(_SCALARS[type_.kind])
        parts = self._list_parts(type_, is_argument=is_argument)
        return parts[0] if len(parts) == 1 else self._join(parts, is_argument=is_argument)

    def _join(self, parts: list[str], *, is_argument: bool) -> str:
        """Return a union; `Any` would hide the other parts of a result; in an argument it replaces them."""
        distinct = list(dict.fromkeys(parts))
        if "Any" in distinct:
            if is_argument or set(distinct) == {"Any", "None"}:
                return "Any"
            distinct[distinct.index("Any")] = self.name_json_value()
        if "None" in distinct:
            distinct.remove("None")
            distinct.append("None")
        return " | ".join(distinct) or "None"

    def _list_parts(self, type_: Type, *, is_argument: bool) -> list[str]:
        match type_:
            case Primitive(kind, format_):
                return self._list_primitive_parts(kind, format_, is_argument)
            case Reference(key):
                return self._list_reference_parts(key, is_argument)
            case Nullable(inner):
                return [*self._list_parts(inner, is_argument=is_argument), "None"]
            case AnyOf(options):
                return [
                    part
                    for option in options
                    for part in self._list_variant_parts(option, is_argument=is_argument)
                ]
            case ListOf(item):
                name = self._name_generic("Sequence") if is_argument else self.name_builtin("list")
                return [f"{name}[{self._annotate(item, is_argument=is_argument)}]"]
            case MapOf(value):
                name = self._name_generic("Mapping") if is_argument else self.name_builtin("dict")
                return [
                    f"{name}[{self.name_builtin('str')}, {self._annotate(value, is_argument=is_argument)}]"
                ]
            case _:
                return self._list_leaf_parts(type_, is_argument)

    def _list_variant_parts(self, type_: Type, *, is_argument: bool) -> list[str]:
        """Return the parts of a variant of a union; a name for free-form JSON would hide an `Any`."""
        definition = self.symbols.catalog[type_.key] if isinstance(type_, Reference) else None
        if isinstance(definition, Alias) and definition.type == Anything():
            return self._list_parts(definition.type, is_argument=is_argument)
        return self._list_parts(type_, is_argument=is_argument)

    def name_builtin(self, name: str) -> str:
        """Return the built-in type `name`, even where the class being written hides it."""
        if name not in self.hidden:
            return name
        self.imports.add("", "builtins")
        return f"builtins.{name}"

    def _name_generic(self, name: str) -> str:
        return self.imports.check("collections.abc", name)

    def name_moment(self, name: str) -> str:
        """Return `datetime` or `date`, even where the class being written hides it."""
        return self.imports.check("datetime", name, f"{name}_" if name in self.hidden else "")

    def _list_primitive_parts(self, kind: str, format_: str, is_argument: bool) -> list[str]:
        if is_argument and format_ and kind == "string":
            if format_ in MOMENTS:
                return [self.name_moment(MOMENTS[format_]), self.name_builtin("str")]
            if format_ == "byte":
                return [self.name_builtin("bytes"), self.name_builtin("str")]
        return [self.name_builtin(_SCALARS[kind])]

    def _list_leaf_parts(self, type_: Type, is_argument: bool) -> list[str]:
        match type_:
            case Choice(values):
                return self._list_choice_parts(values)
            case Binary() if is_argument and self.upload:
                return [self.imports.check(".._core.content", self.upload)]
            case Binary():  # bytes can be sent; in a JSON response they are text
                return [self.name_builtin("bytes" if is_argument else "str")]
            case _ if self.anything == "JSONValue" and not is_argument:
                return [self.name_json_value()]
            case _:
                return [self.imports.add("typing", "Any")]

    def _list_choice_parts(self, values: tuple[Json, ...]) -> list[str]:
        listed = [literals.value(value) for value in values if not isinstance(value, float)]
        parts = [f"{self.imports.add('typing', 'Literal')}[{', '.join(listed)}]"] if listed else []
        return [*parts, self.name_builtin("float")] if len(listed) < len(values) else parts

    def _list_reference_parts(self, key: str, is_argument: bool) -> list[str]:
        symbol = self.symbols[key]
        parts = [self.name(symbol.module, symbol.name)]
        if is_argument and symbol.dict_name:
            parts.append(self.name(symbol.module, symbol.dict_name))
            definition = self.symbols.catalog[key]
            if isinstance(definition, Model) and definition.additional is not None:
                parts.append(
                    f"{self._name_generic('Mapping')}[{self.name_builtin('str')}, {self.imports.add('typing', 'Any')}]"
                )
        return parts

    def write_literal(self, definition: Enumeration) -> str:
        """Return the `Literal[...]` of an enumeration."""
        return self._join(self._list_choice_parts(definition.values), is_argument=False)


def make_optional(annotation: str) -> str:
    """Return the annotation of what may be None as well."""
    has_none = annotation in ("Any", "None") or annotation.endswith(" | None")
    return annotation if has_none else f"{annotation} | None"
