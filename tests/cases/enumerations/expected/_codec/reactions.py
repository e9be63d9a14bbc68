# Generated from Enumerations 1; do not edit.
"""Decoders and operations of `reactions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.reactions import Reaction

if TYPE_CHECKING:
    from collections.abc import Callable

reaction: Callable[[Any], Reaction] = adopt(Reaction)


CREATE: Operation[Reaction] = Operation(
    name="reactions.create",
    method="POST",
    path="/reactions",
    decode=reaction,
    body="json",
)
