# Generated from 用户 1; do not edit.
"""The models of `用户管理`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from .._core.model import DATE, Model, member, model

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "Result用户信息",
    "用户信息",
    "用户管理",
    "用户管理Dict",
    "角色",
]


@model(decoder="result_用户信息")
class Result用户信息(Model):
    code: int | None = None
    data: 用户信息 | None = None
    list: builtins.list[用户信息] | None = None


@model(decoder="用户信息_")
class 用户信息(Model):
    姓名: str | None = None
    birthday: date | None = member(default=None, converter=DATE)
    角色_: 角色 | None = member("角色", default=None)
    用户管理_: 用户管理 | None = member("用户管理", default=None)


@model(decoder="用户管理_")
class 用户管理(Model):
    用户管理_: str | None = member("用户管理", default=None)


class 用户管理Dict(TypedDict):
    """`用户管理` as a dict, for arguments."""

    用户管理_: NotRequired[str]


角色: TypeAlias = Literal["管理员", "访客"]
