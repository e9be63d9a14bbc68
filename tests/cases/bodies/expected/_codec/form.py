# Generated from Bodies 1; do not edit.
"""Decoders and operations of `form`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_nothing
from .._core.operation import Operation
from ..models.form import FormSendBodyPlain, FormSendBodySpread

if TYPE_CHECKING:
    from collections.abc import Callable

form_send_body_plain: Callable[[Any], FormSendBodyPlain] = adopt(FormSendBodyPlain)
form_send_body_spread: Callable[[Any], FormSendBodySpread] = adopt(FormSendBodySpread)


SEND: Operation[None] = Operation(
    name="form.send",
    method="POST",
    path="/form",
    decode=decode_nothing,
    body="form",
    encoding={"ids": "comma", "metadata": "deep", "spread": "form", "link": "form+"},
)
