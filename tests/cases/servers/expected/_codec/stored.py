# Generated from Servers 1; do not edit.
"""Decoders and operations of `stored`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="stored.get",
    method="GET",
    path="/stored",
    decode=decode_nothing,
    server="https://{region}.storage.example.com/main",
)
STORE: Operation[None] = Operation(
    name="stored.store",
    method="POST",
    path="/stored",
    decode=decode_nothing,
    server="https://{region}.example.com/intake",
)
