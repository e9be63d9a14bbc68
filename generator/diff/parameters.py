"""What became of the parameters of an operation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from ..ir.operations import Operation, Parameter
from .changes import Change, Effect, Verdict, judge
from .snapshot import Side, Sides, dotted
from .value_positions import Place, Slot, compare_slots


def compare_parameters(old: Operation, new: Operation, sides: Sides) -> Iterator[Change]:
    """What became of the parameters: gone, new, other."""
    same, gone, fresh = _match(old, new)
    for was in gone:
        place = _place(was, old, sides.old)
        yield place.change(
            sides, "removed", "callers", "is gone", "is gone", (was.pointer, new.pointer)
        )
    for now in fresh:
        yield _added(now, old, new, sides)
    for was, now in same:
        yield from _compare(was, now, (old, new), sides)


def _match(
    old: Operation, new: Operation
) -> tuple[list[tuple[Parameter, Parameter]], list[Parameter], list[Parameter]]:
    """Pair parameters by place and name, then by position in the path, then by name alone."""
    left, same = list(new.parameters), list[tuple[Parameter, Parameter]]()
    waiting = list(old.parameters)
    spots = {id(each): _position(each, op) for op in (old, new) for each in op.parameters}
    keys: tuple[Callable[[Parameter], object], ...] = (
        lambda each: (each.location, each.name),
        lambda each: spots[id(each)] or id(each),
        lambda each: each.name,
    )
    for key in keys:
        known = {key(each): each for each in left}
        for each in list(waiting):
            if key(each) in known:
                found = known.pop(key(each))
                same.append((each, found))
                waiting.remove(each)
                left.remove(found)
    return same, waiting, left


def _position(parameter: Parameter, operation: Operation) -> tuple[str, int] | None:
    """Which of the path's parameters it is."""
    parts = [part for part in operation.path.split("/") if part.startswith("{")]
    name = f"{{{parameter.name}}}"
    return ("path", parts.index(name)) if parameter.location == "path" and name in parts else None


def _added(now: Parameter, old: Operation, new: Operation, sides: Sides) -> Change:
    place = _place(now, new, sides.new)
    demanded = now.required and not now.held_by_client
    word = "required" if now.required else "optional"
    check = (
        "new-request-path-parameter" if now.location == "path" else f"new-{word}-request-parameter"
    )
    python = "has to be given" if demanded else "can be given"
    verdict: Verdict = "callers" if demanded else "additive"
    change = place.change(
        sides, "", verdict, f"is new and {word}", python, (old.pointer, now.pointer)
    )
    return evolve(change, check=check)


def _compare(
    was: Parameter, now: Parameter, both: tuple[Operation, Operation], sides: Sides
) -> Iterator[Change]:
    place, pointers = _place(was, both[0], sides.old), (was.pointer, now.pointer)
    demanded, demands = (each.required and not each.held_by_client for each in (was, now))
    if demanded != demands:
        effect: Effect = "narrowed" if demands else "widened"
        check = "became-required" if demands else "became-optional"
        told = "is required now" if demands else "is optional now"
        python = "has to be given" if demands else "may be left out"
        yield place.change(sides, check, judge("request", effect), told, python, pointers)
    yield from _name(was, now, place, both, sides)
    if (was.location, was.style, was.explode, was.unescaped) != (
        now.location,
        now.style,
        now.explode,
        now.unescaped,
    ):
        told = f"is sent as {_form(now)}, was as {_form(was)}"
        yield place.change(
            sides, "serialization-changed", "additive", told, "is given as before", pointers
        )
    if was.refuse_empty != now.refuse_empty:
        effect = "narrowed" if now.refuse_empty else "widened"
        told = "may not be an empty list" if now.refuse_empty else "may be an empty list"
        yield place.change(
            sides, "refuse-empty-changed", judge("request", effect), told, told, pointers
        )
    yield from compare_slots(place, (_slot(was), _slot(now)), sides)


def _name(
    was: Parameter, now: Parameter, place: Place, both: tuple[Operation, Operation], sides: Sides
) -> Iterator[Change]:
    old = sides.old.argument(both[0], was.location, was.name)
    new = sides.new.argument(both[1], now.location, now.name)
    pointers = (was.pointer, now.pointer)
    if old is not None and new is not None and old.name != new.name:
        told = f"is called `{now.name}` now"
        yield place.change(
            sides, "renamed", "callers", told, f"is called `{new.name}` now", pointers
        )
    elif was.name != now.name:
        told = f"is called `{now.name}` now"
        yield place.change(sides, "renamed", "additive", told, "is called as before", pointers)


def _form(parameter: Parameter) -> str:
    words = [parameter.location, parameter.style, "exploded" if parameter.explode else ""]
    return " ".join([*words, "unescaped" if parameter.unescaped else ""]).strip()


def _slot(each: Parameter) -> Slot:
    demanded = each.required and not each.held_by_client
    said = (each.description, each.deprecated)
    return Slot(each.type, each.constraints, each.pointer, *said, optional=not demanded)


def _place(parameter: Parameter, operation: Operation, side: Side) -> Place:
    argument = side.argument(operation, parameter.location, parameter.name)
    name = argument.name if argument is not None else parameter.name
    return Place(
        check="request-parameter",
        direction="request",
        subject=dotted(operation),
        api=f"the {parameter.location} parameter `{parameter.name}` of {dotted(operation)}",
        python=f"`{side.method(operation)}({name}=)`",
        objects=frozenset({side.object(operation, name)}),
    )
