# Generated from References 1; do not edit.
"""Decoders and operations of `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_list
from .._core.operation import Operation
from ..models.pets import (
    Base,
    BasePart,
    Box,
    BoxSibling,
    Far,
    Local,
    Nearer,
    OddName100,
    PetsGetResponse,
    PetsIDGetResponseTag,
    Refined,
)

if TYPE_CHECKING:
    from collections.abc import Callable

pets_get_response: Callable[[Any], PetsGetResponse] = adopt(
    PetsGetResponse,
    {
        "tag": lambda data: pets_id_get_response_tag(data),
    },
)
pets_id_get_response_tag: Callable[[Any], PetsIDGetResponseTag] = adopt(PetsIDGetResponseTag)
odd_name100: Callable[[Any], OddName100] = adopt(OddName100)
far: Callable[[Any], Far] = adopt(
    Far,
    {
        "nearer": lambda data: nearer(data),
        "back": lambda data: base(data),
    },
)
nearer: Callable[[Any], Nearer] = adopt(Nearer)
base: Callable[[Any], Base] = adopt(
    Base,
    {
        "part": lambda data: base_part(data),
    },
)
base_part: Callable[[Any], BasePart] = adopt(BasePart)
box_sibling: Callable[[Any], BoxSibling] = adopt(
    BoxSibling,
    {
        "part": lambda data: base_part(data),
    },
)
local: Callable[[Any], Local] = adopt(Local)
refined: Callable[[Any], Refined] = adopt(
    Refined,
    {
        "part": lambda data: base_part(data),
    },
)
box: Callable[[Any], Box] = adopt(
    Box,
    {
        "odd": lambda data: odd_name100(data),
        "tag": lambda data: pets_id_get_response_tag(data),
        "far": lambda data: far(data),
        "sibling": lambda data: box_sibling(data),
        "inner": lambda data: base_part(data),
        "local": lambda data: local(data),
        "refined": lambda data: refined(data),
    },
)


GET: Operation[PetsGetResponse] = Operation(
    name="pets.get",
    method="GET",
    path="/pets/{id}",
    decode=pets_get_response,
)
LIST: Operation[list[PetsGetResponse]] = Operation(
    name="pets.list",
    method="GET",
    path="/pets",
    decode=lambda item: decode_list(pets_get_response, item),
)
REPLACE: Operation[Box] = Operation(
    name="pets.replace",
    method="PUT",
    path="/pets",
    decode=box,
    body="json",
)
