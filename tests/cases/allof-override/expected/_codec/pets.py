# Generated from Envelopes 1; do not edit.
"""Decoders and operations of `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.pets import Named, Pet, PetsGetResponse, PetsGetResponseMeta

if TYPE_CHECKING:
    from collections.abc import Callable

pets_get_response: Callable[[Any], PetsGetResponse] = adopt(
    PetsGetResponse,
    {
        "result": lambda data: pet(data),
        "meta": lambda data: pets_get_response_meta(data),
    },
)
pet: Callable[[Any], Pet] = adopt(
    Pet,
    {
        "owner": lambda data: named(data),
    },
)
named: Callable[[Any], Named] = adopt(Named)
pets_get_response_meta: Callable[[Any], PetsGetResponseMeta] = adopt(PetsGetResponseMeta)


GET: Operation[PetsGetResponse] = Operation(
    name="pets.get",
    method="GET",
    path="/pets/{id}",
    decode=pets_get_response,
)
