"""The wire side of `garden`, `garden.plants`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.decode import listed, member_of, new, nothing
from .._core.operation import Cursor, PagedOperation
from ..models.garden_plants import Plant


def plant(data: Any) -> Plant:
    if data.__class__ is not dict:
        return cast("Plant", data)
    self = new(Plant)
    self.__dict__ = data
    return self


def _plants_all(body: Any) -> list[Plant]:
    return listed(plant, member_of(body, "data"))


PLANTS_ALL: PagedOperation[Plant, None] = PagedOperation(
    name="garden.plants.all",
    method="GET",
    path="/plants",
    decode=_plants_all,
    info=nothing,
    paging=Cursor(cursor="after", next="next"),
)
