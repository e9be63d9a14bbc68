"""The wire side of `any_bytes`: decoders and operations."""

from __future__ import annotations

from .._core.codec import nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="any_bytes.send",
    method="PUT",
    path="/any-bytes",
    decode=nothing,
    body="bytes",
)
