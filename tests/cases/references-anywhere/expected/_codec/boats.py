"""The wire side of `boats`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_list, new
from .._core.operation import Operation
from ..models.boats import Boat


def boat(data: Any) -> Boat:
    if data.__class__ is not dict:
        return cast("Boat", data)
    self = new(Boat)
    self.__dict__ = data
    return self


LIST: Operation[list[Boat]] = Operation(
    name="boats.list",
    method="GET",
    path="/boats",
    decode=lambda item: decode_list(boat, item),
)
GET: Operation[Boat] = Operation(
    name="boats.get",
    method="GET",
    path="/boats/{id}",
    decode=boat,
)
