# Generated from Families 1; do not edit.
"""Decoders and operations of schemas that no method takes or returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.others import Cage
from .animals import any_animal, any_plant, dog

if TYPE_CHECKING:
    from collections.abc import Callable

cage: Callable[[Any], Cage] = adopt(
    Cage,
    {
        "animal": lambda data: any_animal(data),
        "dog": lambda data: dog(data),
        "plant": lambda data: any_plant(data),
    },
)
