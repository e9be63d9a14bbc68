"""Decoders: straight-line functions that turn parsed JSON into models.

A decoder never raises for what a server might send: what is not an object stays as it is. A tagged union
is a table look-up. A union without a tag is told apart by its members: each variant by those that only it
has, the variants that are contained in others last.
"""

from __future__ import annotations

from attrs import frozen

from ..api.schemas import Definition, Model, Tag, Union
from ..api.types import ListOf, MapOf, Nullable, Reference, Type
from . import literals
from .annotations import Annotations
from .imports import Imports
from .names import constant
from .prose import docstring
from .symbols import Symbol, Symbols
from .view import DecoderView

CORE = ".._core.decode"


@frozen
class Decoders:
    """Writes the decoders of one wire module, `here`."""

    symbols: Symbols
    imports: Imports
    annotations: Annotations
    here: str

    def views(self, symbol: Symbol, definition: Definition) -> list[DecoderView]:
        """The decoders of one definition."""
        match definition:
            case Model():
                return [self._model(symbol, definition)]
            case Union(tag=Tag() as tag):
                return [self._unknown(symbol), self._tagged(symbol, tag)]
            case Union():
                return [self._by_members(symbol, definition)]
            case _:
                return []

    def constants(self, symbol: Symbol, definition: Definition) -> list[str]:
        """The table of a tagged union."""
        if not isinstance(definition, Union) or definition.tag is None:
            return []
        entries = {value: self.call(option) for value, option in definition.tag.variants}
        self.imports.check("collections.abc", "Callable")
        any_ = self.imports.add("typing", "Any")
        name = self.annotations.name(symbol.module, symbol.name)
        return [f"{_table(symbol)}: dict[str, Callable[[{any_}], {name}]] = {literals.dict_of(entries)}"]

    def expression(self, type_: Type, value: str) -> str:
        """Source that decodes the source `value`; `value` itself where there is nothing to decode."""
        if not self.symbols.decoded(type_):
            return value
        match type_:
            case Reference(key):
                return f"{self._function(key)}({value})"
            case Nullable(inner):
                return self.expression(inner, value)
            case ListOf(inner):
                return f"{self.imports.add(CORE, 'listed')}({self.call(inner)}, {value})"
            case MapOf(inner):
                return f"{self.imports.add(CORE, 'mapped')}({self.call(inner)}, {value})"
            case _:
                return value

    def call(self, type_: Type) -> str:
        """Source of a callable that decodes `type_`."""
        if not self.symbols.decoded(type_):
            return self.imports.add(CORE, "anything")
        match type_:
            case Reference(key):
                return self._function(key)
            case Nullable(inner):
                return self.call(inner)
            case _:
                return f"lambda item: {self.expression(type_, 'item')}"

    def _function(self, key: str) -> str:
        symbol = self.symbols[key]
        if symbol.module != self.here:
            self.imports.add(f".{symbol.module}", symbol.decoder)
        return symbol.decoder

    def _class(self, symbol: Symbol, name: str) -> str:
        return self.imports.add(f"..models.{symbol.module}", name)

    def _adopt(self, name: str) -> tuple[str, ...]:
        """The statements that make the object at hand the members of a new instance."""
        return (
            "if data.__class__ is not dict:",
            f'    return {self.imports.add("typing", "cast")}("{name}", data)',
            f"self = {self.imports.add(CORE, 'new')}({name})",
            "self.__dict__ = data",
        )

    def _model(self, symbol: Symbol, model: Model) -> DecoderView:
        name = self._class(symbol, symbol.name)
        nested: list[str] = []
        for member in model.members:
            if self.symbols.decoded(member.type):
                key = literals.string(member.name)
                nested.append(f"if {key} in data:")
                nested.append(f"    data[{key}] = {self.expression(member.type, f'data[{key}]')}")
        return DecoderView(symbol.decoder, "data", name, "", (*self._adopt(name), *nested, "return self"))

    def _unknown(self, symbol: Symbol) -> DecoderView:
        name = self._class(symbol, symbol.unknown)
        statements = (*self._adopt(name), "return self")
        return DecoderView(f"unknown_{symbol.decoder}", "data", name, "", statements)

    def _tagged(self, symbol: Symbol, tag: Tag) -> DecoderView:
        name = self.annotations.name(symbol.module, symbol.name)
        function = self.imports.add(CORE, "tagged")
        arguments = f"{_table(symbol)}, {literals.string(tag.member)}, unknown_{symbol.decoder}, data"
        return DecoderView(symbol.decoder, "data", name, "", (f"return {function}({arguments})",))

    def _by_members(self, symbol: Symbol, union: Union) -> DecoderView:
        name = self.annotations.name(symbol.module, symbol.name)
        statements: list[str] = []
        for keys, option in _tests(self._objects(union.options)):
            test = " or ".join(f"{literals.string(key)} in data" for key in keys)
            statements += [f"    if {test}:", f"        return {self.expression(option, 'data')}"]
        if statements:
            statements.insert(0, "if data.__class__ is dict:")
        statements += self._lists(union.options)
        statements.append(f'return {self.imports.add("typing", "cast")}("{name}", data)')
        doc = docstring(["Tell the variants apart by their members."], 4)
        return DecoderView(symbol.decoder, "data", name, doc, tuple(statements))

    def _lists(self, options: tuple[Type, ...]) -> list[str]:
        """The statements that choose among the variants that are arrays."""
        items = [option.item for option in options if isinstance(option, ListOf)]
        statements: list[str] = []
        for keys, item in _tests(self._objects(tuple(items))):
            holds = self.imports.add(CORE, "holds")
            names = ", ".join(literals.string(key) for key in keys)
            statements += [f"if {holds}(data, {names}):", f"    return {self.expression(ListOf(item), 'data')}"]
        return statements

    def _objects(self, options: tuple[Type, ...]) -> list[tuple[Type, tuple[str, ...]]]:
        """The variants that are objects with known members, and those members."""
        found: list[tuple[Type, tuple[str, ...]]] = []
        for option in options:
            definition = self.symbols.catalog[option.key] if isinstance(option, Reference) else None
            if isinstance(definition, Model):
                found.append((option, tuple(member.name for member in definition.members)))
        return found


def _tests(options: list[tuple[Type, tuple[str, ...]]]) -> list[tuple[tuple[str, ...], Type]]:
    """Which members tell each variant, in the order in which to ask."""
    distinct: list[tuple[tuple[str, ...], Type]] = []
    contained: list[tuple[tuple[str, ...], Type]] = []
    for option, members in options:
        others = {name for other, names in options if other != option for name in names}
        own = tuple(name for name in members if name not in others)
        if own:
            distinct.append((own, option))
        elif members:
            contained.append((members, option))
    return distinct + contained


def _table(symbol: Symbol) -> str:
    return f"_{constant(symbol.decoder)}S"
