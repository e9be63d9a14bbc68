# Generated from Bodies 1; do not edit.
"""Decoders and operations of `records`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="records.send",
    method="POST",
    path="/records",
    decode=decode_nothing,
    keys={"": {"pet_name": ("petName", {})}},
    body="lines",
    body_type="application/json-seq",
)
