"""The wire side of `form`: decoders and operations."""

from __future__ import annotations

from typing import Any, cast

from .._core.codec import decode_nothing, new
from .._core.operation import Operation
from ..models.form import FormSendBodyPlain, FormSendBodySpread


def form_send_body_plain(data: Any) -> FormSendBodyPlain:
    if data.__class__ is not dict:
        return cast("FormSendBodyPlain", data)
    self = new(FormSendBodyPlain)
    self.__dict__ = data
    return self


def form_send_body_spread(data: Any) -> FormSendBodySpread:
    if data.__class__ is not dict:
        return cast("FormSendBodySpread", data)
    self = new(FormSendBodySpread)
    self.__dict__ = data
    return self


SEND: Operation[None] = Operation(
    name="form.send",
    method="POST",
    path="/form",
    decode=decode_nothing,
    body="form",
    encoding={"ids": "comma", "metadata": "deep", "spread": "form", "link": "form+"},
)
