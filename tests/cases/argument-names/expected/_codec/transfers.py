"""The wire side of `transfers`: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt, decode_any
from .._core.operation import Operation
from ..models.transfers import TransfersCreateResponse

transfers_create_response = adopt(TransfersCreateResponse)


LIST: Operation[list[str]] = Operation(
    name="transfers.list",
    method="GET",
    path="/transfers",
    decode=decode_any,
)
CREATE: Operation[TransfersCreateResponse] = Operation(
    name="transfers.create",
    method="POST",
    path="/transfers",
    decode=transfers_create_response,
    body="json",
)
