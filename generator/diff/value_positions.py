"""What becomes of a place where a value stands: a parameter, a member, a body."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ..ir.types import Anything, Constraints, Type
from .changes import LENIENT, Change, Direction, Effect, Verdict, joined, judge
from .constraints import compare_bounds
from .snapshot import Sides
from .type_relation import Relation, relate


@frozen
class Slot:
    """A place for a value on one side."""

    type: Type
    bounds: Constraints
    pointer: str
    description: str = ""
    deprecated: bool = False
    optional: bool = False
    """Whether it may be absent; Python says None then."""


@frozen
class Place:
    """What both sides of a slot have in common, and how it is spoken of."""

    check: str
    """What the names of checks begin with: `request-parameter`, `response-property`, …"""
    direction: Direction
    subject: str
    api: str
    """The place in words of the API: "the query parameter `page`"."""
    python: str
    """The place in Python: "`client.logs.list(page=)`"."""
    objects: frozenset[str] = frozenset()

    def change(
        self,
        sides: Sides,
        check: str,
        verdict: Verdict,
        text: str,
        python: str,
        pointers: tuple[str, str],
    ) -> Change:
        """A change of this place; `text` and `python` go on where the name of the place ends."""
        return Change(
            check=f"{self.check}-{check}",
            verdict=verdict,
            subject=self.subject,
            text=f"{self.api} {text}",
            python=f"{self.python} {python}",
            old=sides.old.place(pointers[0]),
            new=sides.new.place(pointers[1]),
            objects=self.objects,
        )


def compare_slots(place: Place, slots: tuple[Slot, Slot], sides: Sides) -> Iterator[Change]:
    """What became of a value's type, bounds and description; definitions it names are left out.

    Args:
        place: where it is.
        slots: the value before and now.
        sides: both APIs.
    """
    old, new = slots
    pointers = (old.pointer, new.pointer)
    relation = relate(old.type, new.type, sides.old.catalog, sides.new.catalog)
    was, now = (
        side.annotation(slot.type, place.direction, slot.optional)
        for side, slot in ((sides.old, old), (sides.new, new))
    )
    becomes = f"is `{now}`, was `{was}`" if was != now else f"is `{now}` as before"
    for check, effect, text in _type_changes(relation, place.direction, old, new, sides):
        verdict = _verdict(place, check, effect, old.optional)
        yield place.change(sides, check, verdict, text, becomes, pointers)
    for each in compare_bounds(old.bounds, new.bounds):
        verdict = judge(place.direction, each.effect)
        text = f"has {each.keyword} {_said(each.new)}, had {_said(each.old)}"
        told = "takes other values" if each.effect != "none" else "is described differently"
        python = f"{told}; its type stays `{now}`" if was == now else becomes
        yield place.change(sides, each.check, verdict, text, python, pointers)
    yield from _documentation(place, old, new, sides)


def pairs(old: Type, new: Type, sides: Sides) -> tuple[tuple[str, str], ...]:
    """The definitions that stand at the same place in two types."""
    return relate(old, new, sides.old.catalog, sides.new.catalog).pairs


def _type_changes(
    relation: Relation, direction: Direction, old: Slot, new: Slot, sides: Sides
) -> Iterator[tuple[str, Effect, str]]:
    """Name of the check, effect and words of what became of the type."""
    if relation.null != "none":
        now = relation.null == "widened"
        yield (
            "became-nullable" if now else "became-not-nullable",
            relation.null,
            "may be null now" if now else "is never null any more",
        )
    for value in relation.removed:
        yield "enum-value-removed", "narrowed", f"no longer has the value {value!r}"
    for value in relation.added:
        yield "enum-value-added", "widened", f"has the new value {value!r}"
    if relation.listing != "none":
        now = relation.listing == "narrowed"
        listed = sides.new.spoken(new.type) if now else sides.old.spoken(old.type)
        said = f"is {listed} now" if now else f"is no longer limited to {listed}"
        yield "became-enum" if now else "became-not-enum", relation.listing, said
    effect = relation.effect
    if relation.converted and direction == "response":
        effect = joined(effect, "widened")
    if effect != "none":
        name = {"widened": "type-generalized", "narrowed": "type-specialized"}.get(
            effect, "type-changed"
        )
        yield name, effect, f"is {sides.new.spoken(new.type)} now, was {sides.old.spoken(old.type)}"


def _verdict(place: Place, check: str, effect: Effect, was_optional: bool) -> Verdict:
    if check == "became-nullable" and was_optional:  # a reader has met None before
        return "additive"
    return "additive" if f"{place.check}-{check}" in LENIENT else judge(place.direction, effect)


def _documentation(place: Place, old: Slot, new: Slot, sides: Sides) -> Iterator[Change]:
    pointers = (old.pointer, new.pointer)
    if old.deprecated != new.deprecated:
        said = "is deprecated" if new.deprecated else "is no longer deprecated"
        check = "deprecated" if new.deprecated else "reactivated"
        yield place.change(sides, check, "documentation", said, "works as before", pointers)
    if " ".join(old.description.split()) != " ".join(new.description.split()):
        text, python = "is described differently", "has another docstring"
        yield place.change(sides, "description-changed", "documentation", text, python, pointers)


def _said(value: object) -> str:
    return "none" if value is None else f"`{value}`"


NOWHERE = Slot(Anything(), (), "")
"""The side on which there is nothing."""
