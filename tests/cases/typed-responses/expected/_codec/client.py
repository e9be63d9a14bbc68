# Generated from Typed responses 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_any, decode_nothing, decode_text
from .._core.operation import Operation
from ..models.client import ChatError, Done, Problem
from .shared import delta

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._core.json_value import JSONValue

done: Callable[[Any], Done] = adopt(Done)
problem: Callable[[Any], Problem] = adopt(Problem)
chat_error: Callable[[Any], ChatError] = adopt(ChatError)


CHAT: Operation[Done] = Operation(
    name="chat",
    method="POST",
    path="/chat",
    decode=done,
    body="json",
    errors={"404": problem, "default": chat_error},
    media={"application/json": "json", "text/event-stream": "events"},
    stream="stream",
    events={"delta": delta, "done": done, "note": decode_text},
)
LOG: Operation[JSONValue] = Operation(
    name="log",
    method="GET",
    path="/log",
    decode=decode_any,
    media={"text/event-stream": "events"},
    event=decode_text,
)
UPLOAD: Operation[None] = Operation(
    name="upload",
    method="POST",
    path="/upload",
    decode=decode_nothing,
    body="json",
    bodies={"multipart/form-data": "multipart", "text/plain": "text"},
    whole="text/plain",
    encoding={"file": "file"},
)
