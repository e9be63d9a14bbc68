# Generated from Operation names 1; do not edit.
"""Decoders and operations of `items.parts`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

PARTS_LIST: Operation[None] = Operation(
    name="items.parts.list",
    method="GET",
    path="/items/{id}/parts",
    decode=decode_nothing,
)
PARTS_CREATE: Operation[None] = Operation(
    name="items.parts.create",
    method="POST",
    path="/items/{id}/parts",
    decode=decode_nothing,
)
PARTS_GET: Operation[None] = Operation(
    name="items.parts.get",
    method="GET",
    path="/items/{id}/parts/{part}",
    decode=decode_nothing,
)
PARTS_UPDATE: Operation[None] = Operation(
    name="items.parts.update",
    method="POST",
    path="/items/{id}/parts/{part}",
    decode=decode_nothing,
)
