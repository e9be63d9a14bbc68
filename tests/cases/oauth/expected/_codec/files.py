# Generated from OAuth 1; do not edit.
"""Decoders and operations of `files`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

LIST: Operation[None] = Operation(
    name="files.list",
    method="GET",
    path="/files",
    decode=decode_nothing,
    security=(("access_token",), ("client_id",)),
)
