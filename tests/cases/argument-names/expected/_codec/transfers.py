# Generated from Argument names 1.0.0; do not edit.
"""Decoders and operations of `transfers`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_any
from .._core.operation import Operation
from ..models.transfers import TransfersCreateResponse

if TYPE_CHECKING:
    from collections.abc import Callable

transfers_create_response: Callable[[Any], TransfersCreateResponse] = adopt(TransfersCreateResponse)


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
