# Generated from Moments 1; do not edit.
"""Decoders and operations of `moments`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.moments import Moments

if TYPE_CHECKING:
    from collections.abc import Callable

moments: Callable[[Any], Moments] = adopt(Moments)


REPLACE: Operation[Moments] = Operation(
    name="moments.replace",
    method="PUT",
    path="/moments",
    decode=moments,
    nulls=("maybe",),
    body="json",
)
