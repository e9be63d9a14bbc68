"""Tags: the member whose value says which variant of a union an object is.

A document may say so (`discriminator`, with or without a mapping); where it does not, a member that every
variant has as a constant of its own does the same. A union with neither has signs (`telling.py`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import chain

from attrs import frozen

from ...diagnostics import Report
from ...ir.definitions import Alias, Catalog, Discriminator, Model, Union
from ...ir.traversal import enumerated_values, flatten_variants
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
from ...text import split_words
from .names import definition_key
from .schema import Schema

VariantNodes = dict[Type, Node]
"""The variants of a union, and where each stands."""
_CLASS_OF_TYPE = {"integer": int, "number": float, "boolean": bool}
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?")


@frozen
class Discriminators:
    """Finds the tags of unions whose variants are complete."""

    catalog: Catalog
    source: Source
    report: Report

    def read_declared(self, schema: Schema, options: VariantNodes) -> Discriminator | None:
        """The tag that the document names."""
        node = schema.discriminator
        member = node.text("propertyName") if node is not None else None
        if node is None or not member:
            return None
        mapping = list((node / "mapping").items())
        told: dict[Type, list[Json]] = {}
        for option, variant in self._flat(options):
            mapped = [value for value, to in mapping if self._names(to, variant, option)]
            mapped = mapped or (_own_discriminator_values(variant) if variant is not None else [])
            told[option] = [self._spelled(each, option, member) for each in mapped]
        self._implicit(told, member)
        for option, variant in self._flat(options):
            if not told[option] and self._is_object(option):
                self._indistinct(member, variant or node)
        pairs = [(value, option) for option, values in told.items() for value in values]
        self._unused(mapping, {_mapping_key(value) for value, _ in pairs})
        values = [value for value, _ in pairs]
        if len(set(values)) < len(values):  # of several variants, or 1 beside True
            self._ambiguous(node, member)
            return None
        return Discriminator(member, tuple(pairs)) if pairs else None

    def _flat(self, options: VariantNodes) -> list[tuple[Type, Node | None]]:
        """The variants, those of unions without a tag among them, and where each stands here."""
        return [
            (each, node if each == option else None)
            for option, node in options.items()
            for each in flatten_variants(self.catalog, (option,))
        ]

    def _implicit(self, told: dict[Type, list[Json]], member: str) -> None:
        """Add what values mean variants that no mapping names: those that they list, or their names."""
        rest = {
            option: self._values(option, member) for option, values in told.items() if not values
        }
        taken = [value for values in told.values() for value in values]
        count = Counter(chain(taken, *rest.values()))
        for option, values in rest.items():
            own = [value for value in values if count[value] == 1]
            if not own and isinstance(option, Reference) and self._has(option, member):
                name = self.catalog[option.key].name
                alike = [
                    each
                    for each in values
                    if isinstance(each, str) and split_words(each) == split_words(name)
                ]
                own = list[Json](alike) or [each for each in values if each not in taken] or [name]
            told[option] = own

    def infer(self, options: VariantNodes) -> Discriminator | None:
        """The member that every variant has as a constant of its own; JSON tells what is no object."""
        objects = [each for each in options if self._is_object(each)]
        if len(objects) < 2:
            return None
        for member in self._members(objects[0]):
            values = [self._values(option, member) for option in objects]
            flat = [value for each in values for value in each]
            if all(values) and len(set(flat)) == len(flat):
                pairs = zip(values, objects, strict=True)
                return Discriminator(
                    member, tuple((value, option) for each, option in pairs for value in each)
                )
        return None

    def _is_object(self, option: Type) -> bool:
        """Whether a value of `option` may be an object."""
        definition = self.catalog[option.key] if isinstance(option, Reference) else option
        return isinstance(definition, (Model, Union, Alias, MapOf, Anything, AnyOf, Nullable))

    def _indistinct(self, member: str, variant: Node) -> None:
        self.report.warning(
            "discriminator",
            variant,
            f"this variant has no member {member!r}, so the discriminator can't choose it",
            f"add {member!r} to the variant's properties, or take the variant out of the union",
        )

    def _ambiguous(self, node: Node, member: str) -> None:
        self.report.warning(
            "discriminator",
            node,
            f"several variants allow the same values of {member!r}; they are told apart by their members",
            "name the values of each in a `mapping`",
        )

    def _unused(self, mapping: list[tuple[str, Node]], used: set[str]) -> None:
        for value, target in mapping:
            if value not in used:
                self.report.warning(
                    "discriminator",
                    target,
                    f"{value!r} leads to none of the alternatives, so it is taken as unknown",
                    "list what it leads to among them, or take it out of the mapping",
                )

    def _names(self, target: Node, variant: Node | None, option: Type) -> bool:
        """Whether a mapping's `target` (a reference or a component's name) is `option`, which stands at `variant`."""
        text = target.value
        if not isinstance(text, str):
            return False
        reference = variant.text("$ref") if variant is not None else None
        if reference is not None and text.rsplit("/", 1)[-1] == reference.rsplit("/", 1)[-1]:
            return True
        if "/" in text or "#" in text:
            found = self.source.lookup(target, text)
            return found is not None and option == Reference(definition_key(found))
        return isinstance(option, Reference) and self.catalog[option.key].name == text

    def _spelled(self, text: str, option: Type, member: str) -> Json:
        """A value of a mapping, whose keys are always text, as JSON has it."""
        kinds = {type(value) for value in self._values(option, member)} or self._python(
            option, member
        )
        if bool in kinds and text in ("true", "false"):
            return text == "true"
        if kinds & {int, float} and (found := _NUMBER.fullmatch(text)):
            return float(text) if found[1] else int(text)
        return text

    def _python(self, option: Type, member: str) -> set[type]:
        model = self.catalog[option.key] if isinstance(option, Reference) else None
        for each in model.members if isinstance(model, Model) else ():
            type_ = strip_null(each.type)
            if each.name == member and isinstance(type_, Primitive):
                return {_CLASS_OF_TYPE.get(type_.kind, str)}
        return set()

    def _members(self, option: Type) -> list[str]:
        definition = self.catalog[option.key] if isinstance(option, Reference) else None
        if isinstance(definition, Union) and definition.discriminator is not None:
            return [definition.discriminator.member]
        return [each.name for each in definition.members] if isinstance(definition, Model) else []

    def _has(self, option: Type, member: str) -> bool:
        return member in self._members(option)

    def _values(self, option: Type, member: str) -> list[Json]:
        """The values that `option` allows for `member`, if it lists them."""
        definition = self.catalog[option.key] if isinstance(option, Reference) else None
        if isinstance(definition, Union) and definition.discriminator is not None:
            tag = definition.discriminator
            return [value for value, _ in tag.variants] if tag.member == member else []
        for each in definition.members if isinstance(definition, Model) else ():
            if each.name == member:
                return [
                    value
                    for value in enumerated_values(self.catalog, each.type)
                    if value is not None
                ]
        return []


def _own_discriminator_values(variant: Node) -> list[str]:
    """The value that a variant gives itself, in the key that Azure's documents have for it."""
    value = variant.text("x-ms-discriminator-value")
    return [value] if value is not None else []


def _mapping_key(value: Json) -> str:
    """A value as a key of a mapping."""
    return value if isinstance(value, str) else json.dumps(value)
