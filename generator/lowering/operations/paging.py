"""How the pages of a list follow each other (`x-paging`)."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir.operations import Paging

_PARAMETER = {"page": "page", "cursor": "cursor", "offset": "offset", "link": ""}


def lower_paging(declared: Mapping[str, str]) -> Paging | None:
    """Return the paging that an operation declares; None where it declares none."""
    style = declared.get("style", "")
    if style not in _PARAMETER:
        return None

    def read(key: str) -> str:
        return declared.get(key, "") if key else ""

    return Paging(
        style=style,  # type: ignore[arg-type]  # one of the keys above
        items=read("items"),
        parameter=read(_PARAMETER[style]),
        size=read("size"),
        info=read("info"),
        total=read("total"),
        total_pages=read("total_pages"),
        next=read("next"),
        has_more=read("has_more"),
    )
