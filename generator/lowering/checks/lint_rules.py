"""House rules: what is valid OpenAPI and still wrong. Each finding has a place and says how to fix it."""

from __future__ import annotations

from collections.abc import Iterable

from ...diagnostics import Report
from ...openapi.extensions.registry import read as dialect
from ...openapi.loading import Node, Source
from ...text import split_words
from ..naming.operation_index import IndexedOperation
from ..naming.path_template import placeholders
from .operation_rules import check_operations


def check_rules(source: Source, found: list[IndexedOperation], report: Report) -> None:
    """Add to `report` what is wrong with the operations of `source`, which are those `found` before."""
    _check_ids(found, report)
    check_operations(source, found, report)
    _check_names(found, report)
    for place in found:
        _check_path(place, report)


def _check_ids(found: Iterable[IndexedOperation], report: Report) -> None:
    seen: dict[str, IndexedOperation] = {}
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


def _check_names(found: Iterable[IndexedOperation], report: Report) -> None:
    """A name that the document gives, and that another operation has."""
    owners = {(place.resource, tuple(split_words(place.name))): place for place in found}
    for place in found:
        said = dialect(place.node, "x-method")
        if not isinstance(said, str) or split_words(said) in ([], split_words(place.name)):
            continue
        owner = owners.get((place.resource, tuple(split_words(said))))
        taken = f"of {owner.method.upper()} {owner.path}" if owner is not None else "of a resource"
        report.warning(
            "name-collision",
            place.node,
            f"`{'.'.join(place.resource)}.{said}` is the name {taken} already; "
            f"this operation becomes `{place.name}`",
            "give it another `x-method`",
        )


def _check_path(place: IndexedOperation, report: Report) -> None:
    """Path parameters and placeholders must be the same; a place in the query may be for one of the query."""
    wanted = set(place.placeholders)
    declared = {each.text("name") for each in place.parameters if each.text("in") == "path"}
    if declared != wanted:
        _tell_apart(wanted, place, report)


def _tell_apart(wanted: set[str], place: IndexedOperation, report: Report) -> None:
    """Tell what the `wanted` placeholders and the parameters of the path have that the others have not."""
    written = [node for owner in (place.item, place.node) for node in owner / "parameters"]
    declared: dict[str, Node] = {}
    query: set[str] = set()
    for node, parameter in zip(written, place.parameters, strict=True):
        if parameter.text("in") == "path":
            declared[parameter.text("name") or ""] = node
        elif parameter.text("in") == "query":
            query.add(parameter.text("name") or "")
    for name, node in declared.items():
        if name not in wanted:
            report.warning(
                "path-parameter",
                node,
                f"the path {place.path} has no placeholder {{{name}}} for this parameter",
                f"write {{{name}}} into the path, or take the parameter out",
            )
    filled = query.intersection(placeholders(place.path.partition("?")[2]))
    for name in sorted(wanted - declared.keys() - filled):
        report.warning(
            "path-parameter",
            place.node,
            f"the placeholder {{{name}}} of {place.path} has no parameter",
            "declare it: {name: " + name + ", in: path, required: true, schema: {type: string}}",
        )
