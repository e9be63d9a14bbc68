"""The wire side of schemas that no operation uses: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import adopt, decode_list, new
from ..models.others import (
    BodyLoginTokenPost,
    BodyUploadUploadPost,
    HTTPValidationError,
    ItemInput,
    ValidationError,
)

item_input = adopt(ItemInput)
validation_error = adopt(ValidationError)
body_upload_upload_post = adopt(BodyUploadUploadPost)
body_login_token_post = adopt(BodyLoginTokenPost)


def http_validation_error(data: Any) -> HTTPValidationError:
    if data.__class__ is not dict:
        return cast("HTTPValidationError", data)
    self = new(HTTPValidationError)
    self.__dict__ = data
    if "detail" in data:
        data["detail"] = decode_list(validation_error, data["detail"])
    return self
