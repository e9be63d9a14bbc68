"""The wire side of `dogs`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, decode_map, new
from .._core.operation import Operation
from ..models.dogs import Dog, DogsListResponse
from .shared import cursor

dog = adopt(Dog)


def dogs_list_response(data: Any) -> DogsListResponse:
    if data.__class__ is not dict:
        return cast("DogsListResponse", data)
    self = new(DogsListResponse)
    self.__dict__ = data
    if "items" in data:
        data["items"] = decode_list(dog, data["items"])
    if "byName" in data:
        data["byName"] = decode_map(dog, data["byName"])
    if "next" in data:
        data["next"] = cursor(data["next"])
    return self


LIST: Operation[DogsListResponse] = Operation(
    name="dogs.list",
    method="GET",
    path="/dogs",
    decode=dogs_list_response,
)
