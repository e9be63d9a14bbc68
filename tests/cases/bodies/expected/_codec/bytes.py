# Generated from Bodies 1; do not edit.
"""Decoders and operations of `bytes`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="bytes.send",
    method="PUT",
    path="/bytes",
    decode=decode_nothing,
    body="bytes",
    body_type="image/png",
)
