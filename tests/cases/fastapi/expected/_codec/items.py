"""The wire side of `items`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import decode_any
from .._core.operation import Operation
from .shared import item_output

if TYPE_CHECKING:
    from ..models.shared import ItemOutput


GET: Operation[ItemOutput] = Operation(
    name="items.get",
    method="GET",
    path="/items/{item_id}",
    decode=item_output,
)
UPDATE: Operation[Any] = Operation(
    name="items.update",
    method="PUT",
    path="/items/{item_id}",
    decode=decode_any,
    body="json",
)
