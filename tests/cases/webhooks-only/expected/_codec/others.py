"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt
from ..models.others import Owner, Pet

pet = adopt(Pet)
owner = adopt(Owner)
