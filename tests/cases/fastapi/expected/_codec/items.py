"""The wire side of `items`: decoders and operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .._core.codec import adopt, decode_any, decode_list, new
from .._core.operation import Operation
from ..models.items import HTTPValidationError, ValidationError
from .shared import item_output

if TYPE_CHECKING:
    from ..models.shared import ItemOutput

validation_error = adopt(ValidationError)


def http_validation_error(data: Any) -> HTTPValidationError:
    if data.__class__ is not dict:
        return cast("HTTPValidationError", data)
    self = new(HTTPValidationError)
    self.__dict__ = data
    if "detail" in data:
        data["detail"] = decode_list(validation_error, data["detail"])
    return self


GET: Operation[ItemOutput] = Operation(
    name="items.get",
    method="GET",
    path="/items/{item_id}",
    decode=item_output,
    errors={"422": http_validation_error},
)
UPDATE: Operation[Any] = Operation(
    name="items.update",
    method="PUT",
    path="/items/{item_id}",
    decode=decode_any,
    body="json",
)
