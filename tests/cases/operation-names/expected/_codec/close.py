# Generated from Operation names 1; do not edit.
"""Decoders and operations of `close`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="close.get",
    method="GET",
    path="/close",
    decode=decode_nothing,
)
