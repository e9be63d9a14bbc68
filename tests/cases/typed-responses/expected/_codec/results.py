# Generated from Typed responses 1; do not edit.
"""Decoders and operations of `results`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_any
from .._core.operation import Operation
from ..models.results import ResultsExportEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.json_value import JSONValue

results_export_event: Callable[[Any], ResultsExportEvent] = adopt(ResultsExportEvent)


EXPORT: Operation[JSONValue] = Operation(
    name="results.export",
    method="GET",
    path="/results",
    decode=decode_any,
    media={"application/jsonl": "lines"},
    event=results_export_event,
    error_members=("error",),
)
