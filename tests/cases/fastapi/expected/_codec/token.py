# Generated from FastAPI 0.1.0; do not edit.
"""Decoders and operations of `token`."""

from __future__ import annotations

from typing import Any

from .._core.codec import decode_any
from .._core.operation import Operation

LOGIN: Operation[Any] = Operation(
    name="token.login",
    method="POST",
    path="/token",
    decode=decode_any,
    body="form",
)
