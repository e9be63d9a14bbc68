# Generated from Parameters 1; do not edit.
"""Decoders and operations of `reserved`."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

GET: Operation[None] = Operation(
    name="reserved.get",
    method="GET",
    path="/reserved/{path}",
    decode=decode_nothing,
    styles={"query": {"ids": "pipe+"}},
    unescaped=("path",),
)
