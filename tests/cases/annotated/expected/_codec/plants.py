# Generated from Annotated 1; do not edit.
"""Decoders and operations of `plants`."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import get_member
from .._core.operation import Operation


def _water(body: Any) -> int:
    return cast("int", get_member(body, "watered"))


WATER: Operation[int] = Operation(
    name="plants.water",
    method="POST",
    path="/plants",
    decode=_water,
    body="json",
)
