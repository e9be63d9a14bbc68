"""The wire side of `pets`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, new
from .._core.operation import Operation
from ..models.pets import Named, Pet, PetsGetResponse, PetsGetResponseMeta

named = adopt(Named)
pets_get_response_meta = adopt(PetsGetResponseMeta)


def pets_get_response(data: Any) -> PetsGetResponse:
    if data.__class__ is not dict:
        return cast("PetsGetResponse", data)
    self = new(PetsGetResponse)
    self.__dict__ = data
    if "result" in data:
        data["result"] = pet(data["result"])
    if (found := data.get("meta")).__class__ is dict:
        data["meta"] = new(PetsGetResponseMeta)
        data["meta"].__dict__ = found
    return self


def pet(data: Any) -> Pet:
    if data.__class__ is not dict:
        return cast("Pet", data)
    self = new(Pet)
    self.__dict__ = data
    if (found := data.get("owner")).__class__ is dict:
        data["owner"] = new(Named)
        data["owner"].__dict__ = found
    return self


GET: Operation[PetsGetResponse] = Operation(
    name="pets.get",
    method="GET",
    path="/pets/{id}",
    decode=pets_get_response,
)
