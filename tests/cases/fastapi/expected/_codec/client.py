# Generated from FastAPI 0.1.0; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from .._core.codec import decode_any
from .._core.operation import Operation

UPLOAD: Operation[dict[str, int]] = Operation(
    name="upload",
    method="POST",
    path="/upload",
    decode=decode_any,
    body="multipart",
    encoding={"files": "file", "one": "file"},
)
