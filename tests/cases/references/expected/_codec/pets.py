"""The wire side of `pets`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, new
from .._core.operation import Operation
from ..models.pets import (
    Base,
    BasePart,
    Box,
    BoxSibling,
    Far,
    Local,
    Nearer,
    OddName100,
    PetsGetResponse,
    PetsIDGetResponseTag,
    Refined,
)

pets_id_get_response_tag = adopt(PetsIDGetResponseTag)
odd_name100 = adopt(OddName100)
nearer = adopt(Nearer)
base_part = adopt(BasePart)
local = adopt(Local)


def pets_get_response(data: Any) -> PetsGetResponse:
    if data.__class__ is not dict:
        return cast("PetsGetResponse", data)
    self = new(PetsGetResponse)
    self.__dict__ = data
    if (found := data.get("tag")).__class__ is dict:
        data["tag"] = new(PetsIDGetResponseTag)
        data["tag"].__dict__ = found
    return self


def far(data: Any) -> Far:
    if data.__class__ is not dict:
        return cast("Far", data)
    self = new(Far)
    self.__dict__ = data
    if (found := data.get("nearer")).__class__ is dict:
        data["nearer"] = new(Nearer)
        data["nearer"].__dict__ = found
    if "back" in data:
        data["back"] = base(data["back"])
    return self


def base(data: Any) -> Base:
    if data.__class__ is not dict:
        return cast("Base", data)
    self = new(Base)
    self.__dict__ = data
    if (found := data.get("part")).__class__ is dict:
        data["part"] = new(BasePart)
        data["part"].__dict__ = found
    return self


def box_sibling(data: Any) -> BoxSibling:
    if data.__class__ is not dict:
        return cast("BoxSibling", data)
    self = new(BoxSibling)
    self.__dict__ = data
    if (found := data.get("part")).__class__ is dict:
        data["part"] = new(BasePart)
        data["part"].__dict__ = found
    return self


def refined(data: Any) -> Refined:
    if data.__class__ is not dict:
        return cast("Refined", data)
    self = new(Refined)
    self.__dict__ = data
    if (found := data.get("part")).__class__ is dict:
        data["part"] = new(BasePart)
        data["part"].__dict__ = found
    return self


def box(data: Any) -> Box:
    if data.__class__ is not dict:
        return cast("Box", data)
    self = new(Box)
    self.__dict__ = data
    if (found := data.get("odd")).__class__ is dict:
        data["odd"] = new(OddName100)
        data["odd"].__dict__ = found
    if (found := data.get("tag")).__class__ is dict:
        data["tag"] = new(PetsIDGetResponseTag)
        data["tag"].__dict__ = found
    if "far" in data:
        data["far"] = far(data["far"])
    if "sibling" in data:
        data["sibling"] = box_sibling(data["sibling"])
    if (found := data.get("inner")).__class__ is dict:
        data["inner"] = new(BasePart)
        data["inner"].__dict__ = found
    if (found := data.get("local")).__class__ is dict:
        data["local"] = new(Local)
        data["local"].__dict__ = found
    if "refined" in data:
        data["refined"] = refined(data["refined"])
    return self


GET: Operation[PetsGetResponse] = Operation(
    name="pets.get",
    method="GET",
    path="/pets/{id}",
    decode=pets_get_response,
)
LIST: Operation[list[PetsGetResponse]] = Operation(
    name="pets.list",
    method="GET",
    path="/pets",
    decode=lambda item: decode_list(pets_get_response, item),
)
REPLACE: Operation[Box] = Operation(
    name="pets.replace",
    method="PUT",
    path="/pets",
    decode=box,
    body="json",
)
