# Generated from Annotated 1; do not edit.
"""Decoders and operations of `machines`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import decode_list, decode_nothing, get_member
from .._core.paging_styles import Link, PagedOperation
from .shared import plant

if TYPE_CHECKING:
    from ..models.shared import Plant


def _list(body: Any) -> list[Plant]:
    return decode_list(plant, get_member(body, "value"))


LIST: PagedOperation[Plant, None] = PagedOperation(
    name="machines.list",
    method="GET",
    path="/machines",
    decode=_list,
    info=decode_nothing,
    paging=Link(next="@odata.nextLink"),
)
