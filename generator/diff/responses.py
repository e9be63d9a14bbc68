"""What became of what an operation answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve

from ..ir.operations import Media, Operation, Response
from ..ir.types import Type
from .changes import Change
from .snapshot import Side, Sides, dotted
from .value_positions import Place, Slot, compare_slots

Part = TypeVar("Part", Response, Media)


def compare_responses(old: Operation, new: Operation, sides: Sides) -> Iterator[Change]:
    """What became of statuses, media types, results and paging."""
    place = Place(
        check="response",
        direction="response",
        subject=dotted(old),
        api=f"the answer of {dotted(old)}",
        python=f"`{sides.old.method(old)}`",
        objects=frozenset({sides.old.object(old)}),
    )
    found = [*_statuses(old, new, place, sides), *_paging(old, new, place, sides)]
    yield from found
    yield from _failures(old, new, place, sides)
    was, now = sides.old.returns(old), sides.new.returns(new)
    told_already = any(
        change.verdict == "readers" or change.check.startswith("response-body-") for change in found
    )
    if was != now and not told_already and not _renamed(old, new, sides):
        told = f"is decoded to `{now}`, was to `{was}`"
        python = f"returns `{now}`, returned `{was}`"
        yield place.change(
            sides, "result-changed", "readers", told, python, (old.pointer, new.pointer)
        )


def _renamed(old: Operation, new: Operation, sides: Sides) -> bool:
    """Whether a model of the result only has another name, which is told at the model."""
    was, now = (_types(operation) for operation in (old, new))
    return len(was) == len(now) and list(map(sides.old.spoken, was)) != list(
        map(sides.new.spoken, now)
    )


def _types(operation: Operation) -> list[Type]:
    types = [media.type for response in operation.responses for media in response.media]
    return types + ([operation.info] if operation.info is not None else [])


def compared(old: Operation, new: Operation) -> Iterator[tuple[Media, Media]]:
    """The representations that stand at the same place on both sides."""
    for was, now in _matched(old, new):
        media = {each.range: each for each in now.media}
        yield from ((each, media[each.range]) for each in was.media if each.range in media)


def _matched(old: Operation, new: Operation) -> Iterator[tuple[Response, Response]]:
    """The statuses of both sides; a lone one that changed its number is still the same answer."""
    before = {each.status: each for each in old.responses}
    after = {each.status: each for each in new.responses}
    yield from ((each, after[status]) for status, each in before.items() if status in after)
    gone, fresh = (
        [*(one.keys() - other.keys())] for one, other in ((before, after), (after, before))
    )
    if len(gone) == 1 and len(fresh) == 1:
        yield before[gone[0]], after[fresh[0]]


def _statuses(old: Operation, new: Operation, place: Place, sides: Sides) -> Iterator[Change]:
    before, after = ({each.status: each for each in side.responses} for side in (old, new))
    told = "has no status {} any more", "may have the status {} now"
    yield from _coming_and_going(
        "success-status", told, (before, after), (old.pointer, new.pointer), place, sides
    )
    for was, now in _matched(old, new):
        yield from _media(was, now, place, sides)
    for one, other in compared(old, new):
        body = evolve(place, check="response-body", api=f"the result of {dotted(old)}")
        slots = (_slot(one), _slot(other))
        yield from compare_slots(body, slots, sides)


def _slot(media: Media) -> Slot:
    return Slot(media.type, media.constraints, media.pointer)


def _media(was: Response, now: Response, place: Place, sides: Sides) -> Iterator[Change]:
    before, after = ({each.range: each for each in side.media} for side in (was, now))
    pointers = was.pointer, now.pointer
    told = "is never {} any more", "may be {} now"
    yield from _coming_and_going("media-type", told, (before, after), pointers, place, sides)
    if " ".join(was.description.split()) != " ".join(now.description.split()):
        words, python = "is described differently", "has another docstring"
        yield place.change(sides, "description-changed", "documentation", words, python, pointers)


def _coming_and_going(
    what: str,
    told: tuple[str, str],
    parts: tuple[Mapping[str, Part], Mapping[str, Part]],
    owners: tuple[str, str],
    place: Place,
    sides: Sides,
) -> Iterator[Change]:
    """The parts that only one side has; on the other, their owner stands for them."""
    before, after = parts
    for name, part in before.items():
        if name not in after:
            words, pointers = told[0].format(name), (part.pointer, owners[1])
            python = "never returns it"
            yield place.change(sides, f"{what}-removed", "readers", words, python, pointers)
    for name, part in after.items():
        if name not in before:
            words, pointers = told[1].format(name), (owners[0], part.pointer)
            yield place.change(sides, f"{what}-added", "additive", words, "may return it", pointers)


def _failures(old: Operation, new: Operation, place: Place, sides: Sides) -> Iterator[Change]:
    """Documented statuses of errors: the client raises by the status, documented or not."""
    was, now = (_documented(side, each) for side, each in ((sides.old, old), (sides.new, new)))
    pointers = (old.pointer, new.pointer)
    for status in was:
        if status not in now:
            told, python = f"is not documented for the status {status} any more", "raises as before"
            yield place.change(
                sides, "non-success-status-removed", "documentation", told, python, pointers
            )
    for status in now:
        if status not in was:
            told, python = f"is documented for the status {status} now", "raises as before"
            yield place.change(
                sides, "non-success-status-added", "documentation", told, python, pointers
            )


def _documented(side: Side, operation: Operation) -> list[str]:
    described: dict[str, Any] = side.api.contract["operations"].get(dotted(operation), {})
    successes = {each.status for each in operation.responses}
    return [status for status in described.get("responses", {}) if status not in successes]


def _paging(old: Operation, new: Operation, place: Place, sides: Sides) -> Iterator[Change]:
    was, now, pointers = old.paging, new.paging, (old.pointer, new.pointer)
    if (was is None) != (now is None):
        told = "comes in pages now" if was is None else "comes as a whole now"
        items = "a page" if was is None else "a list"
        yield place.change(sides, "paging-changed", "readers", told, f"returns {items}", pointers)
    elif was is not None and now is not None and was != now:
        told = f"is paged by {now.style}, was by {was.style}"
        if was.style == now.style:
            told = "is paged by other members or parameters"
        yield place.change(
            sides, "paging-changed", "additive", told, "is iterated over as before", pointers
        )
    if old.info is not None and new.info is not None:
        info = evolve(
            place, check="response-body", api=f"what a page of {dotted(old)} says of the whole"
        )
        slots = (Slot(old.info, (), old.pointer), Slot(new.info, (), new.pointer))
        yield from compare_slots(info, slots, sides)
