"""The wire side of `api`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_nothing, new
from .._core.operation import Operation
from ..models.api import APIUploadBodyAbout


def api_upload_body_about(data: Any) -> APIUploadBodyAbout:
    if data.__class__ is not dict:
        return cast("APIUploadBodyAbout", data)
    self = new(APIUploadBodyAbout)
    self.__dict__ = data
    return self


UPLOAD: Operation[None] = Operation(
    name="api.upload",
    method="POST",
    path="/upload",
    decode=decode_nothing,
    body="multipart",
    encoding={"file": "image/png", "note": "text/markdown"},
)
LIST: Operation[None] = Operation(
    name="api.list",
    method="PUT",
    path="/list",
    decode=decode_nothing,
    keys={"": {"pet_name": ("petName", {})}},
    body="json",
)
