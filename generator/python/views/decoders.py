"""Decoders: straight-line functions that turn parsed JSON into models.

A decoder never raises for what a server might send: what is not an object stays as it is. A tagged union
is a table look-up; the variants of one without a tag are asked for their signs, one after the other. Decoders
of divided modules are imported when they are first called.
"""

from __future__ import annotations

from attrs import field, frozen

from ...ir.definitions import Alias, Definition, Discriminator, Model, Union, VariantTest
from ...ir.traversal import flatten_variants
from ...ir.types import ListOf, MapOf, Nullable, Reference, Type
from ..naming.symbol_table import Symbol, SymbolTable
from ..source import literals
from ..source.annotations import Annotations
from ..source.docstrings import docstring
from ..source.imports import Imports
from .views import DecoderView

CORE = ".._core.codec"
_CLASSES = {
    **{"string": ("str",), "boolean": ("bool",), "array": ("list",), "object": ("dict",)},
    **dict.fromkeys(("number", "int", "float"), ("int", "float")),
}
"""The classes of JSON values, by JSON type and by the class of what is listed."""


@frozen
class Decoders:
    """Writes the decoders of one wire module, `here`."""

    symbols: SymbolTable
    imports: Imports
    annotations: Annotations
    here: str
    late: dict[str, str] = field(factory=dict)
    """Decoders that are imported when they are first called, and what they decode."""

    def views(self, symbol: Symbol, definition: Definition) -> list[DecoderView]:
        """The decoders of one definition."""
        match definition:
            case Model():
                return [self._model(symbol, definition)]
            case Union(discriminator=Discriminator() as tag):
                unknown = [self._unknown(symbol)] if symbol.unknown else []
                return [*unknown, self._tagged(symbol, definition, tag)]
            case Union():
                return [self._by_signs(symbol, definition)]
            case Alias(type=type_):
                name = self.annotations.name(symbol.module, symbol.name)
                statement = f"return {self.expression(type_, 'data')}"
                return [DecoderView(symbol.decoder, "data", name, "", (statement,))]
            case _:
                return []

    def constants(self, symbol: Symbol, definition: Definition) -> list[str]:
        """The table of a tagged union."""
        if not isinstance(definition, Union) or definition.discriminator is None:
            return []
        tag = definition.discriminator
        entries = [(literals.value(value), self.call(option)) for value, option in tag.variants]
        table = ", ".join(f"{value}: {decoder}" for value, decoder in entries)
        self.imports.check("collections.abc", "Callable")
        any_ = self.imports.add("typing", "Any")
        name = self.annotations.name(symbol.module, symbol.name)
        types = ("float" if each == "int" else each for each in value_types(tag))
        keys = " | ".join(dict.fromkeys(types))
        return [f"{symbol.table}: dict[{keys}, Callable[[{any_}], {name}]] = {{{table}}}"]

    def expression(self, type_: Type, value: str) -> str:
        """Source that decodes the source `value`; `value` itself where there is nothing to decode."""
        if not self.symbols.is_decoded(type_):
            return value
        match type_:
            case Reference(key):
                return f"{self._function(key)}({value})"
            case Nullable(inner):
                return self.expression(inner, value)
            case ListOf(inner):
                return f"{self.imports.add(CORE, 'decode_list')}({self.call(inner)}, {value})"
            case MapOf(inner):
                return f"{self.imports.add(CORE, 'decode_map')}({self.call(inner)}, {value})"
            case _:
                return value

    def call(self, type_: Type) -> str:
        """Source of a callable that decodes `type_`."""
        if not self.symbols.is_decoded(type_):
            return self.imports.add(CORE, "decode_any")
        match type_:
            case Reference(key):
                return self._function(key)
            case Nullable(inner):
                return self.call(inner)
            case _:
                return f"lambda item: {self.expression(type_, 'item')}"

    def _function(self, key: str) -> str:
        symbol = self.symbols[key]
        if symbol.module == self.here:
            return symbol.decoder
        if not self.symbols.divided & {symbol.module, self.here}:
            return self.imports.add(f".{symbol.module}", symbol.decoder)
        self.late[symbol.decoder] = key
        return symbol.decoder

    def late_imports(self) -> list[str]:
        """The assignments that stand for decoders of modules which are imported when needed."""
        lines: list[str] = []
        for name, key in sorted(self.late.items()):
            symbol = self.symbols[key]
            later = self.imports.add(".._core", "lazy_decoder")
            callable_ = self.imports.check("collections.abc", "Callable")
            any_ = self.imports.add("typing", "Any")
            given = self.annotations.name(symbol.module, symbol.name)
            source = (
                f"{later}(__package__, {literals.string(symbol.module)}, {literals.string(name)})"
            )
            lines.append(f"{name}: {callable_}[[{any_}], {given}] = {source}")
        return lines

    def _class(self, symbol: Symbol, name: str) -> str:
        return self.imports.add(
            f"..models.{symbol.module}", name, self.symbols.local_names.get(name, "")
        )

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
            if self.symbols.is_decoded(member.type):
                nested += self._member(literals.string(member.name), member.type)
        if model.additional is not None and self.symbols.is_decoded(model.additional):
            known = "".join(f", {literals.string(member.name)}" for member in model.members)
            remaining = self.imports.add(CORE, "decode_additional")
            nested.append(f"{remaining}({self.call(model.additional)}, data{known})")
        return DecoderView(
            symbol.decoder, "data", name, "", (*self._adopt(name), *nested, "return self")
        )

    def _member(self, key: str, type_: Type) -> list[str]:
        """The statements that decode a member; a flat model is made on the spot, which spares a call."""
        item = f"data[{key}]"
        flat = self._flat(type_)
        if flat is None:
            return [f"if {key} in data:", f"    {item} = {self.expression(type_, item)}"]
        new = self.imports.add(CORE, "new")
        return [
            f"if (found := data.get({key})).__class__ is dict:",
            f"    {item} = {new}({flat})",
            f"    {item}.__dict__ = found",
        ]

    def _flat(self, type_: Type) -> str | None:
        """The class of a model of this module in which nothing has to be decoded."""
        bare = type_.type if isinstance(type_, Nullable) else type_
        model = self._model_of(bare)
        if model is None or not isinstance(bare, Reference):
            return None
        types = [member.type for member in model.members]
        symbol = self.symbols[bare.key]
        if symbol.module != self.here or any(
            map(self.symbols.is_decoded, [*types, *_given(model)])
        ):
            return None
        return self._class(symbol, symbol.name)

    def _unknown(self, symbol: Symbol) -> DecoderView:
        name = self._class(symbol, symbol.unknown)
        statements = (*self._adopt(name), "return self")
        return DecoderView(symbol.unknown_decoder, "data", name, "", statements)

    def _tagged(self, symbol: Symbol, union: Union, tag: Discriminator) -> DecoderView:
        name = self.annotations.name(symbol.module, symbol.name)
        other = self.call(tag.default) if tag.default is not None else symbol.unknown_decoder
        classes = [each for type_ in value_types(tag) for each in _CLASSES.get(type_, (type_,))]
        statements = (
            *self._lists(union),
            "if data.__class__ is not dict:",
            f'    return {self.imports.add("typing", "cast")}("{name}", data)',
            f"found = data.get({literals.string(tag.member)})",
            f"decode = {symbol.table}.get(found, {other}) if found.__class__ {_among(classes, 'is')} else {other}",
            "return decode(data)",
        )
        return DecoderView(symbol.decoder, "data", name, "", statements)

    def _by_signs(self, symbol: Symbol, union: Union) -> DecoderView:
        name = self.annotations.name(symbol.module, symbol.name)
        statements = [f"    {line}" for line in self._objects(union)]
        if statements:
            statements.insert(0, "if data.__class__ is dict:")
        statements += self._lists(union)
        statements.append(f'return {self.imports.add("typing", "cast")}("{name}", data)')
        doc = docstring(["Tell the variants apart by their members."], 4)
        return DecoderView(symbol.decoder, "data", name, doc, tuple(statements))

    def _objects(self, union: Union) -> list[str]:
        """The statements that choose among the variants that are objects."""
        options = self._variants(union)
        signs = [(sign, each) for sign, each in union.tests if not isinstance(each, ListOf)]
        if len(signs) == 1 == sum(isinstance(each, (MapOf, Reference)) for each in options):
            return [f"return {self.expression(signs[0][1], 'data')}"]
        statements: list[str] = []
        for sign, option in signs:
            returned = f"    return {self.expression(option, 'data')}"
            statements += [f"if {_test(sign, 'data')}:", returned]
        tagged = next((each for each in options if self._is_tagged(each)), None)
        maps = next((each for each in options if isinstance(each, MapOf)), None)
        last = tagged or maps
        if last is not None and self.symbols.is_decoded(last):
            statements.append(f"return {self.expression(last, 'data')}")
        return statements

    def _lists(self, union: Union) -> list[str]:
        """The statements that choose among the variants that are arrays."""
        arrays = [
            option
            for option in self._variants(union)
            if isinstance(option, ListOf) and self.symbols.is_decoded(option)
        ]
        if len(arrays) == 1:
            return [
                "if data.__class__ is list:",
                f"    return {self.expression(arrays[0], 'data')}",
            ]
        statements: list[str] = []
        for sign, option in union.tests:
            if isinstance(option, ListOf):
                holds = self.imports.add(CORE, "has_item")
                statements += [
                    f"if {holds}(data, lambda item: {_test(sign, 'item')}):",
                    f"    return {self.expression(option, 'data')}",
                ]
        return statements

    def _variants(self, union: Union) -> list[Type]:
        return flatten_variants(self.symbols.catalog, union.options)

    def _model_of(self, option: Type) -> Model | None:
        definition = self.symbols.catalog[option.key] if isinstance(option, Reference) else None
        return definition if isinstance(definition, Model) else None

    def _is_tagged(self, option: Type) -> bool:
        definition = self.symbols.catalog[option.key] if isinstance(option, Reference) else None
        return isinstance(definition, Union) and definition.discriminator is not None


def _given(model: Model) -> tuple[Type, ...]:
    return () if model.additional is None else (model.additional,)


def _test(sign: VariantTest, value: str) -> str:
    """Source that says whether the object at the source `value` has `sign`."""
    if sign.is_presence:
        return " or ".join(f"{literals.string(name)} in {value}" for name in sign.members)
    member = f"{value}.get({literals.string(sign.members[0])})"
    if sign.json_types:
        classes = [each for kind in sign.json_types for each in _CLASSES[kind]]
        return f"{member}.__class__ {_among(classes, 'is')}"
    return f"{member} {_among([literals.value(each) for each in sign.values], '==')}"


def _among(listed: list[str], one: str) -> str:
    return f"{one} {listed[0]}" if len(listed) == 1 else f"in ({', '.join(listed)})"


def value_types(tag: Discriminator) -> list[str]:
    """The Python types of the values of a tag."""
    return list(dict.fromkeys(type(value).__name__ for value, _ in tag.variants))
