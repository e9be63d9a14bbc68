"""The wire side of `xml`: decoders and operations."""

from __future__ import annotations

from .._core.codec import nothing
from .._core.operation import Operation

SEND: Operation[None] = Operation(
    name="xml.send",
    method="PUT",
    path="/xml",
    decode=nothing,
    body="text",
    body_type="application/xml",
)
