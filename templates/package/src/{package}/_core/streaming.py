"""Responses that come as a stream of events: opening one, and reading it event by event."""

# pyright: reportPrivateUsage=false
# Streams are the inner side of the clients.

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack, cast

from ..errors import Error
from .call import Attempt, Call
from .codec import decode_any, decode_text, is_mapping
from .failures import make_failure_error, make_status_error, make_unreadable_error
from .media_types import STREAM_FRAMINGS, get_media_type, is_json
from .operation import Operation
from .request_builder import CallArguments, CallKeywords, prepare
from .resource import AsyncResource, Resource
from .response_body import aiter_pieces, aread, iter_pieces, read
from .response_decoding import (
    check,
    choose_media_kind,
    decode_result,
    has_failed,
    list_expected_types,
    parse,
    reports_failure,
)
from .response_info import Capture, get_raw_capture, make_info
from .transport import AsyncResponse, Response, TransportError

if TYPE_CHECKING:
    from .client_base import BaseClient
    from .framing import ServerSentEvent

T_co = TypeVar("T_co", covariant=True)
_DONE = "[DONE]"


class _Events(Generic[T_co]):
    """The base of both streams: everything except reading."""

    _closed = True
    _at_end = False  # the body has ended; what is still read had no end of its own

    def __init__(self, attempt: Attempt, *, is_whole: bool = False) -> None:
        # Here, because it loads attrs, which calls without a stream need not wait for.
        from .framing import JSONLines, ServerSentEvents

        self._attempt = attempt
        self._media_type = get_media_type(attempt.headers)
        self._is_whole = is_whole
        self._result = _decode_whole(attempt) if is_whole else None
        self._decode = attempt.call.operation.event or decode_any
        self._decoders = attempt.call.operation.events
        self._has_lines = not is_whole and find_framing(attempt) == "lines"
        self._framing = JSONLines() if self._has_lines else ServerSentEvents()
        self.response = make_info(attempt)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.response.method} {self.response.url}>"

    def _value(self, event: ServerSentEvent) -> T_co:
        if self._is_whole:  # it was checked and decoded as a whole
            return cast(T_co, self._result)
        decode = self._decoders.get(event.event, self._decode)
        data: Any = event.data
        if decode is not decode_text:
            try:
                data = json.loads(data)
            except (ValueError, RecursionError):  # it is text
                if self._at_end and (decode is not decode_any or data.startswith(("{", "["))):
                    raise self._make_cut_error() from None
        if self._is_refusal(event.event, data):
            raise make_status_error(self._attempt, data)
        check(self._attempt, self._media_type, data)
        return cast(T_co, decode(data))

    def _is_refusal(self, name: str, data: Any) -> bool:
        """Return whether an event says that the stream has failed, rather than being data of it."""
        operation = self._attempt.call.operation
        if name in operation.events:
            return False
        if name == "error":
            return True
        if not is_mapping(data):
            return False
        success = self._attempt.call.config.envelope.success
        if operation.enveloped and success in data:
            return has_failed(data, success)
        return reports_failure(data, operation.error_members, self._has_lines)

    def _make_cut_error(self) -> Error:
        failure = TransportError(
            "read", "the stream ends in the middle of an event", is_constant=True
        )
        self._attempt.fail(failure)
        return make_failure_error(self._attempt, failure)


class EventStream(_Events[T_co], Iterator[T_co]):
    """The events of a response, decoded, as they come.

    Iterate over it once. The connection is freed when the stream ends, when the loop is left, on
    `close()` and at the end of a `with` block. The event `[DONE]` ends the stream. `events()` yields
    the events with their name (`event`) and text (`data`) instead. Methods of the client make streams.

    Attributes:
        response: Facts from the head of the response.
    """

    def __init__(
        self, attempt: Attempt, response: Response | ReadResponse, *, is_whole: bool = False
    ) -> None:
        super().__init__(attempt, is_whole=is_whole)
        self._response = response
        self._closed = False
        self._events = self._read()
        self._values = self._decode_all()

    def _read(self) -> Iterator[ServerSentEvent]:
        try:
            if self._closed:
                return
            for chunk in iter_pieces(self._attempt, self._response):
                for event in self._framing.feed(chunk):
                    if event.data == _DONE:
                        return
                    yield event
                    if self._closed:
                        return
            self._at_end = True
            yield from (event for event in self._framing.end() if event.data != _DONE)
        finally:
            self.close()

    def events(self) -> Iterator[ServerSentEvent]:
        """Yield the events as they were sent, those of type `error` included."""
        yield from self._events

    def _decode_all(self) -> Iterator[T_co]:
        try:
            for event in self._events:
                if event.data or event.event == "error":
                    yield self._value(event)
        finally:
            self.close()

    def __iter__(self) -> Iterator[T_co]:
        # A generator of its own: leaving the loop closes it, and with it the one it draws from.
        yield from self._values

    def __next__(self) -> T_co:
        return next(self._values)

    def close(self) -> None:
        """Free the connection; unread data is discarded."""
        if not self._closed:
            self._closed = True
            self._response.close()

    def __enter__(self) -> EventStream[T_co]:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()


class AsyncEventStream(_Events[T_co], AsyncIterator[T_co]):
    """As `EventStream`, for async code."""

    def __init__(
        self, attempt: Attempt, response: AsyncResponse | ReadResponse, *, is_whole: bool = False
    ) -> None:
        super().__init__(attempt, is_whole=is_whole)
        self._response = response
        self._closed = False
        self._events = self._read()
        self._values = self._decode_all()

    async def _read(self) -> AsyncIterator[ServerSentEvent]:
        try:
            if self._closed:
                return
            async for chunk in aiter_pieces(self._attempt, self._response):
                for event in self._framing.feed(chunk):
                    if event.data == _DONE:
                        return
                    yield event
                    if self._closed:
                        return
            self._at_end = True
            for event in self._framing.end():
                if event.data != _DONE:
                    yield event
        finally:
            await self.close()

    async def events(self) -> AsyncIterator[ServerSentEvent]:
        """Yield the events as they were sent, those of type `error` included."""
        try:
            async for event in self._events:
                yield event
        finally:
            await self.close()

    async def _decode_all(self) -> AsyncIterator[T_co]:
        try:
            async for event in self._events:
                if event.data or event.event == "error":
                    yield self._value(event)
        finally:
            await self.close()

    async def __aiter__(self) -> AsyncIterator[T_co]:
        try:
            async for value in self._values:
                yield value
        finally:
            await self.close()

    async def __anext__(self) -> T_co:
        return await anext(self._values)

    async def close(self) -> None:
        """Free the connection; unread data is discarded."""
        if not self._closed:
            self._closed = True
            await self._response.aclose()

    async def __aenter__(self) -> AsyncEventStream[T_co]:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    def __del__(self) -> None:
        if not self._closed:
            # Without a loop there is no connection any more; Python may be ending.
            with suppress(RuntimeError, ImportError):
                # Here, because it loads the TLS library, which a sync client does not need yet.
                import asyncio

                asyncio.get_running_loop().create_task(self._response.aclose())


def find_framing(attempt: Attempt) -> str | None:
    """Return how the open response streams: "events", "lines", or None for not at all."""
    if not attempt.is_success:
        return None  # whatever its media type says, it is a refusal
    media_type, media = get_media_type(attempt.headers), attempt.call.operation.media
    if not media_type and attempt.status != 204:  # what is promised
        return next((kind for kind in media.values() if kind in ("events", "lines")), None)
    kind = choose_media_kind(media, media_type)
    if kind in ("events", "lines"):
        return kind
    return STREAM_FRAMINGS.get(media_type)


def _decode_whole(attempt: Attempt) -> Any:
    """Return the result of a response that is not a stream: the only event of one.

    Raises:
        APIError: The server refused, or the response is not JSON.
    """
    value, media_type = decode_result(attempt), get_media_type(attempt.headers)
    operation = attempt.call.operation
    if "json" not in operation.media.values() and is_json(media_type):
        data = parse(attempt.body or b"null", attempt.headers)
        if is_mapping(data) and reports_failure(data, operation.error_members, True):
            raise make_status_error(attempt, data)
    if find_framing(attempt) is None and not (is_json(media_type) and attempt.body):
        expected = list_expected_types(attempt.call.operation)
        raise make_unreadable_error(
            attempt,
            f"Expected a stream of events ({expected}) but received {media_type or 'no media type'}",
        )
    return value


class ReadResponse:
    """A body that was read, in the form of an open response."""

    def __init__(self, attempt: Attempt, body: bytes) -> None:
        self.status, self.headers = attempt.status, attempt.headers
        self._body = body

    def read(self) -> bytes:
        """Return the whole body."""
        return self._body

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the whole body, in one piece."""
        yield self._body

    def close(self) -> None:
        """Do nothing: there is nothing to free."""

    async def aread(self) -> bytes:
        """Return the whole body."""
        return self._body

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        """Yield the whole body, in one piece."""
        yield self._body

    async def aclose(self) -> None:
        """Do nothing: there is nothing to free."""


def read_stream(attempt: Attempt) -> tuple[ReadResponse, bool]:
    """Turn a response that was read into a stream.

    Returns:
        What to read the events from, and whether the whole body is the only event.
    """
    body = attempt.body or b""
    if find_framing(attempt) is not None:
        return ReadResponse(attempt, body), False
    lines = body.splitlines()  # in JSON it makes no difference where lines end
    return ReadResponse(attempt, b"data: " + b" ".join(lines) + b"\n\n"), True


class StreamingResource(Resource):
    """A resource with operations whose responses are streams."""

    def _stream(
        self, operation: Operation[Any], **arguments: Unpack[CallKeywords]
    ) -> EventStream[Any]:
        """Carry out a call whose response is a stream of events."""
        client, capture = self._client, get_raw_capture()
        call = _prepare(client, operation, CallArguments(**arguments), capture)
        if capture is not None:
            return cast("EventStream[Any]", client._capture(capture, call, self._events))
        return self._events(*client._carry_out(call))

    def _events(self, attempt: Attempt, response: Response) -> EventStream[Any]:
        """Return the events of a response, read as a whole if it is not a stream."""
        try:
            if attempt.body is None and find_framing(attempt) is not None:
                return EventStream(attempt, response)
            read(attempt, response)
            whole, is_whole = read_stream(attempt)
            return EventStream(attempt, whole, is_whole=is_whole)
        except Error as error:
            failure = error
        self._client._fail(attempt.call, failure)


class AsyncStreamingResource(AsyncResource):
    """As `StreamingResource`, for async code."""

    async def _stream(
        self, operation: Operation[Any], **arguments: Unpack[CallKeywords]
    ) -> AsyncEventStream[Any]:
        """Carry out a call whose response is a stream of events."""
        client, capture = self._client, get_raw_capture()
        call = _prepare(client, operation, CallArguments(**arguments), capture)
        if capture is not None:
            stream = await client._capture(capture, call, _read_events, self._events)
            return cast("AsyncEventStream[Any]", stream)
        return await self._events(*await client._carry_out(call))

    async def _events(self, attempt: Attempt, response: AsyncResponse) -> AsyncEventStream[Any]:
        """Return the events of a response, read as a whole if it is not a stream."""
        try:
            if attempt.body is None and find_framing(attempt) is not None:
                return AsyncEventStream(attempt, response)
            await aread(attempt, response)
            return _read_events(attempt)
        except Error as error:
            failure = error
        await self._client._fail(attempt.call, failure)


def _prepare(
    client: BaseClient, operation: Operation[Any], arguments: CallArguments, capture: Capture | None
) -> Call:
    stream = capture is None or capture.mode == "stream"
    return prepare(client._config, operation, arguments, stream=stream, events=True)


def _read_events(attempt: Attempt) -> AsyncEventStream[Any]:
    """Return the events of a response that has been read."""
    whole, is_whole = read_stream(attempt)
    return AsyncEventStream(attempt, whole, is_whole=is_whole)
