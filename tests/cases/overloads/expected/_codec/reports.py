# Generated from Overloads 1; do not edit.
"""Decoders and operations of `reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import decode_any, decode_list
from .._core.operation import Operation
from .shared import label, text

if TYPE_CHECKING:
    from .._core.json_value import JSONValue
    from ..models.reports import ReportsListResponse


def reports_list_response(data: Any) -> ReportsListResponse:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        return text(data)
    if data.__class__ is list:
        return decode_list(label, data)
    return cast("ReportsListResponse", data)


LIST: Operation[ReportsListResponse] = Operation(
    name="reports.list",
    method="GET",
    path="/reports",
    decode=reports_list_response,
)
GET_ANYTHING: Operation[JSONValue] = Operation(
    name="reports.get_anything",
    method="GET",
    path="/anything",
    decode=decode_any,
    media={"application/json": "json", "image/png": "bytes"},
)
