# Generated from Annotated 1; do not edit.
"""Decoders and operations of `garden`, `garden.plants`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import decode_list, decode_nothing, get_member
from .._core.paging_styles import Cursor, PagedOperation
from .shared import plant

if TYPE_CHECKING:
    from ..models.shared import Plant


def _plants_all(body: Any) -> list[Plant]:
    return decode_list(plant, get_member(body, "data"))


PLANTS_ALL: PagedOperation[Plant, None] = PagedOperation(
    name="garden.plants.all",
    method="GET",
    path="/plants",
    decode=_plants_all,
    info=decode_nothing,
    paging=Cursor(cursor="after", next="next"),
    client_parameters=("tenant_id",),
)
