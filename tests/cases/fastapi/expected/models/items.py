"""The models of `items`."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = [
    "Mode",
]

Mode: TypeAlias = Literal["fast", "slow"]
