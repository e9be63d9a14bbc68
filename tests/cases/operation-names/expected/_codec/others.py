"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import new
from ..models.others import PetAddedWebhook, StoppedCallback


def pet_added_webhook(data: Any) -> PetAddedWebhook:
    if data.__class__ is not dict:
        return cast("PetAddedWebhook", data)
    self = new(PetAddedWebhook)
    self.__dict__ = data
    return self


def stopped_callback(data: Any) -> StoppedCallback:
    if data.__class__ is not dict:
        return cast("StoppedCallback", data)
    self = new(StoppedCallback)
    self.__dict__ = data
    return self
