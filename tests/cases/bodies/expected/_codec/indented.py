# Generated from Bodies 1; do not edit.
"""Decoders and operations of `indented`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="indented.send",
    method="POST",
    path="/indented",
    decode=decode_nothing,
    body="json",
)
