"""How generated code chooses the variant of a union at run time.

By the value of the discriminator, which a table leads from to the decoder of the variant, or else by tests of members that
are tried in order (`lowering.schemas.variant_tests` works them out).
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ...ir.definitions import Definition, Discriminator, Union, VariantTest
from ...ir.traversal import flatten_variants
from ...ir.types import AnyOf, ListOf, MapOf, Nullable, Reference, Type
from ..naming.symbol_table import Symbol
from ..source import literals
from .decode_calls import CORE, DecodeCalls
from .view_types import BranchView, TaggedDecoderView, UntaggedDecoderView

_CLASSES = {
    **{"string": ("str",), "boolean": ("bool",), "array": ("list",), "object": ("dict",)},
    **dict.fromkeys(("number", "int", "float"), ("int", "float")),
}
"""The classes of JSON values, by JSON type and by Python type of a listed value."""


@frozen
class VariantBranches:
    """Builds the views of the code that chooses variants, in the module that `calls` writes to."""

    calls: DecodeCalls

    def build_by_discriminator(
        self, symbol: Symbol, union: Union, discriminator: Discriminator
    ) -> TaggedDecoderView:
        """Build the lookup of the discriminator's value in the table of the union."""
        default = discriminator.default
        self.calls.imports.add("typing", "cast")
        types = list_value_types(discriminator)
        classes = [each for type_ in types for each in _CLASSES.get(type_, (type_,))]
        return TaggedDecoderView(
            member=literals.string(discriminator.member),
            table=symbol.table,
            default=(
                self.calls.write_function(default)
                if default is not None
                else symbol.unknown_decoder
            ),
            key_test=f"value.__class__ {_write_membership(classes, 'is')}",
            lists=tuple(self._iter_list_branches(union)),
        )

    def build_by_tests(self, union: Union) -> UntaggedDecoderView:
        """Build the tests of a union without a discriminator."""
        self.calls.imports.add("typing", "cast")
        branches, remaining = self._build_object_branches(union)
        return UntaggedDecoderView(
            has_objects=bool(branches or remaining),
            objects=tuple(branches),
            remaining=remaining,
            lists=tuple(self._iter_list_branches(union)),
        )

    def write_table(self, symbol: Symbol, definition: Definition) -> list[str]:
        """Write the table from the values of the discriminator to decoders; nothing for other definitions."""
        if not isinstance(definition, Union) or definition.discriminator is None:
            return []
        discriminator = definition.discriminator
        entries = ", ".join(
            f"{literals.value(value)}: {self.calls.write_function(option)}"
            for value, option in discriminator.variants
        )
        self.calls.imports.check("collections.abc", "Callable")
        self.calls.imports.add("typing", "Any")
        name = self.calls.annotations.name(symbol.module, symbol.name)
        types = ("float" if each == "int" else each for each in list_value_types(discriminator))
        keys = " | ".join(dict.fromkeys(types))
        return [f"{symbol.table}: dict[{keys}, Callable[[Any], {name}]] = {{{entries}}}"]

    def _build_object_branches(self, union: Union) -> tuple[list[BranchView], str]:
        """Return what chooses among the variants that are objects, and the expression for the rest."""
        options = flatten_variants(self.calls.symbols.catalog, union.options)
        tests = [(test, each) for test, each in union.tests if not isinstance(each, ListOf)]
        if len(tests) == 1 == sum(isinstance(each, (MapOf, Reference)) for each in options):
            return [], self.calls.write_expression(tests[0][1], "data")
        branches = [
            BranchView(_test(test, "data"), self.calls.write_expression(option, "data"))
            for test, option in tests
        ]
        tagged = next((each for each in options if self._is_tagged(each)), None)
        maps = next((each for each in options if isinstance(each, MapOf)), None)
        last = tagged or maps
        decodes_rest = last is not None and self.calls.symbols.is_decoded(last)
        return branches, self.calls.write_expression(last, "data") if last and decodes_rest else ""

    def _iter_list_branches(self, union: Union) -> Iterator[BranchView]:
        """Yield what chooses among the variants that are arrays."""
        options = flatten_variants(self.calls.symbols.catalog, union.options)
        arrays = [each for each in options if isinstance(each, ListOf)]
        decoded = [each for each in arrays if self.calls.symbols.is_decoded(each)]
        if len(decoded) == 1:
            yield self._list_branch("data.__class__ is list", decoded[0])
            return
        for test, option in union.tests:
            if isinstance(option, ListOf):
                has_item = self.calls.imports.add(CORE, "has_item")
                yield self._list_branch(
                    f"{has_item}(data, lambda item: {_test(test, 'item')})", option
                )

    def _list_branch(self, condition: str, option: ListOf) -> BranchView:
        """Build the branch of a list. Type checkers can't infer its type where items may be null."""
        expression = self.calls.write_expression(option, "data")
        if _is_nullable(option.item):
            annotation = literals.string(self.calls.annotations.annotate_result(option))
            expression = f"{self.calls.imports.add('typing', 'cast')}({annotation}, {expression})"
        return BranchView(condition, expression)

    def _find_definition(self, option: Type) -> Definition | None:
        return self.calls.symbols.catalog[option.key] if isinstance(option, Reference) else None

    def _is_tagged(self, option: Type) -> bool:
        definition = self._find_definition(option)
        return isinstance(definition, Union) and definition.discriminator is not None


def _is_nullable(type_: Type) -> bool:
    """Return whether null is among the types that `type_` is written out with."""
    match type_:
        case Nullable():
            return True
        case ListOf(inner) | MapOf(inner):
            return _is_nullable(inner)
        case AnyOf(options):
            return any(map(_is_nullable, options))
        case _:
            return False


def _test(test: VariantTest, value: str) -> str:
    """Write the test whether the object at the source `value` is of a variant."""
    if test.is_presence:
        return " or ".join(f"{literals.string(name)} in {value}" for name in test.members)
    member = f"{value}.get({literals.string(test.members[0])})"
    if test.json_types:
        classes = [each for type_ in test.json_types for each in _CLASSES[type_]]
        return f"{member}.__class__ {_write_membership(classes, 'is')}"
    return f"{member} {_write_membership([literals.value(each) for each in test.values], '==')}"


def _write_membership(listed: list[str], one: str) -> str:
    return f"{one} {listed[0]}" if len(listed) == 1 else f"in ({', '.join(listed)})"


def list_value_types(discriminator: Discriminator) -> list[str]:
    """Return the Python types of the values of a discriminator."""
    return list(dict.fromkeys(type(value).__name__ for value, _ in discriminator.variants))
