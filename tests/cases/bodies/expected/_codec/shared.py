"""The wire side of several resources: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.shared import Pet


def pet(data: Any) -> Pet:
    if data.__class__ is not dict:
        return cast("Pet", data)
    self = new(Pet)
    self.__dict__ = data
    return self
