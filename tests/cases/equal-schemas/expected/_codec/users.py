"""The wire side of `users`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_list, new
from .._core.operation import Operation
from ..models.users import User


def user(data: Any) -> User:
    if data.__class__ is not dict:
        return cast("User", data)
    self = new(User)
    self.__dict__ = data
    return self


LIST: Operation[list[User]] = Operation(
    name="users.list",
    method="GET",
    path="/users",
    decode=lambda item: decode_list(user, item),
)
