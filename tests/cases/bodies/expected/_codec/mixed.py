# Generated from Bodies 1; do not edit.
"""Decoders and operations of `mixed`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="mixed.send",
    method="POST",
    path="/mixed",
    decode=decode_nothing,
    body="bytes",
    body_type="multipart/mixed",
)
