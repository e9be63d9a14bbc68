"""Recorded exchanges held against a description: differences, with how often and where each was seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from attrs import define, field, frozen

from ..lowering.naming.operation_index import IndexedOperation
from ..openapi.loading import Node, Source
from .json_values import as_object
from .mismatches import Gap, Kind, find_gaps
from .recordings import Exchange

_KEPT = 3
"""How many places are remembered as evidence."""


@define
class Difference:
    """A difference that one or more exchanges show.

    Attributes:
        kind: what kind of difference it is.
        node: the schema or operation that would have to say otherwise, in the bundled document.
        name: the member, status or media type it is about.
        values: what came, each value once.
        count: how often.
        operations: the operations whose answers show it.
        evidence: the first places: recording, path in the body, value.
    """

    kind: Kind
    node: Node
    name: str
    values: list[Any] = field(factory=list[Any])
    count: int = 0
    operations: list[str] = field(factory=list[str])
    evidence: list[str] = field(factory=list[str])

    def add(self, gap: Gap, exchange: Exchange) -> None:
        """Count a gap of this kind at this place."""
        self.count += 1
        if not any(each == gap.value and type(each) is type(gap.value) for each in self.values):
            self.values.append(gap.value)
        if exchange.operation not in self.operations:
            self.operations.append(exchange.operation)
        if len(self.evidence) < _KEPT:
            self.evidence.append(f"{exchange.where} {gap.path} {gap.sample}")


@frozen
class Reality:
    """What exchanges say of a description.

    Attributes:
        differences: by place in the document.
        exchanges: how many were read.
        operations: which operations they are of.
    """

    differences: tuple[Difference, ...]
    exchanges: int
    operations: tuple[str, ...]


def compare(
    exchanges: Iterable[Exchange],
    operations: Iterable[IndexedOperation],
    source: Source,
    envelope: frozenset[str],
) -> Reality:
    """Hold exchanges against a description.

    Args:
        exchanges: what was recorded.
        operations: where every operation is described.
        source: the description.
        envelope: members that any answer may have.
    """
    known = {".".join((*place.resource, place.name)): place for place in operations}
    found: dict[tuple[str, str, str], Difference] = {}
    count, seen = 0, dict[str, None]()
    for exchange in exchanges:
        count += 1
        place = known.get(exchange.operation) or _by_path(exchange, known.values())
        seen[exchange.operation] = None
        for gap in _gaps(exchange, place, source, envelope):
            key = (gap.kind, f"{gap.node.document.name}#{gap.node.pointer}", gap.name)
            found.setdefault(key, Difference(gap.kind, gap.node, gap.name)).add(gap, exchange)
    return Reality(tuple(found.values()), count, tuple(seen))


def _by_path(exchange: Exchange, places: Iterable[IndexedOperation]) -> IndexedOperation | None:
    """The operation of an endpoint that was called without its method."""
    for place in places:
        pattern = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(place.path))
        if place.method == exchange.method.lower() and re.search(f"{pattern}$", exchange.path):
            return place
    return None


def _gaps(
    exchange: Exchange, place: IndexedOperation | None, source: Source, envelope: frozenset[str]
) -> list[Gap]:
    if place is None:
        told = f"{exchange.method} {exchange.path}"
        return [Gap("undocumented operation", source.root / "paths", told, "$", exchange.status)]
    responses = place.node / "responses"
    status = str(exchange.status)
    response = next(
        (
            found
            for key in (status, f"{status[0]}XX", f"{status[0]}xx", "default")
            if (found := responses.get(key))
        ),
        None,
    )
    if response is None:
        return [Gap("undocumented status", place.node, status, "$", _shape(exchange.body))]
    content = (source.resolve(response) or response) / "content"
    media = _media(content, exchange.media_type)
    if media is None:
        if not content.is_map or not exchange.media_type:
            return []
        return [
            Gap(
                "undocumented media type",
                source.resolve(response) or response,
                exchange.media_type,
                "$",
                None,
            )
        ]
    if exchange.body is None and not exchange.media_type.endswith("json"):
        return []
    return find_gaps(media / "schema", exchange.body, source, envelope)


def _media(content: Node, media_type: str) -> Node | None:
    ranges = {key.split(";")[0].strip().lower(): node for key, node in content.items()}
    wished = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    return next((ranges[each] for each in wished if each in ranges), None)


def _shape(body: Any) -> Any:
    """What a body of a status that nobody described is made of, without what it says."""
    members = as_object(body)
    return sorted(members) if members is not None else type(body).__name__
