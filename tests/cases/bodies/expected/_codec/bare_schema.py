# Generated from Bodies 1; do not edit.
"""Decoders and operations of `bare_schema`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="bare_schema.send",
    method="POST",
    path="/bare-schema",
    decode=decode_nothing,
    body="json",
)
