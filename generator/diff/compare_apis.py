"""The comparison of two APIs: the client, operations, webhooks, then every definition they reach, each once."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ..ir.operations import Operation
from ..ir.types import Type
from .changes import Change, Direction, sort_by_verdict
from .compare_clients import compare_client
from .compare_constraints import ConstraintComparison
from .compare_definitions import Use, compare_definitions, iter_pairs_below
from .compare_operations import compare_existence, compare_operations, match_operations
from .compare_responses import match_media
from .compare_webhooks import Payload, compare_webhooks
from .importable_names import compare_importable_names
from .snapshot import Snapshot, SnapshotPair, refer_to
from .usage import UsageGraph


def compare(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """Return what changed from one API to another, in the API and in Python.

    Args:
        old: the API before.
        new: the API now.

    Returns:
        The changes, the most severe first. A definition is compared once for each direction of its
        values, and its changes name the operations that use it.
    """
    pair = SnapshotPair(old, new)
    matching = match_operations(old.api.operations, new.api.operations)
    constraints = ConstraintComparison(pair)
    graph = UsageGraph[Use](lambda use: [(*each, use[2]) for each in iter_pairs_below(use, pair)])
    changes = [*compare_client(matching.pairs, pair), *compare_existence(matching, pair)]
    for was, now in matching.pairs:
        changes += compare_operations(was, now, pair)
        changes += constraints.compare_operation(was, now)
        for direction, one, other in _pair_types(was, now):
            relation = pair.types.relate(one, other)
            graph.add([(*each, direction) for each in relation.pairs], refer_to(was))
    for each in compare_webhooks(pair):
        if isinstance(each, Payload):
            changes += constraints.compare_payload(each)
            graph.add([(*both, "response") for both in each.list_definitions(pair)], None)
        else:
            changes.append(each)
    for use in graph:
        for change in compare_definitions(use, pair):
            changes.append(evolve(change, operations=graph.operations(use)))
    changes += constraints.compare_components()
    changes += compare_importable_names(matching, graph, changes, pair)
    return sort_by_verdict(dict.fromkeys(changes))


def _pair_types(old: Operation, new: Operation) -> Iterator[tuple[Direction, Type, Type]]:
    """Yield the pairs of types at equal positions of two operations."""
    parameters = {(each.location, each.name): each.type for each in new.parameters}
    for parameter in old.parameters:
        if (parameter.location, parameter.name) in parameters:
            yield "request", parameter.type, parameters[parameter.location, parameter.name]
    if old.body is not None and new.body is not None:
        yield "request", old.body.type, new.body.type
        members = {each.name: each.type for each in new.body.members or ()}
        for member in old.body.members or ():
            if member.name in members:
                yield "request", member.type, members[member.name]
        if old.body.additional is not None and new.body.additional is not None:
            yield "request", old.body.additional, new.body.additional
    for was, now in match_media(old, new):
        yield "response", was.type, now.type
    if old.info is not None and new.info is not None:
        yield "response", old.info, new.info
