# Generated from Templates 1; do not edit.
"""Decoders and operations of `dogs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list, decode_map
from .._core.operation import Operation
from ..models.dogs import Dog, DogsListResponse
from .shared import cursor

if TYPE_CHECKING:
    from collections.abc import Callable

dogs_list_response: Callable[[Any], DogsListResponse] = adopt(
    DogsListResponse,
    {
        "items": lambda data: decode_list(dog, data),
        "byName": lambda data: decode_map(dog, data),
        "next": lambda data: cursor(data),
    },
)
dog: Callable[[Any], Dog] = adopt(Dog)


LIST: Operation[DogsListResponse] = Operation(
    name="dogs.list",
    method="GET",
    path="/dogs",
    decode=dogs_list_response,
)
