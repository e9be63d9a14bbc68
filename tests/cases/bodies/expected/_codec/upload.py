"""The wire side of `upload`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_nothing, new
from .._core.operation import Operation
from ..models.upload import UploadSendBodyAbout


def upload_send_body_about(data: Any) -> UploadSendBodyAbout:
    if data.__class__ is not dict:
        return cast("UploadSendBodyAbout", data)
    self = new(UploadSendBodyAbout)
    self.__dict__ = data
    return self


SEND: Operation[None] = Operation(
    name="upload.send",
    method="POST",
    path="/upload",
    decode=decode_nothing,
    body="multipart",
    encoding={"file": "image/png", "note": "text/markdown"},
)
