# Generated from OpenAPI 3.2 1; do not edit.
"""Decoders and operations of `log`."""

from __future__ import annotations

from typing import Any

from .._core.codec import decode_any
from .._core.operation import Operation
from .shared import book

GET: Operation[Any] = Operation(
    name="log.get",
    method="GET",
    path="/log",
    decode=decode_any,
    media={"application/jsonl": "lines"},
    event=book,
)
