# Generated from OAuth 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

HEALTH: Operation[None] = Operation(
    name="health",
    method="GET",
    path="/health",
    decode=decode_nothing,
    security=((),),
)
