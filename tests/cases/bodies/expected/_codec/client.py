# Generated from Bodies 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.client import UploadBodyAbout

if TYPE_CHECKING:
    from collections.abc import Callable

upload_body_about: Callable[[Any], UploadBodyAbout] = adopt(UploadBodyAbout)


UPLOAD: Operation[None] = Operation(
    name="upload",
    method="POST",
    path="/upload",
    decode=decode_nothing,
    body="multipart",
    encoding={"file": "file image/png, image/jpeg", "more": "file", "note": "text/markdown"},
)
LIST: Operation[None] = Operation(
    name="list",
    method="PUT",
    path="/list",
    decode=decode_nothing,
    keys={"": {"pet_name": ("petName", {})}},
    body="json",
)
