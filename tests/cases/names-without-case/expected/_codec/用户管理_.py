# Generated from 用户 1; do not edit.
"""Decoders and operations of `用户管理`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list
from .._core.operation import Operation
from ..models.用户管理_ import Result用户信息, 用户信息, 用户管理

if TYPE_CHECKING:
    from collections.abc import Callable

result_用户信息: Callable[[Any], Result用户信息] = adopt(
    Result用户信息,
    {
        "data": lambda data: 用户信息_(data),
        "list": lambda data: decode_list(用户信息_, data),
    },
)
用户信息_: Callable[[Any], 用户信息] = adopt(
    用户信息,
    {
        "用户管理": lambda data: 用户管理_(data),
    },
)
用户管理_: Callable[[Any], 用户管理] = adopt(用户管理)


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
