"""The comparison of models, unions and enumerations, wherever they are used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve

from ..ir.definitions import Definition, Enumeration, Model, Union
from ..ir.types import AnyOf, Choice, Json, Reference, Type
from .changes import Change, Direction, Effect, judge
from .compare_members import Members, compare_members
from .snapshot import Snapshot, SnapshotPair
from .type_kinds import iter_alternatives
from .value_positions import (
    REWORDED,
    PositionContext,
    ValuePosition,
    compare_positions,
    is_equal_prose,
)

Use: TypeAlias = tuple[str, str, Direction]
"""A definition on both sides, by key, and the direction of its values."""
_SHOWN_VALUES = 4


def compare_definitions(use: Use, pair: SnapshotPair) -> Iterator[Change]:
    """Yield the changes of a definition for values of one direction, without those of what it refers to."""
    old, new = pair.old.catalog[use[0]], pair.new.catalog[use[1]]
    context = _make_context(use, pair)
    yield from _compare_names(use, context, pair)
    if isinstance(old, Model) and isinstance(new, Model):
        yield from _compare_models(old, new, use, pair)
    elif isinstance(old, Union) and isinstance(new, Union):
        names = frozenset((*_iter_names(pair.old, use[0]), *_iter_names(pair.new, use[1])))
        yield from _compare_unions(old, new, evolve(context, objects=names), pair)
    elif isinstance(old, Enumeration) and isinstance(new, Enumeration):
        positions = (
            ValuePosition(Choice(old.values), old.key),
            ValuePosition(Choice(new.values), new.key),
        )
        yield from compare_positions(context, *positions, pair)
    if not is_equal_prose(old.description, new.description):
        yield context.change(pair, "description-changed", "documentation", *REWORDED, use[:2])


def _compare_names(use: Use, context: PositionContext, pair: SnapshotPair) -> Iterator[Change]:
    """Yield a renamed class, unless the old name can still be imported."""
    was, now = pair.old.symbols[use[0]].name, pair.new.symbols[use[1]].name
    if was != now and was not in pair.new.importable:
        renamed = evolve(
            context,
            objects=frozenset((*_iter_names(pair.old, use[0]), *_iter_names(pair.new, use[1]))),
        )
        text, python = (
            f"is called `{pair.new.name_definition(use[1])}` now",
            f"is called `{now}` now",
        )
        verdict = judge(use[2], "changed")
        yield renamed.change(pair, "=model-renamed", verdict, text, python, use[:2])


def iter_pairs_below(use: Use, pair: SnapshotPair) -> Iterator[tuple[str, str]]:
    """Yield the definitions that stand at equal positions inside a definition."""
    old, new = pair.old.catalog[use[0]], pair.new.catalog[use[1]]
    for was, now in _pair_inner_types(old, new, use[2]):
        yield from pair.types.relate(was, now).pairs


def _pair_inner_types(
    old: Definition, new: Definition, direction: Direction
) -> Iterator[tuple[Type, Type]]:
    if isinstance(old, Model) and isinstance(new, Model):
        members = {member.name: member for member in new.members}
        for member in old.members:
            other = members.get(member.name)
            if other is None or (direction == "request" and member.read_only and other.read_only):
                continue
            yield member.type, other.type
        if old.additional is not None and new.additional is not None:
            yield old.additional, new.additional
    elif isinstance(old, Union) and isinstance(new, Union):
        yield AnyOf(old.options), AnyOf(new.options)


def _compare_models(old: Model, new: Model, use: Use, pair: SnapshotPair) -> Iterator[Change]:
    base = _make_context(use, pair)
    members = evolve(
        base,
        api=f"the member `{{}}` of {base.api}",
        python=f"`{pair.old.symbols[use[0]].name}.{{}}`",
    )
    names = {**pair.new.symbols[use[1]].attributes, **pair.old.symbols[use[0]].attributes}
    groups = (Members(old.members, old.key), Members(new.members, new.key))
    yield from compare_members(*groups, members, pair, names)
    if old.additional is not None and new.additional is not None:
        positions = (ValuePosition(old.additional, old.key), ValuePosition(new.additional, new.key))
        further = evolve(
            base, api=f"further members of {base.api}", python=f"`{base.subject}.extra`"
        )
        yield from compare_positions(further, *positions, pair)
    if old.deprecated != new.deprecated:
        text = "is deprecated" if new.deprecated else "is no longer deprecated"
        check = "deprecated" if new.deprecated else "reactivated"
        yield base.change(pair, check, "documentation", text, "works as before", use[:2])
    yield from _iter_renamed_attributes(new, use, base, pair)


def _iter_renamed_attributes(
    new: Model, use: Use, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    """Yield the members that are equal on the wire and have another attribute."""
    before, after = pair.old.symbols[use[0]].attributes, pair.new.symbols[use[1]].attributes
    for member in new.members:
        was, now = before.get(member.name), after[member.name]
        if was is not None and was != now:
            renamed = evolve(context, objects=frozenset({f"{context.subject}.{was}"}))
            text, python = f"keeps `{member.name}`", f"has it as `.{now}`, had it as `.{was}`"
            verdict = judge(use[2], "changed")
            pointers = (use[0], member.pointer)
            yield renamed.change(pair, "=attribute-renamed", verdict, text, python, pointers)


def _compare_unions(
    old: Union, new: Union, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    pointers = (old.key, new.key)
    was, now = _list_variants(old, pair.old), _list_variants(new, pair.new, pair)
    for name in was:
        if name not in now:
            verdict = judge(context.direction, "narrowed")
            texts = f"is never {name} any more", f"no longer has {name}"
            yield context.change(pair, "one-of-removed", verdict, *texts, pointers)
    for name in now:
        if name not in was:
            is_tagged = new.discriminator is not None and old.discriminator is not None
            verdict = "additive" if is_tagged else judge(context.direction, "widened")
            texts = f"may be {name} now", f"has the variant {name}"
            yield context.change(pair, "one-of-added", verdict, *texts, pointers)
    yield from _compare_discriminators(old, new, context, pair)


def _compare_discriminators(
    old: Union, new: Union, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    pointers = (old.key, new.key)
    changed = judge(context.direction, "changed")
    if old.discriminator is None or new.discriminator is None:
        if old.discriminator is not None:
            text = "has no discriminator any more"
            yield context.change(pair, "discriminator-removed", changed, text, text, pointers)
        elif new.discriminator is not None:
            text = f"has the discriminator `{new.discriminator.member}` now"
            yield context.change(pair, "discriminator-added", "additive", text, text, pointers)
        return
    if old.discriminator.member != new.discriminator.member:
        text = (
            f"has the discriminator `{new.discriminator.member}`, had `{old.discriminator.member}`"
        )
        check = "discriminator-property-name-changed"
        yield context.change(pair, check, changed, text, text, pointers)
    yield from _compare_mappings(old, new, context, pair)


def _compare_mappings(
    old: Union, new: Union, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    """Yield the values of a discriminator that were added, removed or mapped to another class; each kind is one change.

    Values that came or went with their class say nothing that the class does not.
    """
    was, now = _make_mapping(old, pair.old), _make_mapping(new, pair.new, pair)
    variants = _list_variants(old, pair.old).keys(), _list_variants(new, pair.new, pair).keys()
    was = {value: name for value, name in was.items() if value in now or name in variants[1]}
    now = {value: name for value, name in now.items() if value in was or name in variants[0]}
    kinds: dict[tuple[str, Effect], list[Json]] = {}
    for value in dict.fromkeys((*was, *now)):
        if was.get(value) != now.get(value):
            kinds.setdefault(_name_mapping_check(value in was, value in now), []).append(value)
    for (check, effect), values in kinds.items():
        verdict = "additive" if check.endswith("added") else judge(context.direction, effect)
        shown = ", ".join(f"`{value}`" for value in values[:_SHOWN_VALUES])
        more = f" and {len(values) - _SHOWN_VALUES} more" if len(values) > _SHOWN_VALUES else ""
        verb = {"widened": "has", "narrowed": "no longer has"}.get(effect, "has other classes for")
        text = f"{verb} the discriminator value{'s' if len(values) > 1 else ''} {shown}{more}"
        if effect == "changed" and len(values) == 1:
            text += f" ({now[values[0]]}, was {was[values[0]]})"
        yield context.change(pair, check, verdict, text, text, (old.key, new.key))


def _make_mapping(
    union: Union, side: Snapshot, pair: SnapshotPair | None = None
) -> dict[Json, str]:
    """Return the name of the class for each value of the discriminator, through unions inside the union."""
    mapping: dict[Json, str] = {}
    for value, type_ in union.discriminator.variants if union.discriminator is not None else ():
        mapping[value] = _variant_name(_add_variants(type_, value, side, frozenset()), side, pair)
    return mapping


def _add_variants(type_: Type, value: Json, side: Snapshot, above: frozenset[str]) -> Type:
    definition = side.catalog[type_.key] if isinstance(type_, Reference) else None
    if not isinstance(definition, Union) or definition.discriminator is None:
        return type_
    inner = dict(definition.discriminator.variants).get(value)
    if inner is None or definition.key in above:
        return type_
    return _add_variants(inner, value, side, above | {definition.key})


def _name_mapping_check(had: bool, has: bool) -> tuple[str, Effect]:
    if had and has:
        return "discriminator-mapping-changed", "changed"
    if has:
        return "discriminator-mapping-added", "widened"
    return "discriminator-mapping-deleted", "narrowed"


def _list_variants(
    union: Union, side: Snapshot, pair: SnapshotPair | None = None
) -> dict[str, Type]:
    """Return the variants of a union by name; those of a union inside it are variants of it as well.

    Args:
        union: the union.
        side: the version that it belongs to.
        pair: given for the new version: a variant whose old name is an alias has that name.
    """
    options = iter_alternatives(AnyOf(union.options), side.catalog, {"union"})
    return {_variant_name(option, side, pair): option for option in options}


def _variant_name(type_: Type, side: Snapshot, pair: SnapshotPair | None) -> str:
    if pair is not None and isinstance(type_, Reference):
        former = pair.former_key(type_.key)
        if former is not None:
            return pair.old.describe_type(Reference(former))
    return side.describe_type(type_)


def _make_context(use: Use, pair: SnapshotPair) -> PositionContext:
    name = pair.old.symbols[use[0]].name
    return PositionContext(
        check=f"{use[2]}-property",
        direction=use[2],
        subject=name,
        api=f"`{pair.old.name_definition(use[0])}`",
        python=f"`{name}`",
        group="models",
        objects=frozenset({name}),
    )


def _iter_names(side: Snapshot, key: str) -> Iterator[str]:
    symbol = side.symbols[key]
    yield from (name for name in (symbol.name, symbol.dict_name, symbol.unknown) if name)
