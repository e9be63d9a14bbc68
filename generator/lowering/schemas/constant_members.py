"""Constants that a client sends by itself: `Dog(name="Rex")` has its `kind`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve

from ...ir.definitions import Catalog, Member, Model, Union
from ...ir.traversal import list_enumerated_values
from ...ir.types import Choice, Json, Primitive, Reference, strip_null


def add_presets(catalog: Catalog) -> None:
    """Give each member of a model the value that is sent unless the caller gives another one.

    That is the one value of a member which has to be sent or has it as its default, and the value by which a
    discriminator chooses the model. A variant that does not declare the discriminator's member gets it.
    """
    chosen = _find_discriminator_values(catalog)
    for key, definition in catalog.definitions.items():
        if isinstance(definition, Model):
            values = chosen.get(key, {})
            members = tuple(add_preset(each, catalog, values) for each in definition.members)
            declared = {each.name for each in members}
            added = tuple(
                Member(name, Choice((value,)), required=False, preset=value)
                for name, value in values.items()
                if name not in declared
            )
            if added or members != definition.members:
                catalog.definitions[key] = evolve(definition, members=(*members, *added))


def add_preset(
    member: Member, catalog: Catalog, chosen: Mapping[str, Json] = MappingProxyType({})
) -> Member:
    """Give a member its preset, if it has one; `chosen` has the values of discriminators by member."""
    values = list_enumerated_values(catalog, strip_null(member.type))
    if len(values) == 1:
        is_sent = (member.required and not member.lenient) or member.name in chosen
        has_default = dict(member.constraints).get("default") == values[0]
        return evolve(member, preset=values[0]) if is_sent or has_default else member
    value = chosen.get(member.name)
    if value is None or (values and value not in values):
        return member
    is_text = isinstance(strip_null(member.type), Primitive) and isinstance(value, str)
    return evolve(member, preset=value) if values or is_text else member


def _find_discriminator_values(catalog: Catalog) -> dict[str, dict[str, Json]]:
    """Return the one value of each discriminator's member by which a model is chosen, by the model's key."""
    values: defaultdict[str, defaultdict[str, set[Json]]] = defaultdict(lambda: defaultdict(set))
    for definition in catalog.definitions.values():
        discriminator = definition.discriminator if isinstance(definition, Union) else None
        if discriminator is None:
            continue
        for value, type_ in discriminator.variants:
            if isinstance(type_, Reference) and type_ != discriminator.default:
                values[catalog.find_canonical(type_.key)][discriminator.member].add(value)
    return {
        key: {name: each.copy().pop() for name, each in members.items() if len(each) == 1}
        for key, members in values.items()
    }
