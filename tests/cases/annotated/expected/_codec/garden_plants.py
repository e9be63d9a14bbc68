"""The wire side of `garden`, `garden.plants`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import listed, member_of, nothing
from .._core.operation import Cursor, PagedOperation
from .shared import plant

if TYPE_CHECKING:
    from ..models.shared import Plant


def _plants_all(body: Any) -> list[Plant]:
    return listed(plant, member_of(body, "data"))


PLANTS_ALL: PagedOperation[Plant, None] = PagedOperation(
    name="garden.plants.all",
    method="GET",
    path="/plants",
    decode=_plants_all,
    info=nothing,
    paging=Cursor(cursor="after", next="next"),
    client_parameters=("tenant_id",),
)
