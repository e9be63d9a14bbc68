# Generated from Accounts 1; do not edit.
"""Decoders and operations of `accounts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.accounts import Account, Profile

if TYPE_CHECKING:
    from collections.abc import Callable

profile: Callable[[Any], Profile] = adopt(Profile)
account: Callable[[Any], Account] = adopt(
    Account,
    {
        "profile": lambda data: profile(data),
    },
)


CREATE: Operation[Account] = Operation(
    name="accounts.create",
    method="POST",
    path="/accounts",
    decode=account,
    body="json",
)
