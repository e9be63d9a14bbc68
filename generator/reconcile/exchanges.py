"""Recorded exchanges compared with a description: each difference with how often and where it was seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field, frozen

from ..lowering.naming.operation_index import IndexedOperation
from ..openapi.loading import Node, Source
from ..text import pluralize
from .infer import is_map_of_names
from .mismatches import Kind, Mismatch, find_mismatches
from .recordings import Exchange

_ABSENT_BODIES: dict[str, Kind] = {
    "empty": "empty body",
    "text": "invalid JSON",
    "bytes": "invalid JSON",
}
"""What a body is that is documented as JSON and is none; an older recording does not tell them apart."""
_MOST_EVIDENCE = 3
"""How many places are listed for a difference."""


@define
class Difference:
    """A difference that one or more exchanges show.

    Attributes:
        kind: what kind of difference it is.
        node: the schema or operation to change, in the bundled document.
        name: the member, status or media type it is about.
        media_type: the media type of the responses of an undocumented status.
        values: the recorded values, each once.
        count: how often.
        operations: the operations whose responses show it.
        evidence: the first places: recording, path in the body, value.
    """

    kind: Kind
    node: Node
    name: str
    media_type: str = ""
    values: list[Any] = field(factory=list[Any])
    count: int = 0
    operations: list[str] = field(factory=list[str])
    evidence: list[str] = field(factory=list[str])

    def add(self, mismatch: Mismatch, exchange: Exchange) -> None:
        """Add one more mismatch."""
        self.count += 1
        if not any(
            each == mismatch.value and type(each) is type(mismatch.value) for each in self.values
        ):
            self.values.append(mismatch.value)
        if exchange.operation not in self.operations:
            self.operations.append(exchange.operation)
        if len(self.evidence) < _MOST_EVIDENCE:
            self.evidence.append(f"{exchange.where} {mismatch.path} {mismatch.sample}")


@frozen
class Comparison:
    """The result of a comparison.

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
) -> Comparison:
    """Compare exchanges with a description.

    Args:
        exchanges: what was recorded.
        operations: where every operation is described.
        source: the description.
        envelope: members that any response may have.
    """
    by_name = {".".join((*each.resource, each.name)): each for each in operations}
    differences: dict[tuple[str, str, str, str], Difference] = {}
    count, names = 0, dict[str, None]()
    for exchange in exchanges:
        count += 1
        operation = by_name.get(exchange.operation) or _find_by_path(exchange, by_name.values())
        names[exchange.operation] = None
        for mismatch in _find_mismatches(exchange, operation, source, envelope):
            key = (
                mismatch.kind,
                f"{mismatch.node.document.name}#{mismatch.node.pointer}",
                mismatch.name,
                mismatch.media_type,
            )
            differences.setdefault(
                key, Difference(mismatch.kind, mismatch.node, mismatch.name, mismatch.media_type)
            ).add(mismatch, exchange)
    return Comparison(tuple(_fold_members(differences.values())), count, tuple(names))


def _fold_members(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Yield the differences; unknown members of one object that are entries of a map are one."""
    by_object: dict[str, list[Difference]] = {}
    listed = list(differences)
    for each in listed:
        if each.kind == "unknown member":
            by_object.setdefault(each.node.pointer, []).append(each)
    folded: set[str] = set()
    for each in listed:
        group = by_object.get(each.node.pointer, []) if each.kind == "unknown member" else []
        if not is_map_of_names({one.name: one.values for one in group}):
            yield each
        elif each.node.pointer not in folded:
            folded.add(each.node.pointer)
            yield Difference(
                "unknown members",
                each.node,
                pluralize(len(group), "name"),
                values=[value for one in group for value in one.values],
                count=sum(one.count for one in group),
                operations=list(dict.fromkeys(name for one in group for name in one.operations)),
                evidence=[line for one in group for line in one.evidence][:_MOST_EVIDENCE],
            )


def _find_by_path(
    exchange: Exchange, operations: Iterable[IndexedOperation]
) -> IndexedOperation | None:
    """Find the operation of an endpoint that was called by its URL."""
    for operation in operations:
        pattern = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(operation.path))
        if operation.method == exchange.method.lower() and re.search(f"{pattern}$", exchange.path):
            return operation
    return None


def _find_mismatches(
    exchange: Exchange, operation: IndexedOperation | None, source: Source, envelope: frozenset[str]
) -> list[Mismatch]:
    if operation is None:
        endpoint = f"{exchange.method} {exchange.path}"
        return [
            Mismatch(
                "undocumented operation", source.root / "paths", endpoint, "$", exchange.status
            )
        ]
    responses = operation.node / "responses"
    status = str(exchange.status)
    response = next(
        (
            response
            for key in (status, f"{status[0]}XX", f"{status[0]}xx", "default")
            if (response := responses.get(key))
        ),
        None,
    )
    if response is None:
        return [
            Mismatch(
                "undocumented status",
                operation.node,
                status,
                "$",
                exchange.body,
                exchange.media_type,
            )
        ]
    content = (source.resolve(response) or response) / "content"
    media = _find_media(content, exchange.media_type)
    if media is None:
        is_success = 200 <= exchange.status < 300
        if not exchange.media_type or not (content.value or is_success):
            return []
        return [
            Mismatch(
                "undocumented media type",
                source.resolve(response) or response,
                exchange.media_type,
                "$",
                exchange.body,
            )
        ]
    if exchange.body is None and not exchange.media_type.endswith("json"):
        return []
    mismatches = find_mismatches(media / "schema", exchange.body, source, envelope)
    if exchange.body is None and mismatches and exchange.kind != "json":
        schema = source.resolve(media / "schema") or media
        if exchange.kind == "stream" or schema.text("format") == "binary":
            return []
        return [Mismatch(_ABSENT_BODIES.get(exchange.kind, "no JSON"), media, "", "$", None)]
    return mismatches


def _find_media(content: Node, media_type: str) -> Node | None:
    ranges = {key.split(";")[0].strip().lower(): node for key, node in content.items()}
    ranges_of_type = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    return next((ranges[each] for each in ranges_of_type if each in ranges), None)
