# Generated from Parameters 1; do not edit.
"""Decoders and operations of `broken`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="broken.get",
    method="GET",
    path="/broken/{forgotten}/{Case}",
    decode=decode_nothing,
)
