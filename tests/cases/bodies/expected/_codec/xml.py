# Generated from Bodies 1; do not edit.
"""Decoders and operations of `xml`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="xml.send",
    method="PUT",
    path="/xml",
    decode=decode_nothing,
    body="text",
    body_type="application/xml",
)
