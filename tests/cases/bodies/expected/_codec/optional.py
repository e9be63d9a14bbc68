# Generated from Bodies 1; do not edit.
"""Decoders and operations of `optional`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="optional.send",
    method="POST",
    path="/optional",
    decode=decode_nothing,
    body="json",
    optional=True,
)
UPDATE: Operation[None] = Operation(
    name="optional.update",
    method="PUT",
    path="/optional",
    decode=decode_nothing,
    body="json",
)
DELETE: Operation[None] = Operation(
    name="optional.delete",
    method="DELETE",
    path="/optional",
    decode=decode_nothing,
    body="json",
    optional=True,
)
