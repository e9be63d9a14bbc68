# Generated from Bodies 1; do not edit.
"""Decoders and operations of `image`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="image.send",
    method="PUT",
    path="/image",
    decode=decode_nothing,
    body="bytes",
    body_type="image/*",
)
