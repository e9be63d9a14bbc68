"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.others import Cage
from .animals import any_animal, any_plant, dog


def cage(data: Any) -> Cage:
    if data.__class__ is not dict:
        return cast("Cage", data)
    self = new(Cage)
    self.__dict__ = data
    if "animal" in data:
        data["animal"] = any_animal(data["animal"])
    if "dog" in data:
        data["dog"] = dog(data["dog"])
    if "plant" in data:
        data["plant"] = any_plant(data["plant"])
    return self
