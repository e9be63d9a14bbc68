"""Answers that come as a stream of events.

Two pure framings make events of bytes, whatever pieces these come in: `ServerSentEvents` and
`JSONLines`. `EventStream` and `AsyncEventStream` lay one of them over an open answer.
"""

from __future__ import annotations

import asyncio
import codecs
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import frozen

from .transport import AsyncResponse, Response, TransportError

if TYPE_CHECKING:
    from .client_base import ReplyInfo

T = TypeVar("T")
_DONE = "[DONE]"


@frozen
class ServerSentEvent:
    """One event as the server sent it.

    Attributes:
        data: The text of its `data` lines, joined by newlines.
        event: Its type; `message` where the server names none.
        id: The last id that the server gave, with this event or an earlier one.
        retry: The time to wait before a reconnection, in milliseconds, where it came with the event.
    """

    data: str
    event: str = "message"
    id: str | None = None
    retry: int | None = None


class _Lines:
    """Cuts bytes at LF, CR or CRLF."""

    def __init__(self) -> None:
        self._rest: list[bytes] = []  # pieces of a line that has not ended
        self._after_cr = False
        self._first = True

    def feed(self, chunk: bytes) -> list[bytes]:
        """The lines that `chunk` completes, without their ends."""
        if self._after_cr and chunk:
            # The line went out with its CR: waiting for a LF would hold back a complete event.
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        self._rest.append(chunk)
        if b"\n" not in chunk and b"\r" not in chunk:
            return []
        chunk = b"".join(self._rest)
        self._rest.clear()
        lines = chunk.splitlines()
        self._after_cr = chunk.endswith(b"\r")
        if not self._after_cr and not chunk.endswith(b"\n"):
            self._rest.append(lines.pop())
        if self._first:
            self._first = False
            lines[0] = lines[0].removeprefix(codecs.BOM_UTF8)
        return lines


class ServerSentEvents:
    """The framing of `text/event-stream`.

    An event without the empty line after it is given out at the end all the same: some servers
    leave that line out, and an answer that was cut off does not get as far as `end`.
    """

    def __init__(self) -> None:
        self._lines = _Lines()
        self._data: list[str] = []
        self._event = ""
        self._id: str | None = None
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """The events that `chunk` completes."""
        events: list[ServerSentEvent] = []
        for line in self._lines.feed(chunk):
            if line:
                self._field(line)
                continue
            if self._data:
                data, event = "\n".join(self._data), self._event or "message"
                events.append(ServerSentEvent(data, event, self._id, self._retry))
                self._data.clear()
            self._event = ""
            self._retry = None
        return events

    def end(self) -> list[ServerSentEvent]:
        """What is left when the answer ends in good order."""
        return self.feed(b"\n\n")

    def _field(self, line: bytes) -> None:
        name, _, rest = line.partition(b":")  # a comment has an empty name
        value = rest.removeprefix(b" ").decode("utf-8", "replace")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value
        elif name == b"id" and "\0" not in value:
            self._id = value
        elif name == b"retry" and value.isascii() and value.isdigit() and len(value) < 10:
            self._retry = int(value)


class JSONLines:
    """The framing of `application/jsonl` and the like: a JSON value on each line, or after each mark of a record."""

    def __init__(self) -> None:
        self._lines = _Lines()

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """The values on the lines that `chunk` completes."""
        lines = (line.strip(b" \t\x1e") for line in self._lines.feed(chunk))
        return [ServerSentEvent(line.decode("utf-8", "replace")) for line in lines if line]

    def end(self) -> list[ServerSentEvent]:
        """What is left when the answer ends in good order."""
        return self.feed(b"\n")


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
    ) -> None:
        self._decode = decode
        self._refusal = refusal
        self._broken = broken
        self._framing = framing or ServerSentEvents()
        self.reply = reply

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.reply.method} {self.reply.url}>"

    def _value(self, event: ServerSentEvent) -> T:
        data: Any = event.data
        with suppress(ValueError, RecursionError):  # it is text, then
            data = json.loads(data)
        refusal = self._refusal(data, event.event == "error")
        if refusal is not None:
            raise refusal
        return self._decode(data)


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
