"""Unions: which alternatives a schema really has, and what tells them apart: a tag, else signs."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, field

from ..api.schemas import Alias, Catalog, Enumeration, Union
from ..api.types import (
    AnyOf,
    Anything,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
    nullable,
    without_null,
)
from ..api.walk import parts
from ..diagnostics import Report
from ..source import Node, Source
from .merging import Group, Schema, bare_reference, read
from .tags import Options, Tags
from .telling import Telling

_MEANING = frozenset(
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
    _untold: dict[str, tuple[Schema, Options]] = field(factory=dict)
    """Unions whose variants have not been told apart."""
    _bases: dict[str, Type] = field(factory=dict)
    """What is left over in unions that are families."""
    _places: dict[str, Node] = field(factory=dict)
    _tags: Tags = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._tags = Tags(self.catalog, self.source, self.report)

    def variants(self, schema: Schema) -> Group | None:
        """The alternatives that `schema` is a union of; None where they only narrow or add to it."""
        telling = [group for group in schema.groups if any(_tells(node) for node in group)]
        if len(telling) != 1:
            return None
        group = telling[0]
        if not schema.properties:
            return None if schema.types and schema.types[0] in _SCALARS and _bare(group) else group
        known = set(schema.properties)
        for node in group:
            if not bare_reference(node) or not known <= read(node, self.source).properties.keys():
                return None
        return group

    def joined(self, schema: Schema, name: str, key: str, options: Options) -> Type:
        """One of `options`: a named union where one of them has a class, otherwise any of them."""
        null = False
        flat: Options = {}
        for option, node in options.items():
            null = null or isinstance(option, Nullable) or option == Primitive("null")
            bare = without_null(option)
            for each in bare.options if isinstance(bare, AnyOf) else (bare,):
                if each not in (Primitive("null"), Reference(key)):
                    flat.setdefault(each, node)
        used = self._one(schema, name, key, flat)
        return nullable(used) if null else used

    def family(self, key: str, schema: Schema, options: Options, base: Type) -> None:
        """Define the union of a base and the schemas that extend it."""
        union = self.catalog[key]
        assert isinstance(union, Union)
        self.catalog.definitions[key] = evolve(union, options=tuple(options))
        self._untold[key] = (schema, options)
        self._bases[key] = base

    def _one(self, schema: Schema, name: str, key: str, options: Options) -> Type:
        if len(options) < 2:
            return next(iter(options), Anything())
        if any(self._defined(option) for option in options):
            self.catalog.definitions[key] = Union(key, name, schema.description, tuple(options))
            self._untold[key] = (schema, options)
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

    def finish(self) -> None:
        """Tell apart the variants of all unions, now that all members are known."""
        for key, (schema, _) in self._untold.items():
            self._places[key] = schema.node
            self._break_circles(key)
        while self._untold:
            self._tell(next(iter(self._untold)))

    def _break_circles(self, key: str) -> None:
        """Put what else they may be in the place of variants that lead back to the union itself."""
        union = self.catalog[key]
        if not isinstance(union, Union):
            return
        circular = [each for each in union.options if self._leads_to(each, key, set())]
        if not circular:
            return
        kept: dict[Type, None] = {}
        for option in union.options:
            kept |= dict.fromkeys(self._ends(option, {key}) if option in circular else (option,))
        if not kept:
            self.report.warning(
                "cyclic-union",
                self._places[key],
                "its alternatives lead back to itself and to nothing else; taken as any value",
                "let one of them say what it is",
            )
        self.catalog.definitions[key] = evolve(union, options=tuple(kept) or (Anything(),))

    def _ends(self, type_: Type, seen: set[str]) -> Iterator[Type]:
        """What a value of `type_` can be that is no union itself, but for those in `seen`."""
        match type_:
            case Reference(key) if key in seen:
                return
            case Reference(key):
                definition = self.catalog.definitions.get(key)
                if not isinstance(definition, (Alias, Union)):
                    yield type_
                    return
                seen.add(key)
                for each in parts(definition):
                    yield from self._ends(each, seen)
            case Nullable(inner):
                yield from self._ends(inner, seen)
                yield Primitive("null")
            case AnyOf(options):
                for each in options:
                    yield from self._ends(each, seen)
            case _:
                yield type_

    def _leads_to(self, type_: Type, key: str, seen: set[str]) -> bool:
        """Whether a value of `type_` can be one of the union `key`, without an array or object between."""
        match type_:
            case Reference(found):
                if found == key:
                    return True
                if found in seen:
                    return False
                seen.add(found)
                definition = self.catalog.definitions.get(found)
                if isinstance(definition, Alias):
                    return self._leads_to(definition.type, key, seen)
                return isinstance(definition, Union) and any(
                    self._leads_to(each, key, seen) for each in definition.options
                )
            case Nullable(inner):
                return self._leads_to(inner, key, seen)
            case AnyOf(options):
                return any(self._leads_to(each, key, seen) for each in options)
            case _:
                return False

    def _tell(self, key: str) -> None:
        """Give the union `key` its tag, after the unions among its variants got theirs."""
        schema, options = self._untold.pop(key)
        for option in options:
            if isinstance(option, Reference) and option.key in self._untold:
                self._tell(option.key)
        union = self.catalog[key]
        assert isinstance(union, Union)
        kept = {option: options.get(option, schema.node) for option in union.options}
        tag = self._tags.declared(schema, kept) or self._tags.implied(kept)
        if tag is not None and key in self._bases:
            tag = evolve(tag, otherwise=self._bases[key])
        self.catalog.definitions[key] = evolve(union, tag=tag)

    def sign(self) -> None:
        """Find out what tells variants apart that have no tag, once equal schemas are one."""
        telling = Telling(self.catalog)
        for key, node in self._places.items():
            union = self.catalog.definitions.get(key)
            if isinstance(union, Union):
                signs, lost = telling.signs(union)
                self.catalog.definitions[key] = evolve(union, signs=signs)
                for variant, first in lost:
                    self._alike(node, variant, first)

    def _alike(self, node: Node, variant: Type, first: Type) -> None:
        names = [
            self.catalog[bare.key].name
            for each in (variant, first)
            if isinstance(bare := each.item if isinstance(each, ListOf) else each, Reference)
        ]
        self.report.warning(
            "union",
            node,
            f"nothing tells {names[0]!r} from {names[1]!r}, so every such value is taken for the latter",
            "give each a constant, a member of its own that is required, or name a `discriminator`",
        )


def _tells(node: Node) -> bool:
    """Whether an alternative says what the value is, and not just more about it."""
    return node.is_map and bool(_MEANING & node.value.keys())


def _bare(group: Group) -> bool:
    """Whether no alternative says more of a scalar than which format it has."""
    return all(not (_MEANING - {"format"}) & node.value.keys() for node in group if node.is_map)
