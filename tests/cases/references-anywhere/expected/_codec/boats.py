# Generated from References Anywhere API 1; do not edit.
"""Decoders and operations of `boats`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list
from .._core.operation import Operation
from ..models.boats import Boat

if TYPE_CHECKING:
    from collections.abc import Callable

boat: Callable[[Any], Boat] = adopt(Boat)


LIST: Operation[list[Boat]] = Operation(
    name="boats.list",
    method="GET",
    path="/boats",
    decode=lambda item: decode_list(boat, item),
)
GET: Operation[Boat] = Operation(
    name="boats.get",
    method="GET",
    path="/boats/{id}",
    decode=boat,
)
