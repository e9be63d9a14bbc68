"""The comparison of the parameters of an operation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..ir.operations import Operation, Parameter
from .changes import Change, Effect, Verdict, judge
from .snapshot import Snapshot, SnapshotPair, make_dotted_name, refer_to
from .value_positions import PositionContext, ValuePosition, compare_positions


def compare_parameters(old: Operation, new: Operation, pair: SnapshotPair) -> Iterator[Change]:
    """Yield the changes of parameters: removed, added, different."""
    matched, removed, added = match_parameters(old, new)
    for was in removed:
        context = make_parameter_context(was, old, pair.old)
        pointers = (was.pointer, new.pointer)
        yield context.change(pair, "removed", "callers", "is gone", "is gone", pointers)
    for now in added:
        yield _make_addition(now, old, new, pair)
    for was, now in matched:
        yield from _compare_parameter(was, now, (old, new), pair)


def match_parameters(
    old: Operation, new: Operation
) -> tuple[list[tuple[Parameter, Parameter]], list[Parameter], list[Parameter]]:
    """Pair parameters by place and name, then by position in the path, then by name alone.

    Returns:
        The pairs, the parameters that only the old operation has, and those that only the new one has.
    """
    unmatched, matched = list(new.parameters), list[tuple[Parameter, Parameter]]()
    waiting = list(old.parameters)
    positions = {
        id(each): _find_path_index(each, op) for op in (old, new) for each in op.parameters
    }
    keys: tuple[Callable[[Parameter], object], ...] = (
        lambda each: (each.location, each.name),
        lambda each: positions[id(each)] or id(each),
        lambda each: each.name,
    )
    for key in keys:
        candidates = {key(each): each for each in unmatched}
        for each in list(waiting):
            if key(each) in candidates:
                other = candidates.pop(key(each))
                matched.append((each, other))
                waiting.remove(each)
                unmatched.remove(other)
    return matched, waiting, unmatched


def _find_path_index(parameter: Parameter, operation: Operation) -> tuple[str, int] | None:
    """Return which of the path's parameters it is."""
    segments = [part for part in operation.path.split("/") if part.startswith("{")]
    name = f"{{{parameter.name}}}"
    is_segment = parameter.location == "path" and name in segments
    return ("path", segments.index(name)) if is_segment else None


def _make_addition(now: Parameter, old: Operation, new: Operation, pair: SnapshotPair) -> Change:
    context = make_parameter_context(now, new, pair.new)
    is_required = _is_required(now)
    word = "required" if now.required else "optional"
    check = f"=new-{word}-request-parameter"
    if now.location == "path":
        check = "=new-request-path-parameter"
    python = "has to be given" if is_required else "can be given"
    verdict: Verdict = "callers" if is_required else "additive"
    pointers = (old.pointer, now.pointer)
    return context.change(pair, check, verdict, f"is new and {word}", python, pointers)


def _compare_parameter(
    was: Parameter, now: Parameter, both: tuple[Operation, Operation], pair: SnapshotPair
) -> Iterator[Change]:
    context, pointers = make_parameter_context(was, both[0], pair.old), (was.pointer, now.pointer)
    if _is_required(was) != _is_required(now):
        is_required = _is_required(now)
        effect: Effect = "narrowed" if is_required else "widened"
        check = "became-required" if is_required else "became-optional"
        text = "is required now" if is_required else "is optional now"
        python = "has to be given" if is_required else "may be left out"
        yield context.change(pair, check, judge("request", effect), text, python, pointers)
    yield from _compare_names(was, now, context, both, pair)
    if _describe_serialization(was) != _describe_serialization(now):
        text = f"is sent as {_describe_serialization(now)}, was as {_describe_serialization(was)}"
        check, python = "serialization-changed", "is given as before"
        yield context.change(pair, check, "additive", text, python, pointers)
    if was.refuse_empty != now.refuse_empty:
        effect = "narrowed" if now.refuse_empty else "widened"
        text = "may not be an empty list" if now.refuse_empty else "may be an empty list"
        verdict = judge("request", effect)
        yield context.change(pair, "refuse-empty-changed", verdict, text, text, pointers)
    yield from compare_positions(
        context, _make_parameter_position(was), _make_parameter_position(now), pair
    )


def _compare_names(
    was: Parameter,
    now: Parameter,
    context: PositionContext,
    both: tuple[Operation, Operation],
    pair: SnapshotPair,
) -> Iterator[Change]:
    old = pair.old.argument(both[0], was.location, was.name)
    new = pair.new.argument(both[1], now.location, now.name)
    pointers = (was.pointer, now.pointer)
    text = f"is called `{now.name}` now"
    if old is not None and new is not None and old.name != new.name:
        python = f"is called `{new.name}` now"
        yield context.change(pair, "renamed", "callers", text, python, pointers)
    elif was.name != now.name:
        yield context.change(pair, "renamed", "additive", text, "is called as before", pointers)


def _describe_serialization(parameter: Parameter) -> str:
    words = [parameter.location, parameter.style, "exploded" if parameter.explode else ""]
    return " ".join([*words, "unescaped" if parameter.unescaped else ""]).strip()


def _make_parameter_position(parameter: Parameter) -> ValuePosition:
    return ValuePosition(
        parameter.type,
        parameter.pointer,
        parameter.description,
        parameter.deprecated,
        is_optional=not _is_required(parameter),
    )


def _is_required(parameter: Parameter) -> bool:
    """Return whether callers have to give it."""
    return parameter.required and not parameter.held_by_client


def make_parameter_context(
    parameter: Parameter, operation: Operation, side: Snapshot
) -> PositionContext:
    """Return what a parameter is called."""
    argument = side.argument(operation, parameter.location, parameter.name)
    name = argument.name if argument is not None else parameter.name
    return PositionContext(
        check="request-parameter",
        direction="request",
        subject=make_dotted_name(operation),
        api=f"the {parameter.location} parameter `{parameter.name}` of `{make_dotted_name(operation)}`",
        python=f"`{side.method(operation)}({name}=)`",
        group=".".join(operation.resource),
        operations=(refer_to(operation),),
        objects=frozenset({side.make_qualified_name(operation, name)}),
    )
