# Generated from Words 1; do not edit.
"""Decoders and operations of the client itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._core.codec import adopt, decode_any, decode_list, decode_nothing, get_member
from .._core.operation import Operation
from .._core.paging_styles import Cursor, PagedOperation
from ..models.client import Client, EmbedResponse
from .shared import profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.shared import Profile

embed_response: Callable[[Any], EmbedResponse] = adopt(EmbedResponse)
client: Callable[[Any], Client] = adopt(Client)


def _list(body: Any) -> list[Client]:
    return decode_list(client, get_member(body, "list"))


EMBED: Operation[EmbedResponse] = Operation(
    name="embed",
    method="POST",
    path="/v1/embed",
    decode=embed_response,
    body="json",
)
EMBED_V2: Operation[list[float]] = Operation(
    name="embed_v2",
    method="POST",
    path="/v2/embed",
    decode=decode_any,
)
CHAT: Operation[Client] = Operation(
    name="chat",
    method="POST",
    path="/v1/chat",
    decode=client,
    body="json",
    media={"application/json": "json", "text/event-stream": "events"},
    stream="stream",
    event=profile,
)
CLOSE: Operation[None] = Operation(
    name="close",
    method="POST",
    path="/v1/close",
    decode=decode_nothing,
)
REQUEST: Operation[Profile] = Operation(
    name="request",
    method="GET",
    path="/v1/request",
    decode=profile,
)
STR: Operation[str] = Operation(
    name="str",
    method="GET",
    path="/v1/str",
    decode=decode_any,
    media={"text/plain": "text"},
)
LIST: PagedOperation[Client, None] = PagedOperation(
    name="list",
    method="GET",
    path="/v1/list",
    decode=_list,
    info=decode_nothing,
    paging=Cursor(cursor="after", next="next"),
)
COUNT_THINGS: Operation[None] = Operation(
    name="count_things",
    method="GET",
    path="/v1/things/count",
    decode=decode_nothing,
)
SUM_THINGS: Operation[None] = Operation(
    name="sum_things",
    method="GET",
    path="/v1/things/sum",
    decode=decode_nothing,
)
