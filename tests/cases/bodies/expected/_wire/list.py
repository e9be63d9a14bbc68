"""The wire side of `list`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.decode import new, nothing
from .._core.operation import Operation
from ..models.list import Pet


def pet(data: Any) -> Pet:
    if data.__class__ is not dict:
        return cast("Pet", data)
    self = new(Pet)
    self.__dict__ = data
    return self


SEND: Operation[None] = Operation(
    name="list.send",
    method="PUT",
    path="/list",
    decode=nothing,
    keys={"": {"pet_name": ("petName", {})}},
    body="json",
)
