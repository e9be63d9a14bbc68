"""The wire side of `client`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, decode_map, new
from .._core.operation import Operation
from ..models.client import (
    AnyModel,
    Client,
    Dict,
    List,
    Operation as OperationModel,
    Page as PageModel,
    Type,
)

client = adopt(Client)
page = adopt(PageModel)
type_ = adopt(Type)


def operation(data: Any) -> OperationModel:
    if data.__class__ is not dict:
        return cast("OperationModel", data)
    self = new(OperationModel)
    self.__dict__ = data
    if (found := data.get("page")).__class__ is dict:
        data["page"] = new(PageModel)
        data["page"].__dict__ = found
    if "any" in data:
        data["any"] = any_model(data["any"])
    return self


def any_model(data: Any) -> AnyModel:
    if data.__class__ is not dict:
        return cast("AnyModel", data)
    self = new(AnyModel)
    self.__dict__ = data
    if "dict" in data:
        data["dict"] = dict_(data["dict"])
    return self


def dict_(data: Any) -> Dict:
    if data.__class__ is not dict:
        return cast("Dict", data)
    self = new(Dict)
    self.__dict__ = data
    if "dict" in data:
        data["dict"] = decode_map(type_, data["dict"])
    return self


def list_(data: Any) -> List:
    if data.__class__ is not dict:
        return cast("List", data)
    self = new(List)
    self.__dict__ = data
    if "next" in data:
        data["next"] = decode_list(type_, data["next"])
    return self


IMPORT_: Operation[OperationModel] = Operation(
    name="client.import",
    method="POST",
    path="/things",
    decode=operation,
    keys={"client": {"self_": ("self", {}), "class_": ("class", {})}},
    body="json",
)
LIST: Operation[list[List]] = Operation(
    name="client.list",
    method="GET",
    path="/lists",
    decode=lambda item: decode_list(list_, item),
)
DATE: Operation[PageModel] = Operation(
    name="client.date",
    method="GET",
    path="/pages",
    decode=page,
)
