"""The wire side of `styles`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_nothing, new
from .._core.operation import Operation
from ..models.styles import Point


def point(data: Any) -> Point:
    if data.__class__ is not dict:
        return cast("Point", data)
    self = new(Point)
    self.__dict__ = data
    return self


GET: Operation[None] = Operation(
    name="styles.get",
    method="GET",
    path="/styles/{simple}/{label}/{matrix}/{object}",
    decode=decode_nothing,
    styles={
        "path": {"label": "label*", "matrix": "matrix", "object": "matrix*"},
        "query": {
            "ids": "comma",
            "words": "space",
            "bars": "pipe",
            "deep": "deep",
            "where": "json",
            "link": "form+",
        },
        "header": {"X-Point": "simple*"},
    },
)
