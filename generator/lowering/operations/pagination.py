"""How the pages of a list follow each other (`x-paging`)."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir.operations import Paging

_PARAMETER = {"page": "page", "cursor": "cursor", "offset": "offset", "link": ""}


def lower_paging(told: Mapping[str, str]) -> Paging | None:
    """The paging that an operation tells of, or None where it has none."""
    style = told.get("style", "")
    if style not in _PARAMETER:
        return None

    def said(key: str) -> str:
        return told.get(key, "") if key else ""

    return Paging(
        style=style,  # type: ignore[arg-type]  # one of the keys above
        items=said("items"),
        parameter=said(_PARAMETER[style]),
        size=said("size"),
        info=said("info"),
        total=said("total"),
        total_pages=said("total_pages"),
        next=said("next"),
        has_more=said("has_more"),
    )
