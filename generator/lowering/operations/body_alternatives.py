"""One body out of several media types: a caller chooses one of them, and gives what it takes."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from ...ir.definitions import Member
from ...ir.operations import Body, Encoding
from ...ir.types import AnyOf, Anything, Json, Type


def combine_bodies(bodies: Sequence[Body]) -> Body:
    """Combine the media types of a request into the body that is sent unless a caller chooses another media type.

    The first that has members decides, else the first.
    """
    with_members = [each for each in bodies if each.members is not None]
    first = with_members[0] if with_members else bodies[0]
    if len(bodies) == 1:
        return first
    without_members = [each for each in bodies if each.members is None]
    others = tuple((each.media_type, each.kind) for each in bodies if each is not first)
    encodings: dict[str, Encoding] = {
        encoding.member: encoding for body in reversed(bodies) for encoding in body.encodings
    }
    combined = evolve(first, others=others, encodings=tuple(encodings.values()))
    if not with_members:
        return evolve(combined, type=_join([each.type for each in bodies]))
    members = _combine_members(with_members, is_optional=bool(without_members))
    return evolve(
        combined,
        members=members,
        is_choice=_list_required(members) != _list_required(first.members or ()),
        constants=_list_constants(with_members, members),
        additional=next((each.additional for each in with_members if each.additional), None),
        value_type=_join([each.type for each in without_members]) if without_members else None,
        value_media_type=without_members[0].media_type if without_members else "",
    )


def _combine_members(bodies: Sequence[Body], is_optional: bool) -> tuple[Member, ...]:
    """Return the members of all `bodies`; required are those that every one of them requires."""
    members: dict[str, list[Member]] = {}
    for body in bodies:
        for member in body.members or ():
            members.setdefault(member.name, []).append(member)
    return tuple(
        evolve(
            same[0],
            type=_join([each.type for each in same]),
            required=(
                not is_optional and len(same) == len(bodies) and all(each.required for each in same)
            ),
            preset=same[0].preset if _is_common_constant(same, bodies) else None,
        )
        for same in members.values()
    )


def _is_common_constant(same: Sequence[Member], bodies: Sequence[Body]) -> bool:
    """Return whether a member has the same value in all `bodies`."""
    values = [each.preset for each in same]
    return len(same) == len(bodies) and all(each == values[0] for each in values)


def _list_constants(
    bodies: Sequence[Body], combined: Sequence[Member]
) -> tuple[tuple[str, tuple[tuple[str, Json], ...]], ...]:
    """Return the constants of each media type that are not those of all."""
    common = {each.name for each in combined if each.preset is not None}
    constants = {
        body.media_type: tuple(
            (each.name, each.preset)
            for each in body.members or ()
            if each.preset is not None and each.name not in common
        )
        for body in bodies
    }
    return tuple((media_type, own) for media_type, own in constants.items() if own)


def _list_required(members: Sequence[Member]) -> set[str]:
    return {each.name for each in members if each.required}


def _join(types: Sequence[Type]) -> Type:
    """Return the type of a value of one of `types`."""
    distinct = tuple(dict.fromkeys(types))
    if Anything() in distinct:
        return Anything()
    return distinct[0] if len(distinct) == 1 else AnyOf(distinct)
