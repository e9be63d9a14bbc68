"""The wire side of `api`: decoders and operations."""

from __future__ import annotations

from .._core.codec import nothing
from .._core.operation import Operation

FIRST: Operation[None] = Operation(
    name="api.first",
    method="GET",
    path="/first",
    decode=nothing,
)
SECOND: Operation[None] = Operation(
    name="api.second",
    method="GET",
    path="/second",
    decode=nothing,
    server="https://second.example.com",
)
NEAR: Operation[None] = Operation(
    name="api.near",
    method="GET",
    path="/near",
    decode=nothing,
    server="https://first.example.com/v2",
)
