# Generated from Bodies 1; do not edit.
"""Decoders and operations of `missing`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="missing.send",
    method="POST",
    path="/missing",
    decode=decode_nothing,
)
