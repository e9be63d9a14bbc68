# Generated from Operation names 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

START: Operation[None] = Operation(
    name="start",
    method="POST",
    path="/",
    decode=decode_nothing,
)
STOP: Operation[None] = Operation(
    name="stop",
    method="POST",
    path="/",
    decode=decode_nothing,
)
