# Generated from Bodies 1; do not edit.
"""Decoders and operations of `parts`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="parts.send",
    method="POST",
    path="/parts",
    decode=decode_nothing,
    keys={"pet": {"pet_name": ("petName", {})}},
    body="multipart",
    encoding={"ids": "list comma", "names": "list application/json", "pet": "deep"},
)
