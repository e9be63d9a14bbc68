"""Responses that come as a stream of events: opening one, and reading it event by event."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Generic, TypeVar

from ..errors import APIError, APIStatusError
from . import strip_frames
from .codec import decode_any, decode_text
from .exchange import Exchange
from .framing import JSONLines, ServerSentEvent, ServerSentEvents
from .operation import Envelope
from .reply import ReplyInfo, info_of
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
from .transport import AsyncResponse, Response, TransportError

T = TypeVar("T")
_DONE = "[DONE]"


class _Events(Generic[T]):
    """What both streams share: everything but the reading."""

    _closed = True

    def __init__(
        self,
        *,
        decode: Callable[[Any], T],
        refusal: Callable[[Any, bool], Exception | None],
        broken: Callable[[TransportError], Exception],
        reply: ReplyInfo,
        framing: ServerSentEvents | JSONLines | None = None,
        decoders: Mapping[str, Callable[[Any], T]] = {},
        check: Callable[[Any], None] | None = None,
    ) -> None:
        self._decode = decode
        self._decoders = decoders
        self._check = check
        self._refusal = refusal
        self._broken = broken
        self._framing = framing or ServerSentEvents()
        self.reply = reply

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.reply.method} {self.reply.url}>"

    def _value(self, event: ServerSentEvent) -> T:
        decode = self._decoders.get(event.event, self._decode)
        data: Any = event.data
        if decode is not decode_text:
            with suppress(ValueError, RecursionError):  # it is text, then
                data = json.loads(data)
        refusal = self._refusal(data, event.event == "error")
        if refusal is not None:
            raise refusal
        if self._check is not None:
            self._check(data)
        return decode(data)


class EventStream(_Events[T], Iterator[T]):
    """The events of an answer, decoded, as they come.

    Iterate over it once. The connection is freed when the stream ends, when the loop is left, on
    `close()` and at the end of a `with` block. The event `[DONE]` ends the stream.

    Args:
        response: The open answer.
        decode: Parsed data of an event → value; data that is not JSON comes as text.
        refusal: Parsed data, and whether the event is of type `error` → the error that it tells of.
        broken: A failure of the transport → error of the package's tree.
        reply: What the server said with the head of the answer; an attribute, too.
        framing: How the bytes make events; server-sent events by default.
        decoders: Name of an event → decoder in place of `decode`.
        check: Sees the data of each event before it is decoded.
    """

    def __init__(self, response: Response, **rest: Any) -> None:
        super().__init__(**rest)
        self._response = response
        self._closed = False
        self._events = self._read()
        self._values = self._decode_all()

    def _read(self) -> Iterator[ServerSentEvent]:
        try:
            if self._closed:
                return
            for chunk in self._response.iter_bytes():
                for event in self._framing.feed(chunk):
                    if event.data == _DONE:
                        return
                    yield event
                    if self._closed:
                        return
            yield from (event for event in self._framing.end() if event.data != _DONE)
        except TransportError as error:
            raise self._broken(error) from None
        finally:
            self.close()

    def events(self) -> Iterator[ServerSentEvent]:
        """The events as they were sent, those of type `error` included."""
        yield from self._events

    def _decode_all(self) -> Iterator[T]:
        try:
            for event in self._events:
                if event.data:
                    yield self._value(event)
        finally:
            self.close()

    def __iter__(self) -> Iterator[T]:
        # A generator of its own: leaving the loop closes it, and with it the one it draws from.
        yield from self._values

    def __next__(self) -> T:
        return next(self._values)

    def close(self) -> None:
        """Free the connection; what has not been read is lost."""
        if not self._closed:
            self._closed = True
            self._response.close()

    def __enter__(self) -> EventStream[T]:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()


class AsyncEventStream(_Events[T], AsyncIterator[T]):
    """As `EventStream`, for async code."""

    def __init__(self, response: AsyncResponse, **rest: Any) -> None:
        super().__init__(**rest)
        self._response = response
        self._closed = False
        self._events = self._read()
        self._values = self._decode_all()

    async def _read(self) -> AsyncIterator[ServerSentEvent]:
        try:
            if self._closed:
                return
            async for chunk in self._response.aiter_bytes():
                for event in self._framing.feed(chunk):
                    if event.data == _DONE:
                        return
                    yield event
                    if self._closed:
                        return
            for event in self._framing.end():
                if event.data != _DONE:
                    yield event
        except TransportError as error:
            raise self._broken(error) from None
        finally:
            await self.close()

    async def events(self) -> AsyncIterator[ServerSentEvent]:
        """The events as they were sent, those of type `error` included."""
        try:
            async for event in self._events:
                yield event
        finally:
            await self.close()

    async def _decode_all(self) -> AsyncIterator[T]:
        try:
            async for event in self._events:
                if event.data:
                    yield self._value(event)
        finally:
            await self.close()

    async def __aiter__(self) -> AsyncIterator[T]:
        try:
            async for value in self._values:
                yield value
        finally:
            await self.close()

    async def __anext__(self) -> T:
        return await anext(self._values)

    async def close(self) -> None:
        """Free the connection; what has not been read is lost."""
        if not self._closed:
            self._closed = True
            await self._response.aclose()

    async def __aenter__(self) -> AsyncEventStream[T]:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    def __del__(self) -> None:
        if not self._closed:
            with suppress(RuntimeError):  # without a loop there is no connection any more
                asyncio.get_running_loop().create_task(self._response.aclose())


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

    def check(data: Any) -> None:
        checked(checker, x, media_type, data)

    def broken(failure: TransportError) -> APIError:
        x.failed(strip_frames(failure))
        return failure_error(x, failure)

    return {
        "decode": event,
        "decoders": x.operation.events,
        "check": check if checker is not None else None,
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

    parts = stream_parts(x, envelope, None)
    return {**parts, "decode": decode, "decoders": {}, "refusal": accept}


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
