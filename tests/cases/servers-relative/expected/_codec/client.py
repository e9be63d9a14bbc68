# Generated from Relative 1; do not edit.
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
FAR: Operation[None] = Operation(
    name="far",
    method="GET",
    path="/far",
    decode=decode_nothing,
    server="https://far.example.com",
)
