# Generated from OAuth 1; do not edit.
"""The wire side of `api`: decoders and operations."""

from __future__ import annotations

from .._core.codec import decode_nothing
from .._core.operation import Operation

HEALTH: Operation[None] = Operation(
    name="api.health",
    method="GET",
    path="/health",
    decode=decode_nothing,
    security=((),),
)
