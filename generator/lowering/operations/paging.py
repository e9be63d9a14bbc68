"""How the pages of a list follow each other (`x-paging`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...ir.operations import Body, Paging
from ...openapi.loading import Node, Source
from ..naming.operation_index import IndexedOperation

_PARAMETER: Final = {"page": "page", "cursor": "cursor", "offset": "offset", "link": ""}
_DEFAULT_FIRST: Final = {"page": 1, "offset": 0}


def lower_paging(
    declared: Mapping[str, Any], place: IndexedOperation, body: Body | None, source: Source
) -> Paging | None:
    """Lower the paging that an operation declares.

    Args:
        declared: the value of `x-paging`.
        place: the operation.
        body: its request body.
        source: the document.

    Returns:
        The paging; None where the operation declares none.
    """
    style = declared.get("style", "")
    if style not in _PARAMETER:
        return None
    parameter: str = declared.get(_PARAMETER[style], "")
    described = _find_parameter(place, parameter)
    members = body.members or () if body is not None else ()
    first = declared.get("first")
    if first is None and described is not None:
        first = _read_default(described, source)
    return Paging(
        style=style,
        items=declared.get("items", ""),
        parameter=parameter,
        size=declared.get("size", ""),
        info=declared.get("info", ""),
        total=declared.get("total", ""),
        total_pages=declared.get("total_pages", ""),
        next=declared.get("next", ""),
        has_more=declared.get("has_more", ""),
        next_header=declared.get("next_header", ""),
        first=None if first == _DEFAULT_FIRST.get(style, first) else first,
        in_body=described is None and parameter in [each.name for each in members],
    )


def _find_parameter(place: IndexedOperation, name: str) -> Node | None:
    queries = (each for each in place.parameters if each.text("in") == "query")
    return next((each for each in queries if each.text("name") == name), None)


def _read_default(parameter: Node, source: Source) -> int | None:
    """Return the number of the first page or item, where the default of its parameter says it."""
    schema = source.resolve(parameter / "schema")
    default = schema.plain("default") if schema is not None else None
    return default if type(default) is int and default in (0, 1) else None
