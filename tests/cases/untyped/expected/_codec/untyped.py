"""The wire side of `untyped`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_additional, new
from .._core.operation import Operation
from ..models.untyped import Address, Extras, Payment, Untyped

address = adopt(Address)
payment = adopt(Payment)


def extras(data: Any) -> Extras:
    if data.__class__ is not dict:
        return cast("Extras", data)
    self = new(Extras)
    self.__dict__ = data
    decode_additional(address, data, "a")
    return self


def untyped(data: Any) -> Untyped:
    if data.__class__ is not dict:
        return cast("Untyped", data)
    self = new(Untyped)
    self.__dict__ = data
    if (found := data.get("address")).__class__ is dict:
        data["address"] = new(Address)
        data["address"].__dict__ = found
    if "extras" in data:
        data["extras"] = extras(data["extras"])
    if (found := data.get("payment")).__class__ is dict:
        data["payment"] = new(Payment)
        data["payment"].__dict__ = found
    return self


REPLACE: Operation[Untyped] = Operation(
    name="untyped.replace",
    method="PUT",
    path="/untyped",
    decode=untyped,
    body="json",
)
