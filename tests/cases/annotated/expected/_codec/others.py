"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.others import Thing


def thing(data: Any) -> Thing:
    if data.__class__ is not dict:
        return cast("Thing", data)
    self = new(Thing)
    self.__dict__ = data
    return self
