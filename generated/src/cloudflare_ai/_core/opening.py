"""From an answer to a stream: of the events that come, or of the one thing that came instead."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from ..errors import APIError, APIStatusError
from . import strip_frames
from .client_base import info_of
from .codec import decode_any
from .operation import Envelope
from .response import (
    Checker,
    checked,
    failed,
    failure_error,
    media_kind,
    media_type_of,
    result,
    status_error,
    unreadable,
)
from .retry import Exchange
from .streaming import JSONLines
from .transport import TransportError

_FRAMINGS = {
    "text/event-stream": "events",
    "application/jsonl": "lines",
    "application/x-ndjson": "lines",
    "application/x-jsonlines": "lines",
    "application/json-seq": "lines",
}


def framing(x: Exchange) -> str | None:
    """How the open answer streams: "events", "lines", or None for not at all."""
    media_type = media_type_of(x.headers)
    kind = media_kind(x.operation.media, media_type)
    if kind in ("events", "lines"):
        return kind
    return _FRAMINGS.get(media_type)


def stream_parts(x: Exchange, envelope: Envelope, checker: Checker | None) -> dict[str, Any]:
    """What a stream needs besides the open answer.

    Args:
        x: The call.
        envelope: Members that tell failure.
        checker: Sees the parsed data of each event before it is decoded.
    """
    event, media_type = x.operation.event or decode_any, media_type_of(x.headers)

    def decode(data: Any) -> Any:
        checked(checker, x, media_type, data)
        return event(data)

    def broken(failure: TransportError) -> APIError:
        x.failed(strip_frames(failure))
        return failure_error(x, failure)

    return {
        "decode": event if checker is None else decode,
        "refusal": _refusal(x, envelope),
        "broken": broken,
        "reply": info_of(x),
        "framing": JSONLines() if framing(x) == "lines" else None,
    }


def whole_parts(x: Exchange, envelope: Envelope, checker: Checker | None) -> dict[str, Any]:
    """The same for an answer that was read because it is not a stream: it is the only event.

    Raises:
        APIError: The server refused, or the answer is not JSON.
    """
    value, found = result(x, envelope, checker=checker), media_type_of(x.headers)
    if not found.endswith("json") or not x.body:
        raise unreadable(x, f"Expected a stream of events but received {found or 'no media type'}")

    def decode(_: object) -> Any:
        return value

    def accept(_: object, __: object) -> None:
        """It was judged as a whole."""

    return {**stream_parts(x, envelope, None), "decode": decode, "refusal": accept}


class Whole:
    """An answer that was read, in the form of a stream with one event."""

    def __init__(self, x: Exchange) -> None:
        self.status, self.headers = x.status, x.headers
        self._body = x.body or b""

    def read(self) -> bytes:
        """All of it."""
        lines = self._body.splitlines()  # in JSON it makes no difference where lines end
        return b"data: " + b" ".join(lines) + b"\n\n"

    def iter_bytes(self) -> Iterator[bytes]:
        """All of it, in one piece."""
        yield self.read()

    def close(self) -> None:
        """Nothing to free."""

    async def aread(self) -> bytes:
        """As `read`."""
        return self.read()

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        """As `iter_bytes`."""
        yield self.read()

    async def aclose(self) -> None:
        """Nothing to free."""


def _refusal(x: Exchange, envelope: Envelope) -> Callable[[Any, bool], APIStatusError | None]:
    """What tells the failures among the events of a stream: parsed data, error event → error."""

    def judge(data: Any, is_error: bool) -> APIStatusError | None:
        refused = is_error or failed(data, envelope.success)
        return status_error(x, envelope, data) if refused else None

    return judge
