# Generated from Equal 1; do not edit.
"""Decoders and operations of `users`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list
from .._core.operation import Operation
from ..models.users import User

if TYPE_CHECKING:
    from collections.abc import Callable

user: Callable[[Any], User] = adopt(User)


LIST: Operation[list[User]] = Operation(
    name="users.list",
    method="GET",
    path="/users",
    decode=lambda item: decode_list(user, item),
)
