# Generated from Operation names 1; do not edit.
"""Decoders and operations of `api`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

START: Operation[None] = Operation(
    name="api.start",
    method="POST",
    path="/",
    decode=decode_nothing,
)
STOP: Operation[None] = Operation(
    name="api.stop",
    method="POST",
    path="/",
    decode=decode_nothing,
)
