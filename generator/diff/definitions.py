"""What became of models, unions and enumerations, wherever they are used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve

from ..ir.definitions import Definition, Enumeration, Member, Model, Union
from ..ir.types import AnyOf, Choice, Type
from .changes import Change, Direction, Effect, judge
from .members import Members, compare_members
from .snapshot import Side, Sides
from .value_positions import Place, Slot, compare_slots, pairs

Use: TypeAlias = tuple[str, str, Direction]
"""A definition on both sides, by key, and which way its values go."""


def compare_definitions(use: Use, sides: Sides) -> Iterator[Change]:
    """What became of a definition for values of one direction; those it refers to are left out."""
    old, new = sides.old.catalog[use[0]], sides.new.catalog[use[1]]
    place = _place(use, sides)
    was, now = sides.old.symbols[use[0]].name, sides.new.symbols[use[1]].name
    if was != now:
        verdict = judge(use[2], "changed")
        text, python = f"is called {new.name} now", f"is called `{now}` now"
        yield evolve(
            place.change(sides, "", verdict, text, python, use[:2]),
            check="model-renamed",
            objects=frozenset((*_names(sides.old, use[0]), *_names(sides.new, use[1]))),
        )
    if isinstance(old, Model) and isinstance(new, Model):
        yield from _models(old, new, use, sides)
    elif isinstance(old, Union) and isinstance(new, Union):
        yield from _unions(old, new, place, sides)
    elif isinstance(old, Enumeration) and isinstance(new, Enumeration):
        slots = (Slot(Choice(old.values), (), old.key), Slot(Choice(new.values), (), new.key))
        yield from compare_slots(place, slots, sides)
    if " ".join(old.description.split()) != " ".join(new.description.split()):
        text, python = "is described differently", "has another docstring"
        yield place.change(sides, "description-changed", "documentation", text, python, use[:2])


def pairs_below(use: Use, sides: Sides) -> Iterator[tuple[str, str]]:
    """The definitions that stand at the same place within a definition on both sides."""
    for old, new in _inner(sides.old.catalog[use[0]], sides.new.catalog[use[1]]):
        yield from pairs(old, new, sides)


def _inner(old: Definition, new: Definition) -> Iterator[tuple[Type, Type]]:
    if isinstance(old, Model) and isinstance(new, Model):
        members = {member.name: member for member in new.members}
        for member in old.members:
            if member.name in members:
                yield member.type, members[member.name].type
        if old.additional is not None and new.additional is not None:
            yield old.additional, new.additional
    elif isinstance(old, Union) and isinstance(new, Union):
        yield AnyOf(old.options), AnyOf(new.options)


def _models(old: Model, new: Model, use: Use, sides: Sides) -> Iterator[Change]:
    base = _place(use, sides)
    place = evolve(
        base,
        api=f"the member `{{}}` of {old.name}",
        python=f"`{sides.old.symbols[use[0]].name}.{{}}`",
    )
    names = {**sides.new.symbols[use[1]].attributes, **sides.old.symbols[use[0]].attributes}
    groups = (Members(old.members, old.key), Members(new.members, new.key))
    yield from compare_members(*groups, place, sides, names)
    if old.additional is not None and new.additional is not None:
        slots = (Slot(old.additional, (), old.key), Slot(new.additional, (), new.key))
        further = evolve(
            base, api=f"further members of {old.name}", python=f"`{base.subject}.extra`"
        )
        yield from compare_slots(further, slots, sides)
    elif old.additional is not new.additional:
        effect: Effect = "widened" if old.additional is None else "narrowed"
        text = (
            f"{'names' if old.additional is None else 'no longer names'} a type for further members"
        )
        verdict = judge(base.direction, effect) if base.direction == "request" else "documentation"
        yield base.change(
            sides, "additional-properties-changed", verdict, text, "keeps them in `extra`", use[:2]
        )
    if old.deprecated != new.deprecated:
        text = "is deprecated" if new.deprecated else "is no longer deprecated"
        check = "deprecated" if new.deprecated else "reactivated"
        yield base.change(sides, check, "documentation", text, "works as before", use[:2])
    for member in new.members:
        yield from _renamed(member, use, base, sides)


def _renamed(member: Member, use: Use, place: Place, sides: Sides) -> Iterator[Change]:
    """The same member under another attribute."""
    was = sides.old.symbols[use[0]].attributes.get(member.name)
    now = sides.new.symbols[use[1]].attributes[member.name]
    if was is not None and was != now:
        change = place.change(
            sides, "", judge(use[2], "changed"), f"keeps `{member.name}`",
            f"has it as `.{now}`, had it as `.{was}`", (use[0], member.pointer),
        )  # fmt: skip
        yield evolve(
            change, check="attribute-renamed", objects=frozenset({f"{place.subject}.{was}"})
        )


def _unions(old: Union, new: Union, place: Place, sides: Sides) -> Iterator[Change]:
    pointers = (old.key, new.key)
    was, now = _variants(old, sides.old), _variants(new, sides.new)
    for name in was:
        if name not in now:
            verdict = judge(place.direction, "narrowed")
            yield place.change(
                sides,
                "one-of-removed",
                verdict,
                f"is never {name} any more",
                f"no longer has `{name}`",
                pointers,
            )
    for name in now:
        if name not in was:
            tagged = new.discriminator is not None and old.discriminator is not None
            verdict = "additive" if tagged else judge(place.direction, "widened")
            yield place.change(
                sides,
                "one-of-added",
                verdict,
                f"may be {name} now",
                f"has the variant `{name}`",
                pointers,
            )
    yield from _tags(old, new, place, sides)


def _tags(old: Union, new: Union, place: Place, sides: Sides) -> Iterator[Change]:
    pointers = (old.key, new.key)
    if (old.discriminator is None) != (new.discriminator is None):
        check = "discriminator-added" if old.discriminator is None else "discriminator-removed"
        told = (
            "has a member that tells its variants apart"
            if old.discriminator is None
            else "has no discriminator any more"
        )
        verdict = judge(place.direction, "changed") if old.discriminator is not None else "additive"
        yield place.change(sides, check, verdict, told, told, pointers)
    if old.discriminator is None or new.discriminator is None:
        return
    if old.discriminator.member != new.discriminator.member:
        told = f"is told apart by `{new.discriminator.member}`, was by `{old.discriminator.member}`"
        verdict = judge(place.direction, "changed")
        yield place.change(
            sides, "discriminator-property-name-changed", verdict, told, told, pointers
        )
    was = {value: sides.old.spoken(type_) for value, type_ in old.discriminator.variants}
    now = {value: sides.new.spoken(type_) for value, type_ in new.discriminator.variants}
    for value in dict.fromkeys((*was, *now)):
        if was.get(value) != now.get(value):
            check, effect = _mapping(value in was, value in now)
            told = f"takes the tag `{value}` for {now.get(value, 'nothing')}, took it for {was.get(value, 'nothing')}"
            verdict = "additive" if check.endswith("added") else judge(place.direction, effect)
            yield place.change(sides, check, verdict, told, told, pointers)


def _mapping(had: bool, has: bool) -> tuple[str, Effect]:
    if had and has:
        return "discriminator-mapping-changed", "changed"
    return (
        ("discriminator-mapping-added", "widened")
        if has
        else ("discriminator-mapping-deleted", "narrowed")
    )


def _variants(union: Union, side: Side) -> list[str]:
    return [side.spoken(option) for option in union.options]


def _place(use: Use, sides: Sides) -> Place:
    name = sides.old.symbols[use[0]].name
    return Place(
        check=f"{use[2]}-property",
        direction=use[2],
        subject=name,
        api=sides.old.catalog[use[0]].name,
        python=f"`{name}`",
        objects=frozenset({name}),
    )


def _names(side: Side, key: str) -> Iterator[str]:
    symbol = side.symbols[key]
    yield from (name for name in (symbol.name, symbol.dict_name, symbol.unknown) if name)
