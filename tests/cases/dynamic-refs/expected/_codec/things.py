# Generated from Templates 1; do not edit.
"""Decoders and operations of `things`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.things import Page as PageModel
from .shared import cursor

if TYPE_CHECKING:
    from collections.abc import Callable

page: Callable[[Any], PageModel] = adopt(
    PageModel,
    {
        "next": lambda data: cursor(data),
    },
)


LIST: Operation[PageModel] = Operation(
    name="things.list",
    method="GET",
    path="/things",
    decode=page,
)
