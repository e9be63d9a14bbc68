# Generated from Servers 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

USUAL: Operation[None] = Operation(
    name="usual",
    method="GET",
    path="/usual",
    decode=decode_nothing,
)
UPLOAD: Operation[None] = Operation(
    name="upload",
    method="POST",
    path="/upload",
    decode=decode_nothing,
    server="https://uploads.example.com",
)
LOST: Operation[None] = Operation(
    name="lost",
    method="GET",
    path="/lost",
    decode=decode_nothing,
)
