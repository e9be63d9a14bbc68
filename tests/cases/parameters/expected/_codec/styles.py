# Generated from Parameters 1; do not edit.
"""Decoders and operations of `styles`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.styles import Point

if TYPE_CHECKING:
    from collections.abc import Callable

point: Callable[[Any], Point] = adopt(Point)


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
