"""Decoders: functions that turn parsed JSON into models.

A decoder never raises for what a server might send: a value of another JSON type is returned unchanged. A tagged union
is decoded by looking up its discriminator in a table; for an untagged one, variant tests are tried in order. Decoders
of divided modules are imported on first use.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ...ir.definitions import Alias, Definition, Discriminator, Member, Model, Union, VariantTest
from ...ir.traversal import flatten_variants
from ...ir.types import AnyOf, ListOf, MapOf, Nullable, Reference, Type
from ..naming.symbol_table import Symbol, SymbolTable
from ..source import literals
from ..source.annotations import Annotations
from ..source.imports import Imports
from .views import (
    AdoptView,
    BranchView,
    DecoderView,
    MemberDecoderView,
    ModelDecoderView,
    TaggedDecoderView,
    UntaggedDecoderView,
)

CORE = ".._core.codec"
_CLASSES = {
    **{"string": ("str",), "boolean": ("bool",), "array": ("list",), "object": ("dict",)},
    **dict.fromkeys(("number", "int", "float"), ("int", "float")),
}
"""The classes of JSON values, by JSON type and by Python type of a listed value."""


@frozen
class Decoders:
    """Builds the decoders of one module.

    Attributes:
        symbols: all names.
        imports: takes the imports of the module.
        annotations: writes annotations in the module.
        here: the name of the module.
        lazy: decoders that are imported on first use, and the keys of what they decode.
    """

    symbols: SymbolTable
    imports: Imports
    annotations: Annotations
    here: str
    lazy: dict[str, str] = field(factory=dict)

    def adopted(self, symbol: Symbol, definition: Definition) -> list[AdoptView]:
        """Build the decoders that make the object the members of a model, which are decoded when they are read."""
        views: list[AdoptView] = []
        if isinstance(definition, Model) and not self._is_eager(definition):
            views.append(
                self._adopt(symbol.decoder, symbol.module, symbol.name, definition.members)
            )
        if symbol.unknown:
            views.append(self._adopt(symbol.unknown_decoder, symbol.module, symbol.unknown))
        return views

    def views(self, symbol: Symbol, definition: Definition) -> list[DecoderView]:
        """Build the decoder of one definition, unless it is adopted."""
        match definition:
            case Model() if self._is_eager(definition):
                class_name = self._class(symbol.module, symbol.name)
                view = DecoderView(symbol.decoder, class_name, model=self._model(definition))
                self._import("typing", "cast")
                self._import(CORE, "new")
                return [view]
            case Union(discriminator=Discriminator() as discriminator):
                name = self.annotations.name(symbol.module, symbol.name)
                tagged = self._tagged(symbol, definition, discriminator)
                return [DecoderView(symbol.decoder, name, tagged=tagged)]
            case Union():
                name = self.annotations.name(symbol.module, symbol.name)
                return [DecoderView(symbol.decoder, name, untagged=self._untagged(definition))]
            case Alias(type=type_):
                name = self.annotations.name(symbol.module, symbol.name)
                return [DecoderView(symbol.decoder, name, alias=self.expression(type_, "data"))]
            case _:
                return []

    def tables(self, symbol: Symbol, definition: Definition) -> list[str]:
        """Write the table of a tagged union."""
        if not isinstance(definition, Union) or definition.discriminator is None:
            return []
        discriminator = definition.discriminator
        entries = ", ".join(
            f"{literals.value(value)}: {self.function(option)}"
            for value, option in discriminator.variants
        )
        self.imports.check("collections.abc", "Callable")
        self._import("typing", "Any")
        name = self.annotations.name(symbol.module, symbol.name)
        types = ("float" if each == "int" else each for each in value_types(discriminator))
        keys = " | ".join(dict.fromkeys(types))
        return [f"{symbol.table}: dict[{keys}, Callable[[Any], {name}]] = {{{entries}}}"]

    def expression(self, type_: Type, value: str) -> str:
        """Return source that decodes the source `value`; `value` itself where there is nothing to decode."""
        if not self.symbols.is_decoded(type_):
            return value
        match type_:
            case Reference(key):
                return f"{self._function(key)}({value})"
            case Nullable(inner):
                return self.expression(inner, value)
            case ListOf(inner):
                return f"{self._import(CORE, 'decode_list')}({self.function(inner)}, {value})"
            case MapOf(inner):
                return f"{self._import(CORE, 'decode_map')}({self.function(inner)}, {value})"
            case _:
                return value

    def function(self, type_: Type) -> str:
        """Return source of a function that decodes `type_`."""
        if not self.symbols.is_decoded(type_):
            return self._import(CORE, "decode_any")
        match type_:
            case Reference(key):
                return self._function(key)
            case Nullable(inner):
                return self.function(inner)
            case _:
                return f"lambda item: {self.expression(type_, 'item')}"

    def lazy_imports(self) -> list[str]:
        """Write the assignments that stand for decoders which are imported on first use."""
        lines: list[str] = []
        for name, key in sorted(self.lazy.items()):
            symbol = self.symbols[key]
            lazy_function = self._import(".._core", "lazy_function")
            callable_ = self.imports.check("collections.abc", "Callable")
            any_ = self._import("typing", "Any")
            result = self.annotations.name(symbol.module, symbol.name)
            arguments = f"__package__, {literals.string(symbol.module)}, {literals.string(name)}"
            lines.append(f"{name}: {callable_}[[{any_}], {result}] = {lazy_function}({arguments})")
        return lines

    def _import(self, module: str, name: str) -> str:
        return self.imports.add(module, name)

    def _class(self, module: str, name: str) -> str:
        return self.imports.add(f"..models.{module}", name, self.symbols.local_names.get(name, ""))

    def _function(self, key: str) -> str:
        symbol = self.symbols[key]
        if symbol.module == self.here:
            return symbol.decoder
        if not self.symbols.divided & {symbol.module, self.here}:
            return self.imports.add(f".{symbol.module}", symbol.decoder)
        self.lazy[symbol.decoder] = key
        return symbol.decoder

    def _adopt(
        self, decoder: str, module: str, class_name: str, members: tuple[Member, ...] = ()
    ) -> AdoptView:
        self._import(CORE, "adopt")
        self._import("typing", "Any")
        self.imports.check("collections.abc", "Callable")
        nested = tuple(
            MemberDecoderView(literals.string(member.name), self.expression(member.type, "data"))
            for member in members
            if self.symbols.is_decoded(member.type)
        )
        return AdoptView(decoder, self._class(module, class_name), nested)

    def _is_eager(self, model: Model) -> bool:
        """Whether members without a name have to be decoded, which no attribute could do later."""
        return model.additional is not None and self.symbols.is_decoded(model.additional)

    def _model(self, model: Model) -> ModelDecoderView:
        members = tuple(
            MemberDecoderView(key, self.expression(member.type, f"data[{key}]"))
            for member in model.members
            if self.symbols.is_decoded(member.type)
            for key in [literals.string(member.name)]
        )
        assert model.additional is not None
        member_names = "".join(f", {literals.string(member.name)}" for member in model.members)
        decode_additional = self._import(CORE, "decode_additional")
        function = self.function(model.additional)
        return ModelDecoderView(members, f"{decode_additional}({function}, data{member_names})")

    def _tagged(
        self, symbol: Symbol, union: Union, discriminator: Discriminator
    ) -> TaggedDecoderView:
        default = discriminator.default
        self._import("typing", "cast")
        types = value_types(discriminator)
        classes = [each for type_ in types for each in _CLASSES.get(type_, (type_,))]
        return TaggedDecoderView(
            member=literals.string(discriminator.member),
            table=symbol.table,
            default=self.function(default) if default is not None else symbol.unknown_decoder,
            key_test=f"found.__class__ {_among(classes, 'is')}",
            lists=tuple(self._lists(union)),
        )

    def _untagged(self, union: Union) -> UntaggedDecoderView:
        self._import("typing", "cast")
        branches, remaining = self._objects(union)
        return UntaggedDecoderView(
            has_objects=bool(branches or remaining),
            objects=tuple(branches),
            remaining=remaining,
            lists=tuple(self._lists(union)),
        )

    def _objects(self, union: Union) -> tuple[list[BranchView], str]:
        """Return what chooses among the variants that are objects, and the expression for the rest."""
        options = flatten_variants(self.symbols.catalog, union.options)
        tests = [(test, each) for test, each in union.tests if not isinstance(each, ListOf)]
        if len(tests) == 1 == sum(isinstance(each, (MapOf, Reference)) for each in options):
            return [], self.expression(tests[0][1], "data")
        branches = [
            BranchView(_test(test, "data"), self.expression(option, "data"))
            for test, option in tests
        ]
        tagged = next((each for each in options if self._is_tagged(each)), None)
        maps = next((each for each in options if isinstance(each, MapOf)), None)
        last = tagged or maps
        decodes_rest = last is not None and self.symbols.is_decoded(last)
        return branches, self.expression(last, "data") if last and decodes_rest else ""

    def _lists(self, union: Union) -> Iterator[BranchView]:
        """Yield what chooses among the variants that are arrays."""
        options = flatten_variants(self.symbols.catalog, union.options)
        arrays = [each for each in options if isinstance(each, ListOf)]
        decoded = [each for each in arrays if self.symbols.is_decoded(each)]
        if len(decoded) == 1:
            yield self._list_branch("data.__class__ is list", decoded[0])
            return
        for test, option in union.tests:
            if isinstance(option, ListOf):
                has_item = self._import(CORE, "has_item")
                yield self._list_branch(
                    f"{has_item}(data, lambda item: {_test(test, 'item')})", option
                )

    def _list_branch(self, condition: str, option: ListOf) -> BranchView:
        """Build the branch of a list. Type checkers can't infer its type where items may be null."""
        expression = self.expression(option, "data")
        if _holds_null(option.item):
            annotation = literals.string(self.annotations.result(option))
            expression = f"{self._import('typing', 'cast')}({annotation}, {expression})"
        return BranchView(condition, expression)

    def _definition(self, option: Type) -> Definition | None:
        return self.symbols.catalog[option.key] if isinstance(option, Reference) else None

    def _is_tagged(self, option: Type) -> bool:
        definition = self._definition(option)
        return isinstance(definition, Union) and definition.discriminator is not None


def _holds_null(type_: Type) -> bool:
    """Tell whether null is among the types that `type_` is written out with."""
    match type_:
        case Nullable():
            return True
        case ListOf(inner) | MapOf(inner):
            return _holds_null(inner)
        case AnyOf(options):
            return any(map(_holds_null, options))
        case _:
            return False


def _test(test: VariantTest, value: str) -> str:
    """Write the test whether the object at the source `value` is of a variant."""
    if test.is_presence:
        return " or ".join(f"{literals.string(name)} in {value}" for name in test.members)
    member = f"{value}.get({literals.string(test.members[0])})"
    if test.json_types:
        classes = [each for type_ in test.json_types for each in _CLASSES[type_]]
        return f"{member}.__class__ {_among(classes, 'is')}"
    return f"{member} {_among([literals.value(each) for each in test.values], '==')}"


def _among(listed: list[str], one: str) -> str:
    return f"{one} {listed[0]}" if len(listed) == 1 else f"in ({', '.join(listed)})"


def value_types(discriminator: Discriminator) -> list[str]:
    """Return the Python types of the values of a discriminator."""
    return list(dict.fromkeys(type(value).__name__ for value, _ in discriminator.variants))
