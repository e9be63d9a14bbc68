"""Decoders: straight-line functions that turn parsed JSON into models.

A decoder never raises for what a server might send: what is not an object stays as it is. A tagged union
is a table look-up. A union without a tag is told apart by its members: each variant by those that only it
has, the variants that are contained in others last. Decoders of divided modules are imported when they are
first called.
"""

from __future__ import annotations

from attrs import field, frozen

from ..api.schemas import Alias, Definition, Model, Tag, Union
from ..api.types import AnyOf, ListOf, MapOf, Nullable, Reference, Type
from . import literals
from .annotations import Annotations, local
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
    late: dict[str, str] = field(factory=dict)
    """Decoders that are imported when they are first called, and what they decode."""

    def views(self, symbol: Symbol, definition: Definition) -> list[DecoderView]:
        """The decoders of one definition."""
        match definition:
            case Model():
                return [self._model(symbol, definition)]
            case Union(tag=Tag() as tag):
                unknown = [self._unknown(symbol)] if symbol.unknown else []
                return [*unknown, self._tagged(symbol, definition, tag)]
            case Union():
                return [self._by_members(symbol, definition)]
            case Alias(type=type_):
                name = self.annotations.name(symbol.module, symbol.name)
                statement = f"return {self.expression(type_, 'data')}"
                return [DecoderView(symbol.decoder, "data", name, "", (statement,))]
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
        return [
            f"{_table(symbol)}: dict[str, Callable[[{any_}], {name}]] = {literals.dict_of(entries)}"
        ]

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
            later = self.imports.add(".._core", "later")
            callable_ = self.imports.check("collections.abc", "Callable")
            any_ = self.imports.add("typing", "Any")
            given = self.annotations.name(symbol.module, symbol.name)
            source = (
                f"{later}(__package__, {literals.string(symbol.module)}, {literals.string(name)})"
            )
            lines.append(f"{name}: {callable_}[[{any_}], {given}] = {source}")
        return lines

    def _class(self, symbol: Symbol, name: str) -> str:
        return self.imports.add(f"..models.{symbol.module}", name, local(name))

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
                nested += self._member(literals.string(member.name), member.type)
        if model.additional is not None and self.symbols.decoded(model.additional):
            known = "".join(f", {literals.string(member.name)}" for member in model.members)
            remaining = self.imports.add(CORE, "remaining")
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
        if symbol.module != self.here or any(map(self.symbols.decoded, [*types, *_given(model)])):
            return None
        return self._class(symbol, symbol.name)

    def _unknown(self, symbol: Symbol) -> DecoderView:
        name = self._class(symbol, symbol.unknown)
        statements = (*self._adopt(name), "return self")
        return DecoderView(symbol.unknown_decoder, "data", name, "", statements)

    def _tagged(self, symbol: Symbol, union: Union, tag: Tag) -> DecoderView:
        name = self.annotations.name(symbol.module, symbol.name)
        other = self.call(tag.otherwise) if tag.otherwise is not None else symbol.unknown_decoder
        statements = (
            *self._lists(self._options(union.options)),
            "if data.__class__ is not dict:",
            f'    return {self.imports.add("typing", "cast")}("{name}", data)',
            f"found = data.get({literals.string(tag.member)})",
            f"decode = {_table(symbol)}.get(found, {other}) if found.__class__ is str else {other}",
            "return decode(data)",
        )
        return DecoderView(symbol.decoder, "data", name, "", statements)

    def _by_members(self, symbol: Symbol, union: Union) -> DecoderView:
        name = self.annotations.name(symbol.module, symbol.name)
        options = self._options(union.options)
        statements = [f"    {line}" for line in self._objects(options)]
        if statements:
            statements.insert(0, "if data.__class__ is dict:")
        statements += self._lists(options)
        statements.append(f'return {self.imports.add("typing", "cast")}("{name}", data)')
        doc = docstring(["Tell the variants apart by their members."], 4)
        return DecoderView(symbol.decoder, "data", name, doc, tuple(statements))

    def _options(self, options: tuple[Type, ...], above: tuple[str, ...] = ()) -> list[Type]:
        """The variants, with those of unions among them that have no tag, and aliases looked through."""
        found: list[Type] = []
        for option in options:
            bare = option.type if isinstance(option, Nullable) else option
            definition = self.symbols.catalog[bare.key] if isinstance(bare, Reference) else None
            match definition:
                case Union(tag=None, options=inner) if definition.key not in above:
                    found += self._options(inner, (*above, definition.key))
                case Alias(type=inner) if definition.key not in above:
                    found += self._options((inner,), (*above, definition.key))
                case _:
                    found += (
                        self._options(bare.options, above) if isinstance(bare, AnyOf) else [bare]
                    )
        return list(dict.fromkeys(found))

    def _objects(self, options: list[Type]) -> list[str]:
        """The statements that choose among the variants that are objects."""
        models = [
            (option, model) for option in options if (model := self._model_of(option)) is not None
        ]
        if len(models) == 1 == sum(isinstance(each, (MapOf, Reference)) for each in options):
            return [f"return {self.expression(models[0][0], 'data')}"]
        statements: list[str] = []
        for keys, option in _tests([(option, _names(model)) for option, model in models]):
            test = " or ".join(f"{literals.string(key)} in data" for key in keys)
            statements += [f"if {test}:", f"    return {self.expression(option, 'data')}"]
        tagged = next((each for each in options if self._is_tagged(each)), None)
        maps = next((each for each in options if isinstance(each, MapOf)), None)
        last = tagged or maps
        if last is not None and self.symbols.decoded(last):
            statements.append(f"return {self.expression(last, 'data')}")
        return statements

    def _lists(self, options: list[Type]) -> list[str]:
        """The statements that choose among the variants that are arrays."""
        arrays = [
            option
            for option in options
            if isinstance(option, ListOf) and self.symbols.decoded(option)
        ]
        if len(arrays) == 1:
            return [
                "if data.__class__ is list:",
                f"    return {self.expression(arrays[0], 'data')}",
            ]
        items = [
            (each.item, model)
            for each in arrays
            if (model := self._model_of(each.item)) is not None
        ]
        statements: list[str] = []
        for keys, item in _tests([(item, _names(model)) for item, model in items]):
            holds = self.imports.add(CORE, "holds")
            names = ", ".join(literals.string(key) for key in keys)
            statements += [
                f"if {holds}(data, {names}):",
                f"    return {self.expression(ListOf(item), 'data')}",
            ]
        return statements

    def _model_of(self, option: Type) -> Model | None:
        definition = self.symbols.catalog[option.key] if isinstance(option, Reference) else None
        return definition if isinstance(definition, Model) else None

    def _is_tagged(self, option: Type) -> bool:
        definition = self.symbols.catalog[option.key] if isinstance(option, Reference) else None
        return isinstance(definition, Union) and definition.tag is not None


def _given(model: Model) -> tuple[Type, ...]:
    return () if model.additional is None else (model.additional,)


def _names(model: Model) -> tuple[str, ...]:
    return tuple(member.name for member in model.members)


def _tests(options: list[tuple[Type, tuple[str, ...]]]) -> list[tuple[tuple[str, ...], Type]]:
    """Which members tell each variant, in the order in which to ask.

    First those that only one variant has; then variants that are contained in others; at last what several
    have in common, which is good for the first of them.
    """
    users: dict[str, list[Type]] = {}
    for option, members in options:
        for name in members:
            users.setdefault(name, []).append(option)
    distinct: list[tuple[tuple[str, ...], Type]] = []
    contained: list[tuple[tuple[str, ...], Type]] = []
    for option, members in options:
        own = tuple(name for name in members if len(users[name]) == 1)
        if own:
            distinct.append((own, option))
        elif members:
            contained.append((members, option))
    asked = {name for names, _ in contained for name in names}
    common = [name for name, found in users.items() if len(found) > 1 and name not in asked]
    first = {users[name][0]: None for name in common}
    shared = [
        (tuple(each for each in common if users[each][0] == option), option) for option in first
    ]
    return distinct + contained + shared


def _table(symbol: Symbol) -> str:
    return f"_{constant(symbol.decoder)}S"
