# Generated from Words 1; do not edit.
"""Decoders and operations of `things`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._core.codec import decode_list
from .._core.operation import Operation
from .shared import profile

if TYPE_CHECKING:
    from ..models.shared import Profile


LIST: Operation[list[Profile]] = Operation(
    name="things.list",
    method="GET",
    path="/v1/things",
    decode=lambda item: decode_list(profile, item),
)
