# Generated from Operation names 1; do not edit.
"""Decoders and operations of `items`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

ARCHIVE: Operation[None] = Operation(
    name="items.archive",
    method="POST",
    path="/items/{id}/archive",
    decode=decode_nothing,
)
