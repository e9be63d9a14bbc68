"""How several resources look on the wire: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.decode import new
from ..models.shared import Plant


def plant(data: Any) -> Plant:
    if data.__class__ is not dict:
        return cast("Plant", data)
    self = new(Plant)
    self.__dict__ = data
    return self
