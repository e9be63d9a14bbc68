"""The wire side of `garden.seeds`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.decode import listed, member_of, nothing
from .._core.operation import PageNumber, PagedOperation
from .garden_plants import plant

if TYPE_CHECKING:
    from ..models.garden_plants import Plant


def _seeds_every(body: Any) -> list[Plant]:
    return listed(plant, member_of(body, "items"))


SEEDS_EVERY: PagedOperation[Plant, None] = PagedOperation(
    name="garden.seeds.every",
    method="GET",
    path="/seeds",
    decode=_seeds_every,
    info=nothing,
    paging=PageNumber(page="page"),
)
