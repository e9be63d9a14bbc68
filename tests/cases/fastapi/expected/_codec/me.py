# Generated from FastAPI 0.1.0; do not edit.
"""Decoders and operations of `me`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.operation import Operation
from .shared import item_output

if TYPE_CHECKING:
    from ..models.shared import ItemOutput


GET: Operation[ItemOutput | None] = Operation(
    name="me.get",
    method="GET",
    path="/me",
    decode=item_output,
    security=(("access_token",),),
)
