# Generated from Annotated 1; do not edit.
"""Decoders and operations of `garden.seeds`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import decode_list, decode_nothing, get_member
from .._core.paging_styles import Cursor, PageNumber, PagedOperation
from .shared import plant

if TYPE_CHECKING:
    from ..models.shared import Plant


def _seeds_every(body: Any) -> list[Plant]:
    return decode_list(plant, get_member(body, "items"))


def _seeds_search(body: Any) -> list[Plant]:
    return decode_list(plant, get_member(body, "data"))


SEEDS_EVERY: PagedOperation[Plant, None] = PagedOperation(
    name="garden.seeds.every",
    method="GET",
    path="/seeds",
    decode=_seeds_every,
    info=decode_nothing,
    paging=PageNumber(page="page"),
)
SEEDS_SEARCH: PagedOperation[Plant, None] = PagedOperation(
    name="garden.seeds.search",
    method="POST",
    path="/seeds",
    decode=_seeds_search,
    info=decode_nothing,
    paging=Cursor(cursor="cursor", next="next", in_body=True),
    body="json",
)
