"""The wire side of `list`: decoders and operations."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="list.send",
    method="PUT",
    path="/list",
    decode=decode_nothing,
    keys={"": {"pet_name": ("petName", {})}},
    body="json",
)
