# Generated from Operation names 1; do not edit.
"""Decoders and operations of schemas that no operation uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.others import PetAddedWebhook, StoppedCallback

if TYPE_CHECKING:
    from collections.abc import Callable

pet_added_webhook: Callable[[Any], PetAddedWebhook] = adopt(PetAddedWebhook)
stopped_callback: Callable[[Any], StoppedCallback] = adopt(StoppedCallback)
