"""The comparison of webhooks: requests that the API sends, so their payloads are read like results."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from ..ir.types import Reference
from ..openapi.loading import Node
from ..openapi.metamodel import HTTP_METHODS
from .changes import Change, Verdict
from .schema_view import place_of
from .snapshot import Snapshot, SnapshotPair
from .value_positions import PositionContext


@frozen
class Payload:
    """What a webhook sends, on both sides."""

    context: PositionContext
    old: Node
    new: Node

    def list_definitions(self, pair: SnapshotPair) -> tuple[tuple[str, str], ...]:
        """Return the definitions of the payload."""
        was, now = _find_definition(self.old, pair.old), _find_definition(self.new, pair.new)
        return pair.types.relate(was, now).pairs if was is not None and now is not None else ()


def compare_webhooks(pair: SnapshotPair) -> Iterator[Change | Payload]:
    """Yield webhooks that were removed or added, and the payloads of the others."""
    before, after = _map_webhooks(pair.old), _map_webhooks(pair.new)
    for name, node in before.items():
        context = _make_context(name)
        if name not in after:
            pointers = place_of(node), pair.new.api.pointer
            texts = "is gone", "is never sent any more"
            yield context.change(pair, "=webhook-removed", "readers", *texts, pointers)
            continue
        was, now = _find_payload(node, pair.old), _find_payload(after[name], pair.new)
        if was is not None and now is not None:
            payload = evolve(context, api=f"the payload of {context.api}")
            yield Payload(payload, was, now)
        elif (was is None) != (now is None):
            text = "has a payload now" if was is None else "has no payload any more"
            verdict: Verdict = "additive" if was is None else "readers"
            pointers = place_of(node), place_of(after[name])
            check = f"=webhook-payload-{'added' if was is None else 'removed'}"
            yield context.change(pair, check, verdict, text, text, pointers)
    for name, node in after.items():
        if name not in before:
            pointers = pair.old.api.pointer, place_of(node)
            texts = "is new", "may be sent"
            yield _make_context(name).change(pair, "=webhook-added", "additive", *texts, pointers)


def _map_webhooks(side: Snapshot) -> dict[str, Node]:
    """Return the operations of webhooks, by name and method."""
    webhooks: dict[str, Node] = {}
    for key in ("webhooks", "x-webhooks"):
        for name, item in (side.source.root / key).items():
            resolved = side.source.resolve(item)
            for method in HTTP_METHODS:
                operation = resolved.get(method) if resolved is not None else None
                if operation is not None:
                    webhooks.setdefault(f"{method.upper()} {name}", operation)
    return webhooks


def _find_payload(operation: Node, side: Snapshot) -> Node | None:
    """Return the schema of what is sent."""
    body = side.source.resolve(operation / "requestBody") if "requestBody" in operation else None
    for _, media in (body / "content").items() if body is not None else ():
        return media.get("schema")
    return None


def _find_definition(schema: Node, side: Snapshot) -> Reference | None:
    target = side.source.resolve(schema)
    for node in (schema, target):
        key = side.catalog.find_canonical(place_of(node)) if node is not None else ""
        if key in side.catalog.definitions:
            return Reference(key)
    return None


def _make_context(name: str) -> PositionContext:
    method, _, title = name.partition(" ")
    return PositionContext(
        check="response-body",
        direction="response",
        subject=title,
        api=f"the webhook `{title}`" + (f" ({method})" if method != "POST" else ""),
        python=f"webhook `{title}`",
        group="webhooks",
    )
