# Generated from FastAPI 0.1.0; do not edit.
"""Decoders and operations of `token`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.codec import decode_any
from .._core.operation import Operation

if TYPE_CHECKING:
    from .._core.json_value import JSONValue


LOGIN: Operation[JSONValue] = Operation(
    name="token.login",
    method="POST",
    path="/token",
    decode=decode_any,
    body="form",
)
