"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.others import Person, UserName, UserName2, UserName3


def person(data: Any) -> Person:
    if data.__class__ is not dict:
        return cast("Person", data)
    self = new(Person)
    self.__dict__ = data
    return self


def user_name3(data: Any) -> UserName3:
    if data.__class__ is not dict:
        return cast("UserName3", data)
    self = new(UserName3)
    self.__dict__ = data
    return self


def user_name(data: Any) -> UserName:
    if data.__class__ is not dict:
        return cast("UserName", data)
    self = new(UserName)
    self.__dict__ = data
    return self


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
