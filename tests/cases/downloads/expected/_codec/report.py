# Generated from Archive 1.0.0; do not edit.
"""Decoders and operations of `report`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt
from .._core.operation import Operation
from ..models.report import ReportGetResponse

if TYPE_CHECKING:
    from collections.abc import Callable

report_get_response: Callable[[Any], ReportGetResponse] = adopt(ReportGetResponse)


GET: Operation[ReportGetResponse] = Operation(
    name="report.get",
    method="GET",
    path="/report",
    decode=report_get_response,
    media={"application/json": "json", "application/pdf": "bytes"},
)
