# Generated from FastAPI 0.1.0; do not edit.
"""Decoders and operations of `items`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_any, decode_list
from .._core.operation import Operation
from ..models.items import HTTPValidationError, ValidationError
from .shared import item_output

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.json_value import JSONValue
    from ..models.shared import ItemOutput

http_validation_error: Callable[[Any], HTTPValidationError] = adopt(
    HTTPValidationError,
    {
        "detail": lambda data: decode_list(validation_error, data),
    },
)
validation_error: Callable[[Any], ValidationError] = adopt(ValidationError)


GET: Operation[ItemOutput] = Operation(
    name="items.get",
    method="GET",
    path="/items/{item_id}",
    decode=item_output,
    errors={"422": http_validation_error},
)
UPDATE: Operation[JSONValue] = Operation(
    name="items.update",
    method="PUT",
    path="/items/{item_id}",
    decode=decode_any,
    body="json",
)
