"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.others import Problem


def problem(data: Any) -> Problem:
    if data.__class__ is not dict:
        return cast("Problem", data)
    self = new(Problem)
    self.__dict__ = data
    return self
