"""The wire side of `gardens`, `gardens.beds`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_list, decode_nothing, get_member, new
from .._core.operation import Link, PagedOperation
from ..models.gardens_beds import Bed


def bed(data: Any) -> Bed:
    if data.__class__ is not dict:
        return cast("Bed", data)
    self = new(Bed)
    self.__dict__ = data
    return self


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
