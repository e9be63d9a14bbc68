# Generated from Archive 1.0.0; do not edit.
"""Decoders and operations of `scans`."""

from __future__ import annotations

from .._core.codec import decode_any
from .._core.operation import Operation

GET_CONTENT: Operation[bytes] = Operation(
    name="scans.get_content",
    method="GET",
    path="/scans/{id}/content",
    decode=decode_any,
    media={"application/octet-stream": "bytes"},
)
