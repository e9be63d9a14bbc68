"""The wire side of several resources: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.shared import Book


def book(data: Any) -> Book:
    if data.__class__ is not dict:
        return cast("Book", data)
    self = new(Book)
    self.__dict__ = data
    return self
