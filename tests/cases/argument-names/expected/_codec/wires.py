# Generated from Argument names 1.0.0; do not edit.
"""The wire side of `wires`: decoders and operations."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="wires.get",
    method="GET",
    path="/wires/{wire}",
    decode=decode_nothing,
)
