"""Calls whose result is narrower than the response says (`x-overloads`)."""

from __future__ import annotations

from collections.abc import Iterable

from ...diagnostics import Report
from ...ir.definitions import Catalog
from ...ir.operations import Operation, Overload
from ...ir.traversal import flatten_variants
from ...ir.types import AnyOf, Binary, Primitive, Reference, Type
from ...openapi.extensions import operation_keys
from ...openapi.loading import Node
from ..schemas.lower_schema import SchemaLowering


def lower_overloads(node: Node, types: SchemaLowering, name: str) -> tuple[Overload, ...]:
    """Lower `x-overloads` of the operation at `node`.

    Args:
        node: the operation.
        types: lowers the results.
        name: the name for inline schemas that are defined along the way.
    """
    return tuple(
        Overload(required, optional, _lower_result(result, types, name))
        for required, optional, result in operation_keys.read_overloads(node)
    )


def _lower_result(node: Node, types: SchemaLowering, name: str) -> Type:
    """Lower one result; alternatives stay without a name, since the response has one for them."""
    options = [types.lower(each, name) for each in node / "anyOf"]
    return AnyOf(tuple(options)) if options else types.lower(node, name)


def check_overloads(
    nodes: Iterable[Node], operations: Iterable[Operation], catalog: Catalog, report: Report
) -> None:
    """Report overloads whose result is not a variant of the response, once everything is defined."""
    for node, operation in zip(nodes, operations, strict=True):
        if not operation.overloads:
            continue
        described = _list_variants(operation, catalog)
        results = [result for _, _, result in operation_keys.read_overloads(node)]
        for place, overload in zip(results, operation.overloads, strict=True):
            if not set(flatten_variants(catalog, [overload.result])) <= set(described):
                names = [
                    catalog[each.key].name for each in described if isinstance(each, Reference)
                ]
                report.error(
                    "overload",
                    place,
                    "the response has no such variant",
                    f"name one of {', '.join(names)}" if names else "describe it in the response",
                )


def _list_variants(operation: Operation, catalog: Catalog) -> list[Type]:
    """Return the variants of a response."""
    media = [media for response in operation.responses for media in response.media]
    raw: dict[str, Type] = {"bytes": Binary(), "text": Primitive("string")}
    types = [each.type for each in media if each.kind == "json"]
    return flatten_variants(
        catalog, [*types, *(raw[each.kind] for each in media if each.kind in raw)]
    )
