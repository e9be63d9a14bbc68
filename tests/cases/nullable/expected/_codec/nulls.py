# Generated from Nulls 1; do not edit.
"""Decoders and operations of `nulls`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.nulls import Nulls, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.nulls import NullsUnion

part: Callable[[Any], Part] = adopt(Part)
nulls: Callable[[Any], Nulls] = adopt(
    Nulls,
    {
        "part": lambda data: part(data),
        "maybe": lambda data: part(data),
        "union": lambda data: nulls_union(data),
    },
)


def nulls_union(data: Any) -> NullsUnion:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return part(data)
    return cast("NullsUnion", data)


REPLACE: Operation[Nulls] = Operation(
    name="nulls.replace",
    method="PUT",
    path="/nulls",
    decode=nulls,
    nulls=("required", "level"),
    body="json",
)
