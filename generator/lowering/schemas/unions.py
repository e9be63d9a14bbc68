"""Unions: which alternatives a schema really has, and what tells them apart: a tag, else signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, evolve, field

from ...diagnostics import Report
from ...ir.definitions import Alias, Catalog, Enumeration, Union
from ...ir.traversal import component_types
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
from .all_of import is_bare_reference, merge_schema
from .discriminators import Discriminators, VariantNodes
from .schema import Group, Schema
from .variant_tests import VariantTests

_TYPE_KEYWORDS = frozenset(
    {"$ref", "type", "properties", "items", "enum", "const", "allOf", "oneOf", "anyOf", "format"}
    | {"additionalProperties", "patternProperties", "prefixItems", "nullable"}
)
_SCALARS = frozenset({"string", "integer", "number", "boolean"})


@define
class Unions:
    """Defines the unions of one document in `catalog`."""

    catalog: Catalog
    source: Source
    report: Report
    _untold: dict[str, tuple[Schema, VariantNodes]] = field(factory=dict)
    """Unions whose variants have not been told apart."""
    _bases: dict[str, Type] = field(factory=dict)
    """What is left over in unions that are families."""
    places: dict[str, Node] = field(factory=dict)
    """Where unions and aliases stand."""
    _tags: Discriminators = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._tags = Discriminators(self.catalog, self.source, self.report)

    def select_variants(self, schema: Schema) -> Group | None:
        """The alternatives that `schema` is a union of; None where they only narrow or add to it."""
        telling = [group for group in schema.groups if any(_describes_type(node) for node in group)]
        if len(telling) != 1:
            return None
        group = telling[0]
        if not schema.properties:
            return (
                None
                if schema.types and schema.types[0] in _SCALARS and _only_formats(group)
                else group
            )
        known = set(schema.properties)
        for node in group:
            if (
                not is_bare_reference(node)
                or not known <= merge_schema(node, self.source).properties.keys()
            ):
                return None
        return group

    def join(self, schema: Schema, name: str, key: str, options: VariantNodes) -> Type:
        """One of `options`: a named union where one of them has a class, otherwise any of them."""
        null = False
        flat: VariantNodes = {}
        for option, node in options.items():
            null = null or isinstance(option, Nullable) or option == Primitive("null")
            bare = strip_null(option)
            for each in bare.options if isinstance(bare, AnyOf) else (bare,):
                if each not in (Primitive("null"), Reference(key)):
                    flat.setdefault(each, node)
        if not flat and not null:
            self._circular(schema.node)
        used = self._one(schema, name, key, flat)
        return make_nullable(used) if null else used

    def define_inheritance(
        self, key: str, schema: Schema, options: VariantNodes, base: Type
    ) -> None:
        """Define the union of a base and the schemas that extend it."""
        union = self.catalog[key]
        assert isinstance(union, Union)
        self.catalog.definitions[key] = evolve(union, options=tuple(options))
        self._wait(key, schema, options)
        self._bases[key] = base

    def _wait(self, key: str, schema: Schema, options: VariantNodes) -> None:
        self._untold[key] = (schema, options)
        self.places[key] = schema.node

    def _one(self, schema: Schema, name: str, key: str, options: VariantNodes) -> Type:
        if len(options) < 2:
            return next(iter(options), Anything())
        if any(self._defined(option) for option in options):
            self.catalog.definitions[key] = Union(key, name, schema.description, tuple(options))
            self._wait(key, schema, options)
            return Reference(key)
        return AnyOf(tuple(options))

    def _defined(self, type_: Type) -> bool:
        match type_:
            case Reference(key):  # what is not there yet is an alias that is being read
                return not isinstance(self.catalog.definitions.get(key), Enumeration)
            case ListOf(inner) | MapOf(inner) | Nullable(inner):
                return self._defined(inner)
            case AnyOf(options):
                return any(self._defined(option) for option in options)
            case _:
                return False

    def add_discriminators(self) -> None:
        """Tell apart the variants of all unions, now that all members are known."""
        for key in self.places:
            self._break_circles(key)
        entered: set[str] = set()
        for root in list(self._untold):
            waiting = [root]
            while waiting:
                key = waiting[-1]
                if key in entered or key not in self._untold:
                    self._tell(waiting.pop())
                    continue
                entered.add(key)
                inner = [each.key for each in self._untold[key][1] if isinstance(each, Reference)]
                waiting += [each for each in inner if each in self._untold and each not in entered]

    def _break_circles(self, key: str) -> None:
        """Put what else it may be in the place of what leads back to the definition `key` itself."""
        definition = self.catalog.definitions.get(key)
        if not isinstance(definition, (Alias, Union)):
            return
        options = component_types(definition)
        circular = [each for each in options if self._leads_to(each, key)]
        if not circular:
            return
        kept: dict[Type, None] = {}
        for option in options:
            kept |= dict.fromkeys(self._ends(option, {key}) if option in circular else (option,))
        if not kept:
            self._circular(self.places[key])
        left = tuple(kept) or (Anything(),)
        self.catalog.definitions[key] = (
            evolve(definition, options=left)
            if isinstance(definition, Union)
            else evolve(definition, type=left[0] if len(left) == 1 else AnyOf(left))
        )

    def _leads_to(self, type_: Type, key: str) -> bool:
        """Whether a value of `type_` can be of the definition `key`, without an array or object between."""
        return any(each == Reference(key) for each in self._steps(type_, {key}))

    def _ends(self, type_: Type, seen: set[str]) -> list[Type]:
        """What a value of `type_` can be that is none of `seen`, nor a union or alias itself."""
        return [
            each
            for each in self._steps(type_, seen)
            if not (isinstance(each, Reference) and self._is_between(each.key))
        ]

    def _is_between(self, key: str) -> bool:
        return isinstance(self.catalog.definitions.get(key), (Alias, Union))

    def _steps(self, type_: Type, beyond: set[str]) -> Iterator[Type]:
        """All that a value of `type_` can be, unions and aliases included, but not what is in `beyond`."""
        seen: set[str] = set()
        waiting = [type_]
        while waiting:
            step = waiting.pop()
            match step:
                case Nullable(inner):
                    waiting += [Primitive("null"), inner]
                case AnyOf(options):
                    waiting += reversed(options)
                case Reference(key) if key in seen:
                    pass
                case Reference(key):
                    seen.add(key)
                    yield step
                    if key not in beyond and self._is_between(key):
                        waiting += reversed(component_types(self.catalog.definitions[key]))
                case _:
                    yield step

    def _circular(self, node: Node) -> None:
        self.report.warning(
            "cyclic-union",
            node,
            "its alternatives lead back to itself and to nothing else; taken as any value",
            "let one of them say what it is",
        )

    def _tell(self, key: str) -> None:
        """Give the union `key` its tag; the unions among its variants have theirs."""
        if key not in self._untold:  # told before, as a variant of another one
            return
        schema, options = self._untold.pop(key)
        union = self.catalog[key]
        assert isinstance(union, Union)
        kept = {option: options.get(option, schema.node) for option in union.options}
        tag = self._tags.read_declared(schema, kept) or self._tags.infer(kept)
        if tag is not None and key in self._bases:
            tag = evolve(tag, default=self._bases[key])
        self.catalog.definitions[key] = evolve(union, discriminator=tag)

    def add_tests(self) -> None:
        """Find out what tells variants apart that have no tag, once equal schemas are one."""
        telling = VariantTests(self.catalog)
        for key, node in self.places.items():
            union = self.catalog.definitions.get(key)
            if isinstance(union, Union):
                signs, lost = telling.find(union)
                self.catalog.definitions[key] = evolve(union, tests=signs)
                self._alike(node, lost)

    def _alike(self, node: Node, lost: Iterable[tuple[Type, Type]]) -> None:
        """Tell which variants nothing tells apart."""
        taken: dict[str, list[str]] = {}
        for variant, other in lost:
            taken.setdefault(self._spoken(other), []).append(self._spoken(variant))
        for first, variants in taken.items():
            self.report.warning(
                "union",
                node,
                f"nothing tells {', '.join(variants)} from {first}; all are taken for {first}",
                "give each a constant, a member of its own that is required, or name a `discriminator`",
            )

    def _spoken(self, type_: Type) -> str:
        bare = type_.item if isinstance(type_, ListOf) else type_
        return repr(self.catalog[bare.key].name) if isinstance(bare, Reference) else "the others"


def _describes_type(node: Node) -> bool:
    """Whether an alternative says what the value is, and not just more about it."""
    return node.is_map and bool(_TYPE_KEYWORDS & node.value.keys())


def _only_formats(group: Group) -> bool:
    """Whether no alternative says more of a scalar than which format it has."""
    return all(
        not (_TYPE_KEYWORDS - {"format"}) & node.value.keys() for node in group if node.is_map
    )
