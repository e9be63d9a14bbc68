# Generated from Annotated 1; do not edit.
"""Decoders and operations of `gardens`, `gardens.beds`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, decode_nothing, get_member
from .._core.paging_styles import Link, PagedOperation
from ..models.gardens_beds import Bed

if TYPE_CHECKING:
    from collections.abc import Callable

bed: Callable[[Any], Bed] = adopt(Bed)


def _beds_list(body: Any) -> list[Bed]:
    return decode_list(bed, get_member(body, "data"))


BEDS_LIST: PagedOperation[Bed, None] = PagedOperation(
    name="gardens.beds.list",
    method="GET",
    path="/gardens/{garden_id}/beds",
    decode=_beds_list,
    info=decode_nothing,
    paging=Link(next="following"),
    client_parameters=("garden_id",),
)
