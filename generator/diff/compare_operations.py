"""The comparison of operations: which exist, their names, their bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, frozen

from ..ir.operations import Body, Operation
from .changes import Change, Verdict
from .compare_members import Members, compare_members
from .compare_parameters import compare_parameters
from .compare_responses import compare_responses
from .compare_security import compare_operation_security
from .snapshot import Snapshot, SnapshotPair, make_dotted_name, refer_to
from .value_positions import (
    REWORDED,
    PositionContext,
    ValuePosition,
    compare_positions,
    is_equal_prose,
)


@frozen
class Matching:
    """The operations of both sides: the pairs, and the rest."""

    pairs: tuple[tuple[Operation, Operation], ...]
    removed: tuple[Operation, ...]
    added: tuple[Operation, ...]


def match_operations(old: Iterable[Operation], new: Iterable[Operation]) -> Matching:
    """Pair operations by method and path, then by the path without the names of parameters, then by name.

    A key that several operations on one side share is skipped.
    """
    waiting, unmatched = list(old), list(new)
    order = {id(each): index for index, each in enumerate(waiting)}
    pairs: list[tuple[Operation, Operation]] = []
    keys: tuple[Callable[[Operation], str], ...] = (_request, _make_path_shape, make_dotted_name)
    for key in keys:
        before, after = _select_unique(waiting, key), _select_unique(unmatched, key)
        matched = [(each, after[name]) for name, each in before.items() if name in after]
        pairs += matched
        taken = {id(each) for both in matched for each in both}
        waiting = [each for each in waiting if id(each) not in taken]
        unmatched = [each for each in unmatched if id(each) not in taken]
    pairs.sort(key=lambda both: order[id(both[0])])
    return Matching(tuple(pairs), tuple(waiting), tuple(unmatched))


def _select_unique(
    operations: Iterable[Operation], key: Callable[[Operation], str]
) -> dict[str, Operation]:
    groups: dict[str, list[Operation]] = defaultdict(list)
    for each in operations:
        groups[key(each)].append(each)
    return {name: group[0] for name, group in groups.items() if len(group) == 1}


def _request(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"


def _make_path_shape(operation: Operation) -> str:
    """Return method and path without the names of parameters."""
    parts = ["{}" if part.startswith("{") else part for part in operation.path.split("/")]
    return f"{operation.method} {'/'.join(parts)}"


def compare_existence(matching: Matching, pair: SnapshotPair) -> Iterator[Change]:
    """Yield operations that were removed or added."""
    roots = _find_paths_pointer(pair.old.api.operations), _find_paths_pointer(
        pair.new.api.operations
    )
    for each in matching.removed:
        word = "with" if each.deprecated else "without"
        context = make_operation_context(each, pair.old)
        texts = f"(`{each.method} {each.path}`) is gone", "is gone"
        check, pointers = f"=api-removed-{word}-deprecation", (each.pointer, roots[1])
        yield context.change(pair, check, "callers", *texts, pointers)
    for each in matching.added:
        context = make_operation_context(each, pair.new)
        texts = f"(`{each.method} {each.path}`) is new", "is new"
        pointers = roots[0], each.pointer
        yield context.change(pair, "=endpoint-added", "additive", *texts, pointers)


def _find_paths_pointer(operations: tuple[Operation, ...]) -> str:
    """Return where paths are described, as far as any operation shows it."""
    first = next((each.pointer for each in operations if each.pointer), "")
    return f"{first.partition('#')[0]}#/paths" if first else ""


def compare_operations(old: Operation, new: Operation, pair: SnapshotPair) -> Iterator[Change]:
    """Yield the changes of an operation, without those of the definitions it uses."""
    yield from _compare_names(old, new, pair)
    yield from _compare_documentation(old, new, pair)
    yield from compare_operation_security(old, new, make_operation_context(old, pair.old), pair)
    yield from compare_parameters(old, new, pair)
    yield from _compare_bodies(old, new, pair)
    yield from compare_responses(old, new, pair)


def _compare_names(old: Operation, new: Operation, pair: SnapshotPair) -> Iterator[Change]:
    context, pointers = make_operation_context(old, pair.old), (old.pointer, new.pointer)
    was, now = pair.old.method(old), pair.new.method(new)
    if was != now:
        text, python = f"is `{make_dotted_name(new)}` now", f"is called `{now}` now"
        yield context.change(pair, "=operation-renamed", "callers", text, python, pointers)
    if _make_path_shape(old) != _make_path_shape(new):
        text = f"is `{new.method} {new.path}` now, was `{old.method} {old.path}`"
        yield context.change(
            pair, "=api-path-changed", "additive", text, "is called as before", pointers
        )
    if old.server != new.server:
        text = f"goes to {new.server or 'the base URL'} now"
        yield context.change(
            pair, "=base-url-changed", "additive", text, "is called as before", pointers
        )
    if old.retry_safe != new.retry_safe:
        text = "is safe to retry now" if new.retry_safe else "is no longer safe to retry"
        python = "is retried accordingly"
        yield context.change(pair, "=retry-safety-changed", "additive", text, python, pointers)


def _compare_documentation(old: Operation, new: Operation, pair: SnapshotPair) -> Iterator[Change]:
    context, pointers = make_operation_context(old, pair.old), (old.pointer, new.pointer)
    if old.deprecated != new.deprecated:
        text = "is deprecated" if new.deprecated else "is no longer deprecated"
        check = "=endpoint-deprecated" if new.deprecated else "=endpoint-reactivated"
        yield context.change(pair, check, "documentation", text, "works as before", pointers)
    if not is_equal_prose(f"{old.summary}\n{old.description}", f"{new.summary}\n{new.description}"):
        yield context.change(pair, "=description-changed", "documentation", *REWORDED, pointers)
    is_same_method = pair.old.method(old) == pair.new.method(new)
    python = "is called as before"
    if old.id != new.id and is_same_method:
        text, check = (
            f"has the operation id `{new.id}`, had `{old.id}`",
            "=api-operation-id-changed",
        )
        yield context.change(pair, check, "documentation", text, python, pointers)
    if old.tags != new.tags and is_same_method:
        text, check = "has other tags", "=api-tag-changed"
        yield context.change(pair, check, "documentation", text, python, pointers)
    if old.permissions != new.permissions:
        text, check = "names other permissions", "=permissions-changed"
        yield context.change(pair, check, "documentation", text, "has another docstring", pointers)


def _compare_bodies(old: Operation, new: Operation, pair: SnapshotPair) -> Iterator[Change]:
    context = make_body_context(old, pair.old)
    was, now = old.body, new.body
    if was is None and now is not None:
        word = "required" if now.required else "optional"
        verdict: Verdict = "callers" if now.required else "additive"
        texts, pointers = (f"is new and {word}", "takes a body now"), (old.pointer, now.pointer)
        yield context.change(pair, f"added-{word}", verdict, *texts, pointers)
    elif was is not None and now is None:
        texts, pointers = ("is gone", "takes no body any more"), (was.pointer, new.pointer)
        yield context.change(pair, "removed", "callers", *texts, pointers)
    elif was is not None and now is not None:
        yield from _compare_body(was, now, context, pair, (old, new))


def _compare_body(
    was: Body,
    now: Body,
    context: PositionContext,
    pair: SnapshotPair,
    both: tuple[Operation, Operation],
) -> Iterator[Change]:
    pointers = (was.pointer, now.pointer)
    verdict: Verdict
    if was.required != now.required:
        check = "became-required" if now.required else "became-optional"
        verdict = "callers" if now.required else "additive"
        text = "is required now" if now.required else "is optional now"
        yield context.change(pair, check, verdict, text, text, pointers)
    if was.media_type != now.media_type:
        text = f"is sent as {now.media_type}, was as {was.media_type}"
        verdict = "additive" if was.kind == now.kind else "callers"
        python = "takes it as before" if was.kind == now.kind else "takes it in another form"
        yield context.change(pair, "media-type-changed", verdict, text, python, pointers)
    if was.members is not None and now.members is not None:
        groups = (Members(was.members, was.pointer), Members(now.members, now.pointer))
        yield from _compare_arguments(groups, context, pair, both)
        if (was.additional is None) != (now.additional is None):
            text = "takes further members" if was.additional is None else "takes no further members"
            verdict = "additive" if was.additional is None else "callers"
            check = "additional-properties-changed"
            yield context.change(pair, check, verdict, text, text, pointers)
    elif (was.members is None) != (now.members is None):
        text = "is one value now" if now.members is None else "is an object with members now"
        python = "takes `body`" if now.members is None else "takes its members as arguments"
        yield context.change(pair, "type-changed", "callers", text, python, pointers)
    else:
        yield from compare_positions(
            context, _make_body_position(was), _make_body_position(now), pair
        )


def _compare_arguments(
    groups: tuple[Members, Members],
    context: PositionContext,
    pair: SnapshotPair,
    both: tuple[Operation, Operation],
) -> Iterator[Change]:
    """Yield the changes of members of a body, which are arguments of the method."""
    old, new = both
    members = evolve(
        context,
        check="request-property",
        api=f"the member `{{}}` of the body of `{make_dotted_name(old)}`",
        python=f"`{pair.old.method(old)}({{}}=)`",
        objects=frozenset({f"{pair.old.make_qualified_name(old)}({{}})"}),
    )
    names = {
        each.wire: each.name
        for signature in (pair.new.signature(new), pair.old.signature(old))
        for each in signature.arguments
        if each.place == "body"
    }
    yield from compare_members(*groups, members, pair, names)


def _make_body_position(body: Body) -> ValuePosition:
    return ValuePosition(body.type, body.pointer, body.description)


def make_body_context(operation: Operation, side: Snapshot) -> PositionContext:
    """Return the context for changes to the body of an operation."""
    return evolve(
        make_operation_context(operation, side),
        check="request-body",
        api=f"the body of `{make_dotted_name(operation)}`",
    )


def make_operation_context(operation: Operation, side: Snapshot) -> PositionContext:
    """Return the context for changes to an operation."""
    return PositionContext(
        check="",
        direction="request",
        subject=make_dotted_name(operation),
        api=f"`{make_dotted_name(operation)}`",
        python=f"`{side.method(operation)}`",
        group=".".join(operation.resource),
        operations=(refer_to(operation),),
        objects=frozenset({side.make_qualified_name(operation)}),
    )
