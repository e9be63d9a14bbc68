# Generated from Bodies 1; do not edit.
"""Decoders and operations of `several`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="several.send",
    method="PATCH",
    path="/several",
    decode=decode_nothing,
    body="json",
    bodies={
        "application/merge-patch+json": "json",
        "application/x-www-form-urlencoded": "form",
        "application/yaml": "json",
    },
)
