# Generated from Own 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

FIRST: Operation[None] = Operation(
    name="first",
    method="GET",
    path="/first",
    decode=decode_nothing,
)
SECOND: Operation[None] = Operation(
    name="second",
    method="GET",
    path="/second",
    decode=decode_nothing,
    server="https://second.example.com",
)
NEAR: Operation[None] = Operation(
    name="near",
    method="GET",
    path="/near",
    decode=decode_nothing,
    server="https://first.example.com/v2",
)
