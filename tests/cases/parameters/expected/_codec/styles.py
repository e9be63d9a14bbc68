"""The wire side of `styles`: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.styles import Point

point = adopt(Point)


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
