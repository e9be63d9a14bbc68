# Generated from Overloads 1; do not edit.
"""Decoders and operations of `models`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_list
from .._core.operation import Operation
from ..models.models import JSONValueModel
from .shared import label, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.models import Result

json_value_model: Callable[[Any], JSONValueModel] = adopt(JSONValueModel)


def result(data: Any) -> Result:
    """Choose a variant by its members."""
    if data.__class__ is dict:
        if "text" in data:
            return text(data)
        if "value" in data:
            return json_value_model(data)
    if data.__class__ is list:
        return decode_list(label, data)
    return cast("Result", data)


RUN: Operation[Result] = Operation(
    name="models.run",
    method="POST",
    path="/models/{model}/run",
    decode=result,
    body="json",
    media={"application/json": "json", "image/png": "bytes", "text/event-stream": "events"},
    stream="stream",
    event=text,
)
