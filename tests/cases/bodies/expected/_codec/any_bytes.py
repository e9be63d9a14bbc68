# Generated from Bodies 1; do not edit.
"""Decoders and operations of `any_bytes`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="any_bytes.send",
    method="PUT",
    path="/any-bytes",
    decode=decode_nothing,
    body="bytes",
    body_type="*/*",
)
