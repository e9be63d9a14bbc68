"""The wire side of several resources: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.shared import Cursor as CursorModel


def cursor(data: Any) -> CursorModel:
    if data.__class__ is not dict:
        return cast("CursorModel", data)
    self = new(CursorModel)
    self.__dict__ = data
    return self
