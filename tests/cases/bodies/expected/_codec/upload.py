"""The wire side of `upload`: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.upload import UploadSendBodyAbout

upload_send_body_about = adopt(UploadSendBodyAbout)


SEND: Operation[None] = Operation(
    name="upload.send",
    method="POST",
    path="/upload",
    decode=decode_nothing,
    body="multipart",
    encoding={"file": "image/png", "note": "text/markdown"},
)
