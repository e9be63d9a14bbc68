# Generated from Parameters 1; do not edit.
"""Decoders and operations of `same`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="same.get",
    method="GET",
    path="/same/{id}",
    decode=decode_nothing,
)
