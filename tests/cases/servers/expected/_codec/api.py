# Generated from Servers 1; do not edit.
"""Decoders and operations of `api`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

USUAL: Operation[None] = Operation(
    name="api.usual",
    method="GET",
    path="/usual",
    decode=decode_nothing,
)
UPLOAD: Operation[None] = Operation(
    name="api.upload",
    method="POST",
    path="/upload",
    decode=decode_nothing,
    server="https://uploads.example.com",
)
STORED: Operation[None] = Operation(
    name="api.stored",
    method="GET",
    path="/stored",
    decode=decode_nothing,
    server="https://{region}.storage.example.com/main",
)
LOST: Operation[None] = Operation(
    name="api.lost",
    method="GET",
    path="/lost",
    decode=decode_nothing,
)
