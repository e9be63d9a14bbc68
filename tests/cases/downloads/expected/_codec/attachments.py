# Generated from Archive 1.0.0; do not edit.
"""Decoders and operations of `attachments`."""

from __future__ import annotations

from .._core.codec import decode_any
from .._core.operation import Operation

GET: Operation[bytes] = Operation(
    name="attachments.get",
    method="GET",
    path="/attachments/{id}",
    decode=decode_any,
    media={"*/*": "bytes"},
)
