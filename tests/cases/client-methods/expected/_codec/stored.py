# Generated from Words 1; do not edit.
"""Decoders and operations of `stored`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="stored.get",
    method="GET",
    path="/v1/stored",
    decode=decode_nothing,
)
STORE: Operation[None] = Operation(
    name="stored.store",
    method="POST",
    path="/v1/stored",
    decode=decode_nothing,
)
