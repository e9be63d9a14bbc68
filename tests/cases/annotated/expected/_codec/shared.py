# Generated from Annotated 1; do not edit.
"""Decoders and operations of several resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from ..models.shared import FlowerPot, Plant

if TYPE_CHECKING:
    from collections.abc import Callable

plant: Callable[[Any], Plant] = adopt(
    Plant,
    {
        "pot": lambda data: flower_pot(data),
    },
)
flower_pot: Callable[[Any], FlowerPot] = adopt(FlowerPot)
