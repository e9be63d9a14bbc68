"""The wire side of `用户管理`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, new
from .._core.operation import Operation
from ..models.用户管理_ import Result用户信息, 用户信息, 用户管理

用户管理_ = adopt(用户管理)


def result_用户信息(data: Any) -> Result用户信息:
    if data.__class__ is not dict:
        return cast("Result用户信息", data)
    self = new(Result用户信息)
    self.__dict__ = data
    if "data" in data:
        data["data"] = 用户信息_(data["data"])
    if "list" in data:
        data["list"] = decode_list(用户信息_, data["list"])
    return self


def 用户信息_(data: Any) -> 用户信息:
    if data.__class__ is not dict:
        return cast("用户信息", data)
    self = new(用户信息)
    self.__dict__ = data
    if (found := data.get("用户管理")).__class__ is dict:
        data["用户管理"] = new(用户管理)
        data["用户管理"].__dict__ = found
    return self


查询用户: Operation[Result用户信息] = Operation(
    name="用户管理.查询用户",
    method="GET",
    path="/u",
    decode=result_用户信息,
)
用户信息_2: Operation[用户信息] = Operation(
    name="用户管理.用户信息",
    method="POST",
    path="/u",
    decode=用户信息_,
    keys={"用户管理": {"用户管理_": ("用户管理", {})}},
    body="json",
)
