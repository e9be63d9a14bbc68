# Generated from Fake 1.0.0; do not edit.
"""Decoders and operations of `unknown_types`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.unknown_types import UnknownTypesListResponse

if TYPE_CHECKING:
    from collections.abc import Callable

unknown_types_list_response: Callable[[Any], UnknownTypesListResponse] = adopt(
    UnknownTypesListResponse
)


LIST: Operation[UnknownTypesListResponse] = Operation(
    name="unknown_types.list",
    method="GET",
    path="/unknown-types",
    decode=unknown_types_list_response,
)
