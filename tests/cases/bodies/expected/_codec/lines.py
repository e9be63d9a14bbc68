"""The wire side of `lines`: decoders and operations."""

from __future__ import annotations

from .._core.codec import nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="lines.send",
    method="POST",
    path="/lines",
    decode=nothing,
    keys={"": {"pet_name": ("petName", {})}},
    body="lines",
    body_type="application/x-ndjson",
)
