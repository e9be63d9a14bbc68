"""Rules about operations: duplicates, and responses with an invalid status."""

from __future__ import annotations

from collections.abc import Sequence

from ...diagnostics import Report, did_you_mean
from ...openapi.extensions.registry import read_extension
from ...openapi.loading import Node, Source
from ...openapi.placeholders import PLACEHOLDER
from ..naming.allocate import spell
from ..naming.operation_index import IndexedOperation
from ..operations.media_types import MISPLACED
from ..operations.responses import read_status

_LETTERS = str.maketrans("OoIl", "0011")
"""Letters that people write in place of digits."""
_STATUSES = (
    "200",
    "201",
    "202",
    "204",
    "400",
    "401",
    "403",
    "404",
    "409",
    "422",
    "429",
    "500",
    "default",
)


def check_operations(
    source: Source, operations: Sequence[IndexedOperation], report: Report
) -> None:
    """Add to `report` what is wrong with `operations`."""
    _check_names(operations, report)
    first_uses: dict[tuple[str, str], IndexedOperation] = {}
    for operation in operations:
        _check_path(operation, first_uses, report)
        _check_statuses(operation.node, report)
        _check_media_types(operation.node / "requestBody", source, report)
        for _, response in (operation.node / "responses").items():
            _check_media_types(response, source, report)
        for owner in (operation.item, operation.node):
            _check_parameters(owner, source, report)


def _check_names(operations: Sequence[IndexedOperation], report: Report) -> None:
    """Report a name that the document gives an operation, and that another one would have without it."""
    named = [each for each in operations if read_extension(each.node, "x-method")]
    takers = {(each.resource, spell(each.name)): each for each in named}
    for each in operations if takers else ():
        taker = takers.get((each.resource, spell(each.wanted_name)))
        if taker is None or each in named or spell(each.name) == spell(each.wanted_name):
            continue
        report.warning(
            "displaced-method",
            taker.node / "x-method" if "x-method" in taker.node else taker.node,
            f"`{taker.dotted}` would be {each.method.upper()} {each.path}, which becomes `{each.name}`",
            "choose another name here, or name that operation, too",
        )


def _check_path(
    operation: IndexedOperation, first_uses: dict[tuple[str, str], IndexedOperation], report: Report
) -> None:
    """Report an operation that a server can't distinguish from another one."""
    path = PLACEHOLDER.sub("{}", operation.path.partition("#")[0])
    first = first_uses.setdefault((operation.method.upper(), path), operation)
    if first is not operation and "#" not in operation.path:
        report.warning(
            "identical-paths",
            operation.node,
            f"{operation.method.upper()} {operation.path} is the same request as {first.path}",
            "describe it once; the names of path parameters do not distinguish paths",
        )


def _check_statuses(operation: Node, report: Report) -> None:
    """Report responses whose key is not a status."""
    for key, node in (operation / "responses").items():
        if read_status(key) or key.startswith("x-") or key == "$ref":
            continue
        report.warning(
            "invalid-status",
            node,
            f"`{key}` is not a status; the response is left out",
            _suggest_status(key),
        )


def _suggest_status(key: str) -> str:
    """Return what may have been meant: a letter for a digit, other capitals, or something behind the status."""
    text = key.strip().translate(_LETTERS)
    for candidate in (text, key.strip().casefold(), text[:3].upper()):
        if status := read_status(candidate):
            return f"did you mean `{status}`?"
    return did_you_mean(key, _STATUSES, "write a status, a range as `4XX`, or `default`")


def _check_media_types(owner: Node, source: Source, report: Report) -> None:
    """Report keywords that stand where media types do."""
    content = (source.resolve(owner) or owner) / "content"
    for key, node in content.items():
        if key in MISPLACED:
            is_body = key == "schema" and len(content.value) == 1
            report.warning(
                "media-type",
                node,
                f"`{key}` is not a media type{'; it is read as a part of the JSON schema' if is_body else ''}",
                f"indent it below a media type: `application/json: {{{key}: …}}`",
            )


def _check_parameters(owner: Node, source: Source, report: Report) -> None:
    """Report parameters that one list declares twice."""
    names: set[tuple[str, str]] = set()
    for node in owner / "parameters":
        parameter = source.resolve(node) or node
        name, location = parameter.text("name"), parameter.text("in")
        if name is None or location is None:
            continue
        if (location, name) in names:
            report.warning(
                "duplicate-parameter",
                node,
                f"the {location} parameter `{name}` is declared twice; the last one counts",
                "remove one of them",
            )
        names.add((location, name))
