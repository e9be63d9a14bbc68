"""Discriminators: the member whose value decides which variant of a union an object is.

A document may name it (`discriminator`, with or without a mapping). Where it does not, a member that is a different
constant in every variant serves as well. A union with neither has tests (`variant_tests`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from attrs import frozen

from ...diagnostics import Report, did_you_mean, find_closest
from ...ir.definitions import Alias, Catalog, Discriminator, Model, Union
from ...ir.traversal import flatten_variants, list_enumerated_values
from ...ir.types import (
    AnyOf,
    Anything,
    Json,
    MapOf,
    Nullable,
    Primitive,
    Reference,
    Type,
    strip_null,
)
from ...openapi.loading import Node, Source
from ...openapi.metamodel import JSON_CLASSES
from ...text import split_words
from .discriminator_mapping import MappingEntry, read_mapping
from .names import make_definition_key
from .schema import Schema

VariantNodes = dict[Type, Node]
"""The variants of a union, and where each stands."""
_SIMILAR = 0.75
"""How similar a member must be to be what a `propertyName` meant that no variant has."""
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")


@frozen
class Discriminators:
    """Finds the discriminators of unions whose variants are complete."""

    catalog: Catalog
    source: Source
    report: Report

    def read_declared(self, schema: Schema, options: VariantNodes) -> Discriminator | None:
        """Read the discriminator that the document declares."""
        node = schema.discriminator
        member = node.text("propertyName") if node is not None else None
        if node is None or not member:
            return None
        mapping = read_mapping(node, self.source)
        variants = self._flatten(options)
        values: dict[Type, list[Json]] = {}
        targets = _index_targets(mapping)
        for option, variant in variants:
            own = self._list_mapped_values(targets, variant, option)
            own = own or (_own_values(variant) if variant is not None else [])
            values[option] = [self._parse_value(each, option, member) for each in own]
        self._add_implicit_values(values, member)
        self._report_undeclared(node, member, variants, values)
        pairs = [(value, option) for option, each in values.items() for value in each]
        self._report_unused(mapping, {_make_mapping_key(value) for value, _ in pairs})
        if len({value for value, _ in pairs}) < len(pairs):  # of several variants, or 1 and True
            self._report_ambiguous(node, member)
            return None
        return Discriminator(member, tuple(pairs)) if pairs else None

    def infer(self, options: VariantNodes) -> Discriminator | None:
        """Find a member that is a different constant in every variant; variants that are not objects need none."""
        objects = [each for each in options if self._may_be_object(each)]
        if len(objects) < 2:
            return None
        for member in self._list_member_names(objects[0]):
            values = [self._list_values(option, member) for option in objects]
            flat = [value for each in values for value in each]
            if all(values) and len(set(flat)) == len(flat):
                pairs = zip(values, objects, strict=True)
                return Discriminator(
                    member, tuple((value, option) for each, option in pairs for value in each)
                )
        return None

    def _flatten(self, options: VariantNodes) -> list[tuple[Type, Node | None]]:
        """Return the variants, those of unions without a discriminator among them, and where each stands here."""
        return [
            (each, node if each == option else None)
            for option, node in options.items()
            for each in flatten_variants(self.catalog, (option,))
        ]

    def _list_mapped_values(
        self, targets: dict[str, dict[str, None]], variant: Node | None, option: Type
    ) -> list[str]:
        """Return the values that map to `option`, which stands at `variant`."""
        reference = variant.text("$ref") if variant is not None else None
        keys = [option.key] if isinstance(option, Reference) else []
        if variant is not None and reference is not None:
            end = self.source.resolve(variant)
            keys += [make_definition_key(end)] if end is not None else []
            keys.append(reference.rsplit("/", 1)[-1])
        values: dict[str, None] = {}
        for key in keys:
            values |= targets.get(key, {})
        return list(values)

    def _add_implicit_values(self, values: dict[Type, list[Json]], member: str) -> None:
        """Add the values of variants that no mapping names: those that they list, or their names."""
        rest = {
            option: self._list_values(option, member) for option, own in values.items() if not own
        }
        taken = [value for own in values.values() for value in own]
        count = Counter(chain(taken, *rest.values()))
        for option, listed in rest.items():
            own = [value for value in listed if count[value] == 1]
            if (
                not own
                and isinstance(option, Reference)
                and member in self._list_member_names(option)
            ):
                name = self.catalog[option.key].name
                similar = [
                    each
                    for each in listed
                    if isinstance(each, str) and split_words(each) == split_words(name)
                ]
                own = list[Json](similar) or [each for each in listed if each not in taken]
                own = own or [name]
            values[option] = own

    def _parse_value(self, text: str, option: Type, member: str) -> Json:
        """Return the JSON value that the key of a mapping, which is always text, means."""
        classes = {type(value) for value in self._list_values(option, member)}
        classes = classes or self._list_member_classes(option, member)
        if bool in classes and text in ("true", "false"):
            return text == "true"
        if classes & {int, float} and (number := _NUMBER.fullmatch(text)):
            return float(text) if number[1] else int(text)
        return text

    def _list_member_classes(self, option: Type, member: str) -> set[type]:
        model = self.catalog[option.key] if isinstance(option, Reference) else None
        for each in model.members if isinstance(model, Model) else ():
            type_ = strip_null(each.type)
            if each.name == member and isinstance(type_, Primitive):
                return set(JSON_CLASSES[type_.kind])
        return set()

    def _may_be_object(self, option: Type) -> bool:
        definition = self.catalog[option.key] if isinstance(option, Reference) else option
        return isinstance(definition, (Model, Union, Alias, MapOf, Anything, AnyOf, Nullable))

    def _list_member_names(self, option: Type) -> list[str]:
        definition = self.catalog[option.key] if isinstance(option, Reference) else None
        if isinstance(definition, Union) and definition.discriminator is not None:
            return [definition.discriminator.member]
        return [each.name for each in definition.members] if isinstance(definition, Model) else []

    def _list_values(self, option: Type, member: str) -> list[Json]:
        """Return the values that `option` allows for `member`, if it lists them."""
        definition = self.catalog[option.key] if isinstance(option, Reference) else None
        if isinstance(definition, Union) and definition.discriminator is not None:
            discriminator = definition.discriminator
            is_same = discriminator.member == member
            return [value for value, _ in discriminator.variants] if is_same else []
        for each in definition.members if isinstance(definition, Model) else ():
            if each.name == member:
                values = list_enumerated_values(self.catalog, each.type)
                return [value for value in values if value is not None]
        return []

    def _report_undeclared(
        self,
        node: Node,
        member: str,
        variants: Iterable[tuple[Type, Node | None]],
        values: dict[Type, list[Json]],
    ) -> None:
        """Report the variants that the discriminator can't choose, and a member that none of them has."""
        objects = [each for each, _ in variants if self._may_be_object(each)]
        names = list(dict.fromkeys(chain(*map(self._list_member_names, objects))))
        if names and member not in names:
            is_misspelt = find_closest(member, names, _SIMILAR) is not None
            report = self.report.error if is_misspelt else self.report.warning
            report(
                "discriminator",
                node / "propertyName",
                f"no variant has the member {member!r}",
                did_you_mean(member, names, f"declare {member!r} in each variant", cutoff=_SIMILAR),
            )
            return
        for option, variant in variants:
            if not values[option] and self._may_be_object(option):
                self.report.warning(
                    "discriminator",
                    variant or node,
                    f"this variant has no member {member!r}, so the discriminator can't choose it",
                    f"add {member!r} to the variant's properties, or take the variant out of the union",
                )

    def _report_ambiguous(self, node: Node, member: str) -> None:
        self.report.warning(
            "discriminator",
            node,
            f"several variants allow the same values of {member!r}; they are distinguished by their members",
            "name the values of each in a `mapping`",
        )

    def _report_unused(self, mapping: Iterable[MappingEntry], used: set[str]) -> None:
        for entry in mapping:
            if entry.value not in used:
                self.report.warning(
                    "discriminator",
                    entry.node,
                    f"{entry.value!r} leads to none of the alternatives, so it is taken as unknown",
                    "list what it leads to among them, or take it out of the mapping",
                )


def _index_targets(mapping: Iterable[MappingEntry]) -> dict[str, dict[str, None]]:
    """Return the values of a mapping by the key of what they map to, or its name where it leads nowhere."""
    targets: dict[str, dict[str, None]] = {}
    for entry in mapping:
        key = make_definition_key(entry.schema) if entry.schema is not None else entry.name
        targets.setdefault(key, {})[entry.value] = None
    return targets


def _own_values(variant: Node) -> list[str]:
    """Return the value that a variant gives itself, in the key that Azure's documents have for it."""
    value = variant.text("x-ms-discriminator-value")
    return [value] if value is not None else []


def _make_mapping_key(value: Json) -> str:
    """Return a value as it is written in a mapping."""
    return value if isinstance(value, str) else json.dumps(value)
