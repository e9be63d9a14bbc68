"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, new
from ..models.others import Person, UserName, UserName2, UserName3

person = adopt(Person)
user_name3 = adopt(UserName3)
user_name = adopt(UserName)


def user_name2(data: Any) -> UserName2:
    if data.__class__ is not dict:
        return cast("UserName2", data)
    self = new(UserName2)
    self.__dict__ = data
    if (found := data.get("both")).__class__ is dict:
        data["both"] = new(UserName3)
        data["both"].__dict__ = found
    if (found := data.get("more")).__class__ is dict:
        data["more"] = new(UserName)
        data["more"].__dict__ = found
    return self
