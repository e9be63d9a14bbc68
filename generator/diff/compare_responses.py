"""The comparison of what an operation responds with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve

from ..ir.operations import Media, Operation, Response
from ..ir.types import Type
from .changes import Change
from .snapshot import Snapshot, SnapshotPair, make_dotted_name, refer_to
from .value_positions import (
    REWORDED,
    PositionContext,
    ValuePosition,
    compare_positions,
    is_equal_prose,
)

Part = TypeVar("Part", Response, Media)


def compare_responses(old: Operation, new: Operation, pair: SnapshotPair) -> Iterator[Change]:
    """Yield the changes of statuses, media types, results and paging."""
    context = make_response_context(old, pair.old)
    changes = [
        *_compare_statuses(old, new, context, pair),
        *_compare_paging(old, new, context, pair),
    ]
    yield from changes
    yield from _compare_failures(old, new, context, pair)
    was, now = pair.old.return_annotation(old), pair.new.return_annotation(new)
    is_explained = any(
        change.verdict == "readers" or change.check.startswith("response-body-")
        for change in changes
    )
    if was != now and not is_explained and not _is_renamed(old, new, pair):
        text = f"is decoded to `{now}`, was to `{was}`"
        python = f"returns `{now}`, returned `{was}`"
        pointers = (old.pointer, new.pointer)
        yield context.change(pair, "result-changed", "readers", text, python, pointers)


def _is_renamed(old: Operation, new: Operation, pair: SnapshotPair) -> bool:
    """Return whether only a model of the result has another name, which the model's own change says."""
    was, now = _list_types(old), _list_types(new)
    return len(was) == len(now) and list(map(pair.old.describe_type, was)) != list(
        map(pair.new.describe_type, now)
    )


def _list_types(operation: Operation) -> list[Type]:
    types = [media.type for response in operation.responses for media in response.media]
    return types + ([operation.info] if operation.info is not None else [])


def match_media(old: Operation, new: Operation) -> Iterator[tuple[Media, Media]]:
    """Pair the representations of equal statuses and media types, and what has another media type of the same kind."""
    for was, now in _match_statuses(old, new):
        media = {each.range: each for each in now.media}
        yield from ((each, media[each.range]) for each in was.media if each.range in media)
        yield from _match_kinds(was, now)


def _match_kinds(was: Response, now: Response) -> Iterator[tuple[Media, Media]]:
    """Pair the only representation of a kind that one side has with that of the other, whose media type differs.

    The client asks for the first of a kind, so that a further one in front of it changes only what it asks for.
    """
    ranges = {each.range for each in was.media} & {each.range for each in now.media}
    before, after = (
        [each for each in side.media if each.range not in ranges] for side in (was, now)
    )
    for kind in dict.fromkeys(each.kind for each in before):
        one, other = ([each for each in side if each.kind == kind] for side in (before, after))
        if kind != "bytes" and len(one) == len(other) == 1:
            yield one[0], other[0]


def _match_statuses(old: Operation, new: Operation) -> Iterator[tuple[Response, Response]]:
    """Pair responses by status; a single one whose status changed is still the same response."""
    before = {each.status: each for each in old.responses}
    after = {each.status: each for each in new.responses}
    yield from ((each, after[status]) for status, each in before.items() if status in after)
    removed, added = (
        [*(one.keys() - other.keys())] for one, other in ((before, after), (after, before))
    )
    if len(removed) == 1 and len(added) == 1:
        yield before[removed[0]], after[added[0]]


def _compare_statuses(
    old: Operation, new: Operation, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    before, after = ({each.status: each for each in side.responses} for side in (old, new))
    texts = "has no status {} any more", "may have the status {} now"
    pointers = (old.pointer, new.pointer)
    yield from _compare_parts("success-status", texts, (before, after), pointers, context, pair)
    for was, now in _match_statuses(old, new):
        yield from _compare_media(was, now, context, pair)
    for one, other in match_media(old, new):
        body = evolve(
            context, check="response-body", api=f"the result of `{make_dotted_name(old)}`"
        )
        yield from compare_positions(body, _make_position(one), _make_position(other), pair)


def _make_position(media: Media) -> ValuePosition:
    return ValuePosition(media.type, media.pointer)


def _compare_media(
    was: Response, now: Response, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    before, after = ({each.range: each for each in side.media} for side in (was, now))
    pointers = was.pointer, now.pointer
    for one, other in _match_kinds(was, now):
        text = f"is asked for as {other.range} now, was as {before.pop(one.range).range}"
        python = f"decodes {after.pop(other.range).range} as before"
        places = (one.pointer, other.pointer)
        yield context.change(pair, "media-type-changed", "additive", text, python, places)
    texts = "is never {} any more", "may be {} now"
    yield from _compare_parts("media-type", texts, (before, after), pointers, context, pair)
    if not is_equal_prose(was.description, now.description):
        yield context.change(pair, "description-changed", "documentation", *REWORDED, pointers)


def _compare_parts(
    name: str,
    texts: tuple[str, str],
    parts: tuple[Mapping[str, Part], Mapping[str, Part]],
    owners: tuple[str, str],
    context: PositionContext,
    pair: SnapshotPair,
) -> Iterator[Change]:
    """Yield the parts that only one side has; on the other, the pointer is that of their owner."""
    before, after = parts
    for key, part in before.items():
        if key not in after:
            text, pointers = texts[0].format(key), (part.pointer, owners[1])
            python = "never returns it"
            yield context.change(pair, f"{name}-removed", "readers", text, python, pointers)
    for key, part in after.items():
        if key not in before:
            text, pointers = texts[1].format(key), (owners[0], part.pointer)
            yield context.change(pair, f"{name}-added", "additive", text, "may return it", pointers)


def _compare_failures(
    old: Operation, new: Operation, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    """Yield documented error statuses; the client raises by the status, documented or not."""
    was, now = _list_documented_failures(old, pair.old), _list_documented_failures(new, pair.new)
    pointers, python = (old.pointer, new.pointer), "raises as before"
    for status in was:
        if status not in now:
            text, check = f"is not documented for {status} any more", "non-success-status-removed"
            yield context.change(pair, check, "documentation", text, python, pointers)
    for status in now:
        if status not in was:
            text, check = f"is documented for {status} now", "non-success-status-added"
            yield context.change(pair, check, "documentation", text, python, pointers)


def _list_documented_failures(operation: Operation, side: Snapshot) -> list[str]:
    contract: dict[str, Any] = side.api.contract["operations"].get(make_dotted_name(operation), {})
    successes = {each.status for each in operation.responses}
    return [status for status in contract.get("responses", {}) if status not in successes]


def _compare_paging(
    old: Operation, new: Operation, context: PositionContext, pair: SnapshotPair
) -> Iterator[Change]:
    was, now, pointers = old.paging, new.paging, (old.pointer, new.pointer)
    if (was is None) != (now is None):
        text = "comes in pages now" if was is None else "comes as a whole now"
        python = f"returns {'a page' if was is None else 'a list'}"
        yield context.change(pair, "paging-changed", "readers", text, python, pointers)
    elif was is not None and now is not None and was != now:
        text = f"is paged by {now.style}, was by {was.style}"
        if was.style == now.style:
            text = "is paged by other members or parameters"
        python = "is iterated over as before"
        yield context.change(pair, "paging-changed", "additive", text, python, pointers)
    if old.info is not None and new.info is not None:
        info = evolve(
            context,
            check="response-body",
            api=f"the page information of `{make_dotted_name(old)}`",
        )
        positions = (ValuePosition(old.info, old.pointer), ValuePosition(new.info, new.pointer))
        yield from compare_positions(info, *positions, pair)


def make_response_context(operation: Operation, side: Snapshot) -> PositionContext:
    """Return what the response of an operation is called."""
    return PositionContext(
        check="response",
        direction="response",
        subject=make_dotted_name(operation),
        api=f"the response of `{make_dotted_name(operation)}`",
        python=f"`{side.method(operation)}`",
        group=".".join(operation.resource),
        operations=(refer_to(operation),),
        objects=frozenset({side.make_qualified_name(operation)}),
    )
