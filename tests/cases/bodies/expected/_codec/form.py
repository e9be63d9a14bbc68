"""The wire side of `form`: decoders and operations."""

from __future__ import annotations

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.form import FormSendBodyPlain, FormSendBodySpread

form_send_body_plain = adopt(FormSendBodyPlain)
form_send_body_spread = adopt(FormSendBodySpread)


SEND: Operation[None] = Operation(
    name="form.send",
    method="POST",
    path="/form",
    decode=decode_nothing,
    body="form",
    encoding={"ids": "comma", "metadata": "deep", "spread": "form", "link": "form+"},
)
