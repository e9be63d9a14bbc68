# Generated from Bodies 1; do not edit.
"""Decoders and operations of `different`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="different.send",
    method="POST",
    path="/different",
    decode=decode_nothing,
    body="json",
    bodies={"multipart/form-data": "multipart"},
    encoding={"file": "file"},
)
