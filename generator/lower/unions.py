"""Unions: which alternatives a schema really has, and what tells them apart.

A document may say so (`discriminator`, with or without a mapping); where it does not, a member that every
variant has as a constant of its own does the same. A union with neither is told apart by its members,
which is decided where decoders are written.
"""

from __future__ import annotations

from attrs import define, evolve, field

from ..api.schemas import Alias, Catalog, Enumeration, Model, Tag, Union
from ..api.types import (
    AnyOf,
    Anything,
    Choice,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
    nullable,
    without_null,
)
from ..diagnostics import Report
from ..source import Node, Source
from .merging import Group, Schema, bare_reference, read
from .naming import where

Options = dict[Type, Node]
"""The variants of a union, and where each stands."""

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
        for key in list(self._untold):
            self._break_circles(key)
        while self._untold:
            self._tell(next(iter(self._untold)))

    def _break_circles(self, key: str) -> None:
        """Take out variants that are nothing but the union itself, whatever leads back to it."""
        union = self.catalog[key]
        if isinstance(union, Union):
            kept = tuple(each for each in union.options if not self._leads_to(each, key, set()))
            if len(kept) < len(union.options):
                self.catalog.definitions[key] = evolve(union, options=kept or (Anything(),))

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
        tag = (
            self._declared(schema.discriminator, kept) if schema.discriminator is not None else None
        )
        tag = tag if tag is not None else self._implied(kept)
        if tag is not None and key in self._bases:
            tag = evolve(tag, otherwise=self._bases[key])
        self.catalog.definitions[key] = evolve(union, tag=tag)

    def _declared(self, node: Node, options: Options) -> Tag | None:
        member = node.text("propertyName") or ""
        declared = list((node / "mapping").items())
        variants: list[tuple[str, Type]] = []
        for option, variant in options.items():
            mapped = [value for value, to in declared if self._names(to, variant, option)]
            values = mapped or _named(variant) or self._values(option, member)
            if not values and self._has(option, member) and isinstance(option, Reference):
                values = [self.catalog[option.key].name]
            if not values:
                self._indistinct(member, variant)
            variants += [(value, option) for value in values]
        return (
            Tag(member, tuple(dict(reversed(variants)).items())[::-1])
            if member and variants
            else None
        )

    def _indistinct(self, member: str, variant: Node) -> None:
        self.report.warning(
            "discriminator",
            variant,
            f"this variant has no member {member!r}, so the discriminator can't choose it",
            f"add {member!r} to the variant's properties, or take the variant out of the union",
        )

    def _names(self, target: Node, variant: Node, option: Type) -> bool:
        """Whether a mapping's `target` (a reference or a component's name) is the schema at `variant`."""
        text = target.value
        if not isinstance(text, str):
            return False
        reference = variant.text("$ref")
        if reference is not None and text.rsplit("/", 1)[-1] == reference.rsplit("/", 1)[-1]:
            return True
        if "/" in text or "#" in text:
            found = self.source.lookup(target, text)
            return found is not None and option == Reference(where(found))
        return isinstance(option, Reference) and self.catalog[option.key].name == text

    def _implied(self, options: Options) -> Tag | None:
        if len(options) < 2:
            return None
        for member in self._members(next(iter(options))):
            values = [self._values(option, member) for option in options]
            flat = [value for each in values for value in each]
            if all(values) and len(set(flat)) == len(flat):
                pairs = zip(values, options, strict=True)
                return Tag(
                    member, tuple((value, option) for each, option in pairs for value in each)
                )
        return None

    def _members(self, option: Type) -> list[str]:
        definition = self.catalog[option.key] if isinstance(option, Reference) else None
        if isinstance(definition, Union) and definition.tag is not None:
            return [definition.tag.member]
        return [each.name for each in definition.members] if isinstance(definition, Model) else []

    def _has(self, option: Type, member: str) -> bool:
        return member in self._members(option)

    def _values(self, option: Type, member: str) -> list[str]:
        """The strings that `option` allows for `member`, if it lists them."""
        definition = self.catalog[option.key] if isinstance(option, Reference) else None
        if isinstance(definition, Union) and definition.tag is not None:
            tag = definition.tag
            return [value for value, _ in tag.variants] if tag.member == member else []
        for each in definition.members if isinstance(definition, Model) else ():
            if each.name == member:
                return [value for value in self._listed(each.type) if isinstance(value, str)]
        return []

    def _listed(self, type_: Type) -> tuple[object, ...]:
        match type_:
            case Choice(values):
                return values
            case Reference(key) if isinstance(definition := self.catalog[key], Enumeration):
                return definition.values
            case _:
                return ()


def _named(variant: Node) -> list[str]:
    """The value that a variant gives itself, in the key that Azure's documents have for it."""
    value = variant.text("x-ms-discriminator-value")
    return [value] if value is not None else []


def _tells(node: Node) -> bool:
    """Whether an alternative says what the value is, and not just more about it."""
    return node.is_map and bool(_MEANING & node.value.keys())


def _bare(group: Group) -> bool:
    """Whether no alternative says more of a scalar than which format it has."""
    return all(not (_MEANING - {"format"}) & node.value.keys() for node in group if node.is_map)
