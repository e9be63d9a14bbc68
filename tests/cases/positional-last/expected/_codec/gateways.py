# Generated from Positional last 1; do not edit.
"""Decoders and operations of `gateways`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="gateways.get",
    method="GET",
    path="/gateways/{gateway}",
    decode=decode_nothing,
)
