# Generated from Fake 1.0.0; do not edit.
"""Decoders and operations of `examples`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.examples import ExamplesListResponse

if TYPE_CHECKING:
    from collections.abc import Callable

examples_list_response: Callable[[Any], ExamplesListResponse] = adopt(ExamplesListResponse)


LIST: Operation[ExamplesListResponse] = Operation(
    name="examples.list",
    method="GET",
    path="/examples",
    decode=examples_list_response,
)
