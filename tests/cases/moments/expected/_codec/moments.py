"""The wire side of `moments`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from .._core.operation import Operation
from ..models.moments import Moments


def moments(data: Any) -> Moments:
    if data.__class__ is not dict:
        return cast("Moments", data)
    self = new(Moments)
    self.__dict__ = data
    return self


REPLACE: Operation[Moments] = Operation(
    name="moments.replace",
    method="PUT",
    path="/moments",
    decode=moments,
    nulls=("maybe",),
    body="json",
)
