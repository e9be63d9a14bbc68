"""House rules: what is valid OpenAPI and still wrong. Each finding has a place and a cure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..api.document import Api
from ..diagnostics import Report
from ..source import Node, Source
from .places import Place, places

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def check_rules(source: Source, api: Api, report: Report) -> None:
    """Add to `report` what is wrong with the operations of `source`, which `api` describes."""
    found = list(places(source))
    _check_ids(found, report)
    _check_names(found, api, report)
    for place in found:
        _check_path(place, source, report)


def _check_ids(found: Iterable[Place], report: Report) -> None:
    seen: dict[str, Place] = {}
    for place in found:
        name = place.node.text("operationId")
        if name is None:
            continue
        if name in seen:
            first = seen[name]
            report.warning(
                "duplicate-operation-id",
                place.node / "operationId",
                f"{name!r} is the operationId of {first.method.upper()} {first.path} already",
                "give each operation an id of its own",
            )
        seen.setdefault(name, place)


def _check_names(found: Iterable[Place], api: Api, report: Report) -> None:
    """Two operations of a resource that would be one method."""
    by_pointer = {(each.path, each.method): each for each in found}
    seen: dict[tuple[tuple[str, ...], str], str] = {}
    for operation in api.operations:
        key = (operation.resource, operation.name)
        if key in seen:
            place = by_pointer[(operation.path, operation.method.lower())]
            report.warning(
                "name-collision",
                place.node,
                f"{'.'.join(operation.resource)}.{operation.name} is {seen[key]} already; this one gets a number",
                "name it with `x-method`",
            )
        seen.setdefault(key, f"{operation.method} {operation.path}")


def _check_path(place: Place, source: Source, report: Report) -> None:
    """Path parameters and placeholders must be the same."""
    placeholders = set(_PLACEHOLDER.findall(place.path))
    declared: dict[str, Node] = {}
    for owner in (place.item, place.node):
        for node in owner / "parameters":
            resolved = source.resolve(node)
            if resolved is not None and resolved.text("in") == "path":
                declared[resolved.text("name") or ""] = node
    for name, node in declared.items():
        if name not in placeholders:
            report.warning(
                "path-parameter",
                node,
                f"the path {place.path} has no placeholder {{{name}}} for this parameter",
                f"write {{{name}}} into the path, or take the parameter out",
            )
    for name in sorted(placeholders - set(declared)):
        report.warning(
            "path-parameter",
            place.node,
            f"the placeholder {{{name}}} of {place.path} has no parameter",
            "declare it: {name: " + name + ", in: path, required: true, schema: {type: string}}",
        )
