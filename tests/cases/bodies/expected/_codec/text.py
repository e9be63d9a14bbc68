# Generated from Bodies 1; do not edit.
"""Decoders and operations of `text`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="text.send",
    method="PUT",
    path="/text",
    decode=decode_nothing,
    body="text",
    body_type="text/markdown",
)
