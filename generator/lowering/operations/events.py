"""The schemas of the data of a stream's events: one for all, or one for each event name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ...openapi.loading import Node, Source
from ..schemas.all_of import merge_schema
from ..schemas.schema import Schema

_EVENT_FIELDS = frozenset({"data", "event", "id", "retry", "comment"})
"""The fields of a server-sent event."""
_MAX_DEPTH = 20
"""Schemas that extend one another."""


@frozen
class EventSchemas:
    """The schemas of the data of events.

    Attributes:
        by_name: those of events with a certain name (`event: delta`).
        other: those of all other events.
    """

    by_name: tuple[tuple[str, Node], ...] = ()
    other: tuple[Node, ...] = ()

    @property
    def all(self) -> tuple[Node, ...]:
        """All schemas, in the order of the document."""
        return (*(node for _, node in self.by_name), *self.other)


def read_events(item: Node, source: Source) -> EventSchemas:
    """Read the schemas of the data of the events that `item` describes, an `itemSchema` of OpenAPI 3.2.

    It may describe whole events, of which the member `data` counts, or their data alone.
    """
    if not item.is_map:
        return EventSchemas()
    schema = merge_schema(item, source)
    groups = [group for group in schema.groups if len(group) > 0]
    if not groups:
        return _read_event(item, schema, source)
    alternatives = [merge_schema(option, source) for option in groups[0]]
    if len(groups) > 1 or not all(_is_event(each, schema) for each in alternatives):
        return EventSchemas(other=(item,))
    by_name: dict[str, Node] = {}
    other: list[Node] = []
    for option, each in zip(groups[0], alternatives, strict=True):
        event = _read_event(option, each, source)
        other += event.other
        for name, data in event.by_name:
            by_name.setdefault(name, data)
    return EventSchemas(tuple(by_name.items()), tuple(other))


def _is_event(schema: Schema, outer: Schema) -> bool:
    """Return whether a schema describes an event, and not its data: it has no members but those of events."""
    names = schema.properties.keys() | outer.properties.keys()
    return bool(names & {"data", "event"}) and names <= _EVENT_FIELDS


def _read_event(node: Node, schema: Schema, source: Source) -> EventSchemas:
    """Read one alternative; events without data are skipped."""
    if not _is_event(schema, schema):
        return EventSchemas(other=(node,))
    data = schema.properties.get("data")
    if data is None:
        return EventSchemas()
    payload = _read_payload(data, source)
    names = _read_names(schema.properties.get("event"), source)
    if not names:
        return EventSchemas(other=(payload,))
    return EventSchemas(by_name=tuple((name, payload) for name in names))


def _read_payload(data: Node, source: Source) -> Node:
    """Return the schema of what the text of `data` holds, where it is given, else that of the text itself."""
    parts = list(_read_parts(data, source))
    for part in reversed(parts):
        content = part.get("contentSchema")
        if content is not None:
            return content
    is_json = any((part.text("contentMediaType") or "").endswith("json") for part in parts)
    return data / "contentSchema" if is_json else data


def _read_parts(node: Node, source: Source, depth: int = 0) -> Iterator[Node]:
    """Yield the schema at `node` and those that it refers to or puts together with `allOf`."""
    resolved = source.resolve(node) if node.is_map else None
    if resolved is None or not resolved.is_map or depth > _MAX_DEPTH:
        return
    for part in resolved / "allOf":
        yield from _read_parts(part, source, depth + 1)
    yield resolved
    if node is not resolved:
        yield node


def _read_names(event: Node | None, source: Source) -> list[str]:
    """Return the names of events that a schema lists."""
    if event is None or not event.is_map:
        return []
    values: tuple[Any, ...] = merge_schema(event, source).enum or ()
    return [each for each in values if isinstance(each, str)]
