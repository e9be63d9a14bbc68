"""The wire side of `accounts`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, new
from .._core.operation import Operation
from ..models.accounts import Account, Profile

profile = adopt(Profile)


def account(data: Any) -> Account:
    if data.__class__ is not dict:
        return cast("Account", data)
    self = new(Account)
    self.__dict__ = data
    if (found := data.get("profile")).__class__ is dict:
        data["profile"] = new(Profile)
        data["profile"].__dict__ = found
    return self


CREATE: Operation[Account] = Operation(
    name="accounts.create",
    method="POST",
    path="/accounts",
    decode=account,
    body="json",
)
