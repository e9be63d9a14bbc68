# Generated from OpenAPI 3.2 1; do not edit.
"""Decoders and operations of `log`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.codec import decode_any
from .._core.operation import Operation
from .shared import book

if TYPE_CHECKING:
    from .._core.json_value import JSONValue


GET: Operation[JSONValue] = Operation(
    name="log.get",
    method="GET",
    path="/log",
    decode=decode_any,
    media={"application/jsonl": "lines"},
    event=book,
)
