# Generated from Parameters 1; do not edit.
"""The wire side of `same`: decoders and operations."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="same.get",
    method="GET",
    path="/same/{id}",
    decode=decode_nothing,
)
