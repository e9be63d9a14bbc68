"""The comparison of constraints for a whole API: parameters, bodies, results, webhooks, and their components."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from ..ir.operations import Operation
from ..openapi.loading import Node
from .changes import Change
from .compare_operations import make_body_context
from .compare_parameters import make_parameter_context, match_parameters
from .compare_responses import make_response_context, match_media
from .compare_webhooks import Payload
from .schema_view import Schemas
from .schema_walk import ComponentUse, SchemaWalk
from .snapshot import SnapshotPair, make_dotted_name, refer_to
from .usage import UsageGraph
from .value_positions import PositionContext


class ConstraintComparison:
    """Collects the changes of constraints; each component is compared once for each direction."""

    def __init__(self, pair: SnapshotPair) -> None:
        """Begin a comparison."""
        self._pair = pair
        self._old, self._new = Schemas(pair.old.source), Schemas(pair.new.source)
        self._walk = SchemaWalk(pair, self._old, self._new)
        self._components: dict[ComponentUse, list[Change]] = {}
        self._graph = UsageGraph[ComponentUse](self._expand)

    def compare_operation(self, old: Operation, new: Operation) -> Iterator[Change]:
        """Yield the changes at the parameters, the body and the results of an operation."""
        for context, was, now, names in self._iter_roots(old, new):
            is_body = context.check == "request-body" and bool(
                old.body
                and new.body
                and old.body.members is not None
                and new.body.members is not None
            )
            changes, below = self._walk.compare(
                context, was, now, names, is_argument_object=is_body
            )
            yield from changes
            self._graph.add(below, refer_to(old))

    def compare_payload(self, payload: Payload) -> Iterator[Change]:
        """Yield the changes of what a webhook sends."""
        changes, below = self._walk.compare(payload.context, payload.old, payload.new, {})
        yield from changes
        self._graph.add(below, None)

    def compare_components(self) -> Iterator[Change]:
        """Yield the changes of the components that were reached."""
        for use in self._graph:
            changes = self._components.get(use)
            if changes:
                operations = self._graph.operations(use)
                yield from (evolve(change, operations=operations) for change in changes)

    def _iter_roots(
        self, old: Operation, new: Operation
    ) -> Iterator[tuple[PositionContext, Node, Node, dict[str, str]]]:
        """Yield the schemas at equal positions, what they are called, and the names of members."""
        side = self._pair.old
        for was, now in match_parameters(old, new)[0]:
            context = make_parameter_context(was, old, side)
            yield from self._iter_pair(context, was.pointer, now.pointer, {})
        if old.body is not None and new.body is not None:
            names = {
                each.wire: each.name
                for each in side.signature(old).arguments
                if each.place == "body"
            }
            yield from self._iter_pair(
                make_body_context(old, side), old.body.pointer, new.body.pointer, names
            )
        context = evolve(
            make_response_context(old, side),
            check="response-body",
            api=f"the result of `{make_dotted_name(old)}`",
        )
        for one, other in match_media(old, new):
            yield from self._iter_pair(context, one.pointer, other.pointer, {})

    def _iter_pair(
        self, context: PositionContext, old: str, new: str, names: dict[str, str]
    ) -> Iterator[tuple[PositionContext, Node, Node, dict[str, str]]]:
        was, now = _find_schema(self._old, old), _find_schema(self._new, new)
        if was is not None and now is not None:
            yield context, was, now, names

    def _expand(self, use: ComponentUse) -> list[ComponentUse]:
        old, new, direction = use
        was, now = self._old.find(old), self._new.find(new)
        if was is None or now is None:
            return []
        symbol = self._pair.old.symbols.definitions.get(self._pair.old.catalog.find_canonical(old))
        name = symbol.name if symbol is not None else was.key
        api = f"`{self._pair.old.name_definition(old) if symbol is not None else was.key}`"
        context = PositionContext(
            check=f"{direction}-property",
            direction=direction,
            subject=name,
            api=api,
            python=f"`{name}`",
            group="models",
        )
        names = dict(symbol.attributes) if symbol is not None else {}
        changes, below = self._walk.compare(context, was, now, names, is_component=True)
        self._components[use] = changes
        return below


def _find_schema(schemas: Schemas, place: str) -> Node | None:
    """Return the schema of a parameter or media type, or the schema itself."""
    node = schemas.find(place)
    if node is None:
        return None
    inner = node.get("schema")
    if inner is not None and inner.is_map:
        return inner
    for _, media in (node / "content").items():  # a parameter that is sent as JSON
        return media.get("schema")
    return node
