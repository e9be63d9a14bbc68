"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt
from ..models.others import PetAddedWebhook, StoppedCallback

pet_added_webhook = adopt(PetAddedWebhook)
stopped_callback = adopt(StoppedCallback)
