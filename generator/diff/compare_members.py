"""The comparison of an object's members: those of a model, or of a body whose members are arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from ..ir.definitions import Member
from ..ir.types import make_nullable
from .changes import Change, Effect, Verdict, judge
from .snapshot import SnapshotPair
from .value_positions import PositionContext, ValuePosition, compare_positions


@frozen
class Members:
    """The members of an object and where the object is described."""

    members: tuple[Member, ...]
    pointer: str


def compare_members(
    old: Members,
    new: Members,
    context: PositionContext,
    pair: SnapshotPair,
    names: Mapping[str, str],
) -> Iterator[Change]:
    """Yield the changes of an object's members.

    Args:
        old: the members before.
        new: the members now.
        context: the object; `{}` in its texts stands for the member.
        pair: the compared versions.
        names: the Python names of members, by wire name.
    """
    is_request = context.direction == "request"
    before = {each.name: each for each in old.members if not (is_request and each.read_only)}
    after = {each.name: each for each in new.members if not (is_request and each.read_only)}
    for name, member in before.items():
        inner = _make_member_context(context, name, names)
        if name in after:
            yield from _compare_member(member, after[name], inner, pair)
        else:
            check, verdict = _name_removal_check(member, inner), judge(inner.direction, "changed")
            pointers = (member.pointer, new.pointer)
            yield inner.change(pair, check, verdict, "is gone", "is gone", pointers)
    for name, member in after.items():
        if name not in before:
            yield _make_addition(
                member, _make_member_context(context, name, names), pair, old.pointer
            )


def _compare_member(
    old: Member, new: Member, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    pointers = (old.pointer, new.pointer)
    if _is_certain(old) != _is_certain(new):
        yield _make_presence_change(old, new, context, pair)
    if old.write_only != new.write_only:
        check = "became-write-only" if new.write_only else "became-not-write-only"
        text = "is only sent now" if new.write_only else "is part of results, too"
        # It stays an attribute, and a server that no longer sends it leaves it None.
        effect: Effect = "widened" if new.write_only else "narrowed"
        is_read = context.direction == "response"
        verdict: Verdict = judge("response", effect) if is_read else "documentation"
        python = "is None in results" if new.write_only and is_read else "stays as it is"
        yield context.change(pair, check, verdict, text, python, pointers)
    if old.secret != new.secret:
        text = "is a secret now" if new.secret else "is no longer a secret"
        python = "is masked when shown" if new.secret else "is shown"
        yield context.change(pair, "secrecy-changed", "documentation", text, python, pointers)
    yield from compare_positions(
        context, _make_member_position(old), _make_member_position(new), pair
    )


def _make_presence_change(
    old: Member, new: Member, context: PositionContext, pair: SnapshotPair
) -> Change:
    """Return the change of a member that became required or optional."""
    is_required = _is_certain(new)
    effect: Effect = "narrowed" if is_required else "widened"
    verdict = judge(context.direction, effect)
    if context.direction == "request":
        python = "has to be given" if is_required else "may be left out"
    else:
        python = "is no longer None for being absent" if is_required else "may be None"
        if make_nullable(old.type) == old.type:
            verdict = "additive"  # readers had to expect None before
    check = "became-required" if is_required else "became-optional"
    text = "is required now" if is_required else "is optional now"
    return context.change(pair, check, verdict, text, python, (old.pointer, new.pointer))


def _make_addition(
    member: Member, context: PositionContext, pair: SnapshotPair, owner: str
) -> Change:
    is_required = _is_certain(member)
    word = "required" if is_required else "optional"
    if context.direction == "request":
        check = f"=new-{word}-request-property"
        verdict = judge("request", "narrowed" if is_required else "widened")
        python = "has to be given" if is_required else "can be given"
    else:
        check, verdict = f"=response-{word}-property-added", judge("response", "narrowed")
        python = "can be read"
    pointers = (owner, member.pointer)
    return context.change(pair, check, verdict, f"is new and {word}", python, pointers)


def _name_removal_check(member: Member, context: PositionContext) -> str:
    if context.direction == "request":
        return "=request-property-removed"
    return f"=response-{'required' if _is_certain(member) else 'optional'}-property-removed"


def _make_member_context(
    context: PositionContext, name: str, names: Mapping[str, str]
) -> PositionContext:
    attribute = names.get(name, name)
    return evolve(
        context,
        api=context.api.replace("{}", name),
        python=context.python.replace("{}", attribute),
        objects=frozenset(each.replace("{}", attribute) for each in context.objects)
        | frozenset(f"{context.subject}{end}.{attribute}" for end in ("", "Dict")),
    )


def _make_member_position(member: Member) -> ValuePosition:
    return ValuePosition(
        member.type,
        member.pointer,
        member.description,
        member.deprecated,
        is_optional=not _is_certain(member),
    )


def _is_certain(member: Member) -> bool:
    """Return whether the member is always there: the document requires it, and the API insists."""
    return member.required and not member.lenient
