"""What became of the members of an object: those of a model, or of a body whose members are arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from ..ir.definitions import Member
from ..ir.types import make_nullable
from .changes import Change, Effect, judge
from .snapshot import Sides
from .value_positions import Place, Slot, compare_slots


@frozen
class Members:
    """The members of an object and where the object is described."""

    members: tuple[Member, ...]
    pointer: str


def compare_members(
    old: Members, new: Members, place: Place, sides: Sides, names: Mapping[str, str]
) -> Iterator[Change]:
    """What became of the members of an object.

    Args:
        old: the members before.
        new: the members now.
        place: the object; `{}` in its words stands for the member.
        sides: both APIs.
        names: what members are called in Python, by wire name.
    """
    request = place.direction == "request"
    before = {each.name: each for each in old.members if not (request and each.read_only)}
    after = {each.name: each for each in new.members if not (request and each.read_only)}
    for name, member in before.items():
        here = _member_place(place, name, names)
        if name not in after:
            check, python = _removed(member, place), "is gone"
            change = here.change(
                sides,
                "",
                judge(place.direction, "changed"),
                "is gone",
                python,
                (member.pointer, new.pointer),
            )
            yield evolve(change, check=check)
        else:
            yield from _member(member, after[name], here, sides)
    for name, member in after.items():
        if name not in before:
            yield _added(member, _member_place(place, name, names), sides, old.pointer)


def _member(old: Member, new: Member, place: Place, sides: Sides) -> Iterator[Change]:
    pointers = (old.pointer, new.pointer)
    was, now = _demanded(old), _demanded(new)
    if was != now:
        effect: Effect = "narrowed" if now else "widened"
        text = "is required now" if now else "is optional now"
        if place.direction == "request":
            python = "has to be given" if now else "may be left out"
        else:
            python = "is never None for want of it" if now else "may be None"
        check = "became-required" if now else "became-optional"
        verdict = judge(place.direction, effect)
        if place.direction == "response" and make_nullable(old.type) == old.type:
            verdict = "additive"  # a reader has met None before
        yield place.change(sides, check, verdict, text, python, pointers)
    if old.write_only != new.write_only:
        check = "became-write-only" if new.write_only else "became-not-write-only"
        text = "is only sent now" if new.write_only else "is answered, too"
        yield place.change(sides, check, "documentation", text, "stays as it is", pointers)
    if old.secret != new.secret:
        text = "is a secret now" if new.secret else "is no longer a secret"
        python = "is masked when shown" if new.secret else "is shown"
        yield place.change(sides, "secrecy-changed", "documentation", text, python, pointers)
    yield from compare_slots(place, (_slot(old), _slot(new)), sides)


def _added(member: Member, place: Place, sides: Sides, owner: str) -> Change:
    demanded = _demanded(member)
    word = "required" if demanded else "optional"
    if place.direction == "request":
        check = f"new-{word}-request-property"
        verdict = judge("request", "narrowed" if demanded else "widened")
        python = "has to be given" if demanded else "can be given"
    else:
        check, verdict = f"response-{word}-property-added", judge("response", "narrowed")
        python = "can be read"
    change = place.change(sides, "", verdict, f"is new and {word}", python, (owner, member.pointer))
    return evolve(change, check=check)


def _removed(member: Member, place: Place) -> str:
    if place.direction == "request":
        return "request-property-removed"
    return f"response-{'required' if _demanded(member) else 'optional'}-property-removed"


def _member_place(place: Place, name: str, names: Mapping[str, str]) -> Place:
    attribute = names.get(name, name)
    return evolve(
        place,
        api=place.api.replace("{}", name),
        python=place.python.replace("{}", attribute),
        objects=frozenset(each.replace("{}", attribute) for each in place.objects)
        | frozenset(f"{place.subject}{end}.{attribute}" for end in ("", "Dict")),
    )


def _slot(member: Member) -> Slot:
    return Slot(
        member.type,
        member.constraints,
        member.pointer,
        member.description,
        member.deprecated,
        not _demanded(member),
    )


def _demanded(member: Member) -> bool:
    """Whether the member is there for sure: the document requires it and the API insists."""
    return member.required and not member.lenient
