# Generated from Untyped 1; do not edit.
"""Decoders and operations of `untyped`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_additional, new
from .._core.operation import Operation
from ..models.untyped import Address, Extras, Payment, Untyped

if TYPE_CHECKING:
    from collections.abc import Callable

address: Callable[[Any], Address] = adopt(Address)
payment: Callable[[Any], Payment] = adopt(Payment)
untyped: Callable[[Any], Untyped] = adopt(
    Untyped,
    {
        "address": lambda data: address(data),
        "extras": lambda data: extras(data),
        "payment": lambda data: payment(data),
    },
)


def extras(data: Any) -> Extras:
    if data.__class__ is not dict:
        return cast("Extras", data)
    self = new(Extras)
    self.__dict__ = data
    decode_additional(address, data, "a")
    return self


REPLACE: Operation[Untyped] = Operation(
    name="untyped.replace",
    method="PUT",
    path="/untyped",
    decode=untyped,
    body="json",
)
