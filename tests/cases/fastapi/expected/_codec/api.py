"""The wire side of `api`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.codec import decode_any
from .._core.operation import Operation
from .shared import item_output

if TYPE_CHECKING:
    from ..models.shared import ItemOutput


UPLOAD: Operation[dict[str, int]] = Operation(
    name="api.upload",
    method="POST",
    path="/upload",
    decode=decode_any,
    body="multipart",
)
ME: Operation[ItemOutput | None] = Operation(
    name="api.me",
    method="GET",
    path="/me",
    decode=item_output,
    security=(("access_token",),),
)
