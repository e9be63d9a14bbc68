# Generated from OAuth 1; do not edit.
"""Decoders and operations of `notes`."""

from __future__ import annotations

from .._core.codec import decode_any, decode_nothing
from .._core.operation import Operation

LIST: Operation[list[str]] = Operation(
    name="notes.list",
    method="GET",
    path="/notes",
    decode=decode_any,
    security=(("access_token",), ("client_id",)),
)
ADD: Operation[None] = Operation(
    name="notes.add",
    method="POST",
    path="/notes",
    decode=decode_nothing,
    body="json",
    security=(("access_token",), ("client_id",)),
)
