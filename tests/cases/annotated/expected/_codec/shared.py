"""The wire side of several resources: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, new
from ..models.shared import FlowerPot, Plant

flower_pot = adopt(FlowerPot)


def plant(data: Any) -> Plant:
    if data.__class__ is not dict:
        return cast("Plant", data)
    self = new(Plant)
    self.__dict__ = data
    if (found := data.get("pot")).__class__ is dict:
        data["pot"] = new(FlowerPot)
        data["pot"].__dict__ = found
    return self
