"""Unions: which types a value may have, and how they are distinguished: by a discriminator, else by tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, evolve, field

from ...diagnostics import Report
from ...ir.definitions import Alias, Catalog, Enumeration, Union
from ...ir.traversal import list_component_types
from ...ir.types import (
    AnyOf,
    Anything,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
    make_nullable,
    strip_null,
)
from ...openapi.loading import Node, Source
from .discriminators import Discriminators, VariantNodes
from .schema import Schema
from .variant_tests import VariantTests


@define
class Unions:
    """Defines the unions of one document in `catalog`."""

    catalog: Catalog
    source: Source
    report: Report
    places: dict[str, Node] = field(factory=dict)
    """Where unions and aliases stand."""
    _undecided: dict[str, tuple[Schema, VariantNodes]] = field(factory=dict)
    """Unions that have no discriminator yet."""
    _bases: dict[str, Type] = field(factory=dict)
    """The base of each union of subtypes."""
    _discriminators: Discriminators = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._discriminators = Discriminators(self.catalog, self.source, self.report)

    def join(self, schema: Schema, name: str, key: str, options: VariantNodes) -> Type:
        """Return the type of one of `options`: a named union where one of them is a class, otherwise any of them."""
        has_null = False
        flat: VariantNodes = {}
        for option, node in options.items():
            has_null = has_null or isinstance(option, Nullable) or option == Primitive("null")
            bare = strip_null(option)
            for each in bare.options if isinstance(bare, AnyOf) else (bare,):
                if each not in (Primitive("null"), Reference(key)):
                    flat.setdefault(each, node)
        if not flat and not has_null:
            self._report_circular(schema.node)
        used = self._define(schema, name, key, flat)
        return make_nullable(used) if has_null else used

    def define_inheritance(
        self, key: str, schema: Schema, options: VariantNodes, base: Type
    ) -> None:
        """Complete the union of a base and the schemas that extend it."""
        union = self.catalog[key]
        assert isinstance(union, Union)
        self.catalog.definitions[key] = evolve(union, options=tuple(options))
        self._enter(key, schema, options)
        self._bases[key] = base

    def _enter(self, key: str, schema: Schema, options: VariantNodes) -> None:
        self._undecided[key] = (schema, options)
        self.places[key] = schema.node

    def _define(self, schema: Schema, name: str, key: str, options: VariantNodes) -> Type:
        if len(options) < 2:
            return next(iter(options), Anything())
        if any(map(self._has_class, options)):
            self.catalog.definitions[key] = Union(key, name, schema.description, tuple(options))
            self._enter(key, schema, options)
            return Reference(key)
        return AnyOf(tuple(options))

    def _has_class(self, type_: Type) -> bool:
        match type_:
            case Reference(key):  # one that is not defined yet is an alias in progress
                return not isinstance(self.catalog.definitions.get(key), Enumeration)
            case ListOf(inner) | MapOf(inner) | Nullable(inner):
                return self._has_class(inner)
            case AnyOf(options):
                return any(map(self._has_class, options))
            case _:
                return False

    def add_discriminators(self) -> None:
        """Find the discriminator of each union, those of unions among its variants first."""
        for key in self.places:
            self._remove_circles(key)
        entered: set[str] = set()
        for root in list(self._undecided):
            waiting = [root]
            while waiting:
                key = waiting[-1]
                if key in entered or key not in self._undecided:
                    self._add_discriminator(waiting.pop())
                    continue
                entered.add(key)
                inner = [
                    each.key for each in self._undecided[key][1] if isinstance(each, Reference)
                ]
                waiting += [
                    each for each in inner if each in self._undecided and each not in entered
                ]

    def _remove_circles(self, key: str) -> None:
        """Replace the options that lead back to the definition `key` itself by what else they may be."""
        definition = self.catalog.definitions.get(key)
        if not isinstance(definition, (Alias, Union)):
            return
        options = list_component_types(definition)
        circular = [each for each in options if self._can_be(each, key)]
        if not circular:
            return
        remaining: dict[Type, None] = {}
        for option in options:
            ends = self._list_final_types(option, {key}) if option in circular else (option,)
            remaining |= dict.fromkeys(ends)
        if not remaining:
            self._report_circular(self.places[key])
        left = tuple(remaining) or (Anything(),)
        self.catalog.definitions[key] = (
            evolve(definition, options=left)
            if isinstance(definition, Union)
            else evolve(definition, type=left[0] if len(left) == 1 else AnyOf(left))
        )

    def _can_be(self, type_: Type, key: str) -> bool:
        """Return whether a value of `type_` can be of the definition `key` without an array or object between."""
        return any(each == Reference(key) for each in self._walk(type_, {key}))

    def _list_final_types(self, type_: Type, visited: set[str]) -> list[Type]:
        """Return what a value of `type_` can be that is none of `visited`, nor a union or alias itself."""
        return [
            each
            for each in self._walk(type_, visited)
            if not (isinstance(each, Reference) and self._is_transparent(each.key))
        ]

    def _is_transparent(self, key: str) -> bool:
        return isinstance(self.catalog.definitions.get(key), (Alias, Union))

    def _walk(self, type_: Type, beyond: set[str]) -> Iterator[Type]:
        """Yield what a value of `type_` can be, through aliases and unions, but not beyond some keys."""
        visited_keys: set[str] = set()
        waiting = [type_]
        while waiting:
            step = waiting.pop()
            match step:
                case Nullable(inner):
                    waiting += [Primitive("null"), inner]
                case AnyOf(options):
                    waiting += reversed(options)
                case Reference(key) if key in visited_keys:
                    pass
                case Reference(key):
                    visited_keys.add(key)
                    yield step
                    if key not in beyond and self._is_transparent(key):
                        waiting += reversed(list_component_types(self.catalog.definitions[key]))
                case _:
                    yield step

    def _report_circular(self, node: Node) -> None:
        self.report.warning(
            "cyclic-union",
            node,
            "its alternatives lead only back to itself; any value is accepted",
            "let one of them describe a value",
        )

    def _add_discriminator(self, key: str) -> None:
        """Give the union `key` its discriminator; the unions among its variants have theirs."""
        if key not in self._undecided:  # done before, as a variant of another one
            return
        schema, options = self._undecided.pop(key)
        union = self.catalog[key]
        assert isinstance(union, Union)
        variants = {option: options.get(option, schema.node) for option in union.options}
        discriminator = self._discriminators.read_declared(
            schema, variants
        ) or self._discriminators.infer(variants)
        if discriminator is not None and key in self._bases:
            discriminator = evolve(discriminator, default=self._bases[key])
        self.catalog.definitions[key] = evolve(union, discriminator=discriminator)

    def add_tests(self) -> None:
        """Find the tests of unions without a discriminator, once equal schemas are one."""
        tests = VariantTests(self.catalog)
        for key, node in self.places.items():
            union = self.catalog.definitions.get(key)
            if isinstance(union, Union):
                ordered, ambiguous = tests.find(union)
                self.catalog.definitions[key] = evolve(union, tests=ordered)
                self._report_ambiguous(node, ambiguous)

    def _report_ambiguous(self, node: Node, pairs: Iterable[tuple[Type, Type]]) -> None:
        """Report the variants that no test separates from another one, which is taken for them."""
        names: dict[str, list[str]] = {}
        for variant, taken in pairs:
            names.setdefault(self._describe(taken), []).append(self._describe(variant))
        for first, variants in names.items():
            self.report.warning(
                "indistinct-variants",
                node,
                f"no test separates {', '.join(variants)} from {first}; all are decoded as {first}",
                "give each a constant, a member of its own that is required, or name a `discriminator`",
            )

    def _describe(self, type_: Type) -> str:
        bare = type_.item if isinstance(type_, ListOf) else type_
        return repr(self.catalog[bare.key].name) if isinstance(bare, Reference) else "the others"
