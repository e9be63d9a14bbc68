"""Lint rules: what is valid OpenAPI and still wrong for a client. Each finding has a place and says how to fix it."""

from __future__ import annotations

from collections.abc import Iterable

from ...diagnostics import Report, shorten
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node, Source
from ...openapi.placeholders import find_placeholders
from ...text import split_words
from ..naming.operation_index import IndexedOperation
from .operation_rules import check_operations


def check_rules(source: Source, operations: list[IndexedOperation], report: Report) -> None:
    """Add to `report` what is wrong with the operations of `source`."""
    _check_ids(operations, report)
    check_operations(source, operations, report)
    _check_names(operations, report)
    for operation in operations:
        _check_path(operation, report)


def _check_ids(operations: Iterable[IndexedOperation], report: Report) -> None:
    first_uses: dict[str, IndexedOperation] = {}
    for operation in operations:
        name = operation.node.text("operationId")
        if name is None:
            continue
        if name in first_uses:
            first = first_uses[name]
            report.warning(
                "duplicate-operation-id",
                operation.node / "operationId",
                f"{name!r} is the operationId of {first.method.upper()} {first.path} already",
                "give each operation an id of its own",
            )
        first_uses.setdefault(name, operation)


def _check_names(operations: Iterable[IndexedOperation], report: Report) -> None:
    """Report a name that the document gives and another operation has."""
    owners = {
        (operation.resource, tuple(split_words(operation.name))): operation
        for operation in operations
    }
    for operation in operations:
        name = read_extension(operation.node, "x-method")
        if not isinstance(name, str) or split_words(name) in ([], split_words(operation.name)):
            continue
        owner = owners.get((operation.resource, tuple(split_words(name))))
        taken = f"of {owner.method.upper()} {owner.path}" if owner is not None else "of a resource"
        report.warning(
            "name-collision",
            operation.node,
            f"`{'.'.join((*operation.resource, name))}` is the name {taken} already; "
            f"this operation becomes `{operation.name}`",
            "give it another `x-method`",
        )


def _check_path(operation: IndexedOperation, report: Report) -> None:
    """Report placeholders without a parameter, and path parameters without a placeholder."""
    expected = set(operation.placeholders)
    declared = {each.text("name") for each in operation.parameters if each.text("in") == "path"}
    if declared != expected:
        _report_differences(expected, operation, report)


def _report_differences(expected: set[str], operation: IndexedOperation, report: Report) -> None:
    nodes = [node for owner in (operation.item, operation.node) for node in owner / "parameters"]
    declared: dict[str, Node] = {}
    query: set[str] = set()
    for node, parameter in zip(nodes, operation.parameters, strict=True):
        if parameter.text("in") == "path":
            declared[parameter.text("name") or ""] = node
        elif parameter.text("in") == "query":
            query.add(parameter.text("name") or "")
    path = shorten(operation.path)
    for name, node in declared.items():
        if name not in expected:
            report.warning(
                "path-parameter",
                node,
                f"the path {path} has no placeholder {{{name}}} for this parameter",
                f"write {{{name}}} into the path, or remove the parameter",
            )
    filled = query.intersection(find_placeholders(operation.path.partition("?")[2]))
    for name in sorted(expected - declared.keys() - filled):
        report.warning(
            "path-parameter",
            operation.node,
            f"the placeholder {{{name}}} of {path} has no parameter",
            "declare it: {name: " + name + ", in: path, required: true, schema: {type: string}}",
        )
