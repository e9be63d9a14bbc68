"""What became of operations: which there are, what they take, what they answer."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from ..ir.operations import Body, Operation
from .changes import Change, Verdict
from .members import Members, compare_members
from .parameters import compare_parameters
from .responses import compare_responses
from .snapshot import Sides, dotted
from .value_positions import Place, Slot, compare_slots


@frozen
class Matching:
    """The operations of both sides: those that are the same, and the rest."""

    same: tuple[tuple[Operation, Operation], ...]
    gone: tuple[Operation, ...]
    new: tuple[Operation, ...]


def match(old: tuple[Operation, ...], new: tuple[Operation, ...]) -> Matching:
    """Pair operations by method and path, then by what a caller writes."""
    left = list(new)
    same: dict[str, tuple[Operation, Operation]] = {}
    for key in (_request, dotted):
        known = {key(each): each for each in left}
        for each in old:
            name = f"{each.method} {each.path}"
            if name not in same and key(each) in known:
                same[name] = (each, known.pop(key(each)))
                left.remove(same[name][1])
    gone = tuple(each for each in old if f"{each.method} {each.path}" not in same)
    return Matching(tuple(same.values()), gone, tuple(left))


def _request(operation: Operation) -> str:
    """Method and path, whatever the parameters are called."""
    parts = ["{}" if part.startswith("{") else part for part in operation.path.split("/")]
    return f"{operation.method} {'/'.join(parts)}"


def compare_existence(found: Matching, sides: Sides) -> Iterator[Change]:
    """Operations that are gone or new."""
    nowhere = _root(sides.new.api.operations), _root(sides.old.api.operations)
    for each in found.gone:
        check = (
            "api-removed-with-deprecation" if each.deprecated else "api-removed-without-deprecation"
        )
        yield Change(
            check,
            "callers",
            dotted(each),
            f"{each.method} {each.path} is gone",
            f"`{sides.old.method(each)}` is gone",
            sides.old.place(each.pointer),
            sides.new.place(nowhere[0]),
            objects=frozenset({sides.old.object(each)}),
        )
    for each in found.new:
        yield Change(
            "endpoint-added",
            "additive",
            dotted(each),
            f"{each.method} {each.path} is new",
            f"`{sides.new.method(each)}` is new",
            sides.old.place(nowhere[1]),
            sides.new.place(each.pointer),
            objects=frozenset({sides.new.object(each)}),
        )


def _root(operations: tuple[Operation, ...]) -> str:
    """Where paths are described, as far as any operation tells."""
    first = next((each.pointer for each in operations if each.pointer), "")
    return f"{first.partition('#')[0]}#/paths" if first else ""


def compare_operations(old: Operation, new: Operation, sides: Sides) -> Iterator[Change]:
    """What became of an operation; the definitions it uses are left out."""
    yield from _names(old, new, sides)
    yield from _access(old, new, sides)
    yield from compare_parameters(old, new, sides)
    yield from _bodies(old, new, sides)
    yield from compare_responses(old, new, sides)


def _names(old: Operation, new: Operation, sides: Sides) -> Iterator[Change]:
    place = _place(old, sides)

    def change(check: str, verdict: Verdict, text: str, python: str) -> Change:
        made = place.change(sides, "", verdict, text, python, (old.pointer, new.pointer))
        return evolve(made, check=check)

    was, now = sides.old.method(old), sides.new.method(new)
    if was != now:
        told = f"is `{dotted(new)}` now"
        yield change("operation-renamed", "callers", told, f"is called `{now}` now")
    if (old.method, _request(old)) != (new.method, _request(new)):
        told = f"is {new.method} {new.path} now, was {old.method} {old.path}"
        yield change("api-path-changed", "additive", told, "is called as before")
    if old.deprecated != new.deprecated:
        told = "is deprecated" if new.deprecated else "is no longer deprecated"
        check = "endpoint-deprecated" if new.deprecated else "endpoint-reactivated"
        yield change(check, "documentation", told, "works as before")
    if (old.summary, old.description) != (new.summary, new.description):
        yield change(
            "description-changed",
            "documentation",
            "is described differently",
            "has another docstring",
        )
    if old.id != new.id and was == now:
        told = f"has the operation id `{new.id}`, had `{old.id}`"
        yield change("api-operation-id-changed", "documentation", told, "is called as before")
    if old.tags != new.tags and was == now:
        yield change("api-tag-changed", "documentation", "has other tags", "is called as before")
    if (old.permissions, old.sources) != (new.permissions, new.sources):
        told = "names other permissions or sources"
        yield change("permissions-changed", "documentation", told, "has another docstring")
    if old.retry_safe != new.retry_safe:
        told = "may be sent again" if new.retry_safe else "is never sent twice"
        yield change("retry-safety-changed", "additive", told, "is retried accordingly")


def _access(old: Operation, new: Operation, sides: Sides) -> Iterator[Change]:
    """Credentials and server, where an operation has its own."""
    place, pointers = _place(old, sides), (old.pointer, new.pointer)
    was = old.security if old.security is not None else sides.old.api.security
    now = new.security if new.security is not None else sides.new.api.security
    if old.security is not None or new.security is not None:
        for each in was:
            if each not in now:
                told = f"can't be authenticated by {' with '.join(each) or 'nothing'} any more"
                made = place.change(sides, "", "callers", told, told, pointers)
                yield evolve(made, check="api-security-removed")
        for each in now:
            if each not in was:
                told = f"can be authenticated by {' with '.join(each) or 'nothing'} now"
                made = place.change(sides, "", "additive", told, told, pointers)
                yield evolve(made, check="api-security-added")
    if old.server != new.server:
        told = f"goes to {new.server or 'the base URL'} now"
        made = place.change(sides, "", "additive", told, "is called as before", pointers)
        yield evolve(made, check="base-url-changed")


def _bodies(old: Operation, new: Operation, sides: Sides) -> Iterator[Change]:
    place = evolve(_place(old, sides), check="request-body", api=f"the body of {dotted(old)}")
    was, now = old.body, new.body
    if was is None and now is not None:
        word = "required" if now.required else "optional"
        verdict: Verdict = "callers" if now.required else "additive"
        told = f"is new and {word}"
        yield place.change(
            sides, f"added-{word}", verdict, told, "takes a body now", (old.pointer, now.pointer)
        )
    elif was is not None and now is None:
        yield place.change(
            sides,
            "removed",
            "callers",
            "is gone",
            "takes no body any more",
            (was.pointer, new.pointer),
        )
    elif was is not None and now is not None:
        yield from _body(was, now, place, sides, (old, new))


def _body(
    was: Body, now: Body, place: Place, sides: Sides, both: tuple[Operation, Operation]
) -> Iterator[Change]:
    pointers = (was.pointer, now.pointer)
    verdict: Verdict
    if was.required != now.required:
        check = "became-required" if now.required else "became-optional"
        verdict = "callers" if now.required else "additive"
        told = "is required now" if now.required else "is optional now"
        yield place.change(sides, check, verdict, told, told, pointers)
    if was.media_type != now.media_type:
        told = f"is sent as {now.media_type}, was as {was.media_type}"
        verdict = "additive" if was.kind == now.kind else "callers"
        python = "takes it as before" if was.kind == now.kind else "takes it in another form"
        yield place.change(sides, "media-type-changed", verdict, told, python, pointers)
    if was.members is not None and now.members is not None:
        groups = (Members(was.members, was.pointer), Members(now.members, now.pointer))
        yield from _arguments(groups, place, sides, both)
        if (was.additional is None) != (now.additional is None):
            told = "takes further members" if was.additional is None else "takes no further members"
            verdict = "additive" if was.additional is None else "callers"
            check = "additional-properties-changed"
            yield place.change(sides, check, verdict, told, told, pointers)
    elif (was.members is None) != (now.members is None):
        told = "is one value now" if now.members is None else "is an object with members now"
        python = "takes `body`" if now.members is None else "takes its members as arguments"
        yield place.change(sides, "type-changed", "callers", told, python, pointers)
    else:
        yield from compare_slots(place, (_slot(was), _slot(now)), sides)


def _arguments(
    groups: tuple[Members, Members],
    place: Place,
    sides: Sides,
    both: tuple[Operation, Operation],
) -> Iterator[Change]:
    """The members of a body, which are arguments of the method."""
    old, new = both
    inner = evolve(
        place,
        check="request-property",
        api=f"the member `{{}}` of the body of {dotted(old)}",
        python=f"`{sides.old.method(old)}({{}}=)`",
        objects=frozenset({f"{sides.old.object(old)}({{}})"}),
    )
    names = {
        each.wire: each.name
        for call in (sides.new.call(new), sides.old.call(old))
        for each in call.arguments
        if each.place == "body"
    }
    yield from compare_members(*groups, inner, sides, names)


def _slot(body: Body) -> Slot:
    return Slot(body.type, body.constraints, body.pointer, body.description)


def _place(operation: Operation, sides: Sides) -> Place:
    return Place(
        check="",
        direction="request",
        subject=dotted(operation),
        api=dotted(operation),
        python=f"`{sides.old.method(operation)}`",
        objects=frozenset({sides.old.object(operation)}),
    )
