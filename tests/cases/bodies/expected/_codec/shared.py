"""The wire side of several resources: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt
from ..models.shared import Pet

pet = adopt(Pet)
