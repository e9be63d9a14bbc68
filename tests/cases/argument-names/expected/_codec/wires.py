# Generated from Argument names 1.0.0; do not edit.
"""Decoders and operations of `wires`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="wires.get",
    method="GET",
    path="/wires/{wire}",
    decode=decode_nothing,
)
