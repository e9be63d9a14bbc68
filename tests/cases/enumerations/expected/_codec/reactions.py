"""The wire side of `reactions`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from .._core.operation import Operation
from ..models.reactions import Reaction


def reaction(data: Any) -> Reaction:
    if data.__class__ is not dict:
        return cast("Reaction", data)
    self = new(Reaction)
    self.__dict__ = data
    return self


CREATE: Operation[Reaction] = Operation(
    name="reactions.create",
    method="POST",
    path="/reactions",
    decode=reaction,
    body="json",
)
