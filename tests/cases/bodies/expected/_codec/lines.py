# Generated from Bodies 1; do not edit.
"""Decoders and operations of `lines`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="lines.send",
    method="POST",
    path="/lines",
    decode=decode_nothing,
    keys={"": {"pet_name": ("petName", {})}},
    body="lines",
    body_type="application/x-ndjson",
)
