# Generated from Operation names 1; do not edit.
"""Decoders and operations of `virtual_machines`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

LIST: Operation[None] = Operation(
    name="virtual_machines.list",
    method="GET",
    path="/machines",
    decode=decode_nothing,
)
