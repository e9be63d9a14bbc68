"""Streams over an open answer, sync and async alike."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from workshop._core.call import Call
from workshop._core.codec import decode_any, decode_text
from workshop._core.framing import ServerSentEvent
from workshop._core.operation import Operation
from workshop._core.profile import Envelope, Profile
from workshop._core.redaction import Redactor
from workshop._core.retry import RetryPolicy
from workshop._core.streaming import AsyncEventStream, EventStream
from workshop._core.transport import TransportError
from workshop.errors import APIConnectionError, APIStatusError
from workshop.testing import FakeHeaders

EVENTS = b'data: {"n": 1}\n\ndata: plain text\n\n: ping\n\ndata:\n\ndata: 3\n\n'


class Answer:
    """An open answer, for both kinds of streams; it knows whether its connection is free."""

    def __init__(self, *chunks: bytes, failure: Exception | None = None) -> None:
        self.chunks, self.failure = chunks, failure
        self.open = True
        self.read = 0

    def iter_bytes(self) -> Iterator[bytes]:
        for chunk in self.chunks:
            self.read += 1
            yield chunk
        if self.failure is not None:
            raise self.failure

    async def aiter_bytes(self) -> Any:
        for chunk in self.iter_bytes():
            await asyncio.sleep(0)
            yield chunk

    def close(self) -> None:
        self.open = False

    async def aclose(self) -> None:
        self.open = False


def stream_of(
    kind: type,
    answer: Answer,
    decode: Any = lambda data: data,
    media_type: str = "text/event-stream",
) -> Any:
    """A stream over an answer to a call that was made for it."""
    profile = Profile(package="workshop", base_url="http://host", envelope=Envelope())
    operation = Operation(name="run", method="POST", path="/", decode=decode_any, event=decode)
    config: Any = SimpleNamespace(
        profile=profile,
        envelope=Envelope(success="success", errors="errors"),
        redactor=Redactor([]),
        checker=None,
    )
    call = Call(config, operation, "http://host/", [], None, None, RetryPolicy(), stream=True)
    attempt = call.begin()
    attempt.status, attempt.headers = 200, FakeHeaders({"content-type": media_type})
    return kind(attempt, answer)


def collect(answer: Answer, **rest: Any) -> list[Any]:
    return list(stream_of(EventStream, answer, **rest))


def acollect(answer: Answer, **rest: Any) -> list[Any]:
    async def main() -> list[Any]:
        return [value async for value in stream_of(AsyncEventStream, answer, **rest)]

    return asyncio.run(main())


both = pytest.mark.parametrize("drain", [collect, acollect])
Drain = Callable[..., list[Any]]


@both
def test_values_are_parsed_and_decoded_and_text_stays_text(drain: Drain) -> None:
    answer = Answer(EVENTS[:9], EVENTS[9:30], EVENTS[30:])
    values = drain(answer, decode=lambda data: ("value", data))
    assert values == [("value", {"n": 1}), ("value", "plain text"), ("value", 3)]
    assert not answer.open


@both
def test_done_ends_the_stream(drain: Drain) -> None:
    answer = Answer(b"data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", b"data: 3\n\n")
    assert drain(answer) == [1]
    assert (answer.open, answer.read) == (False, 1)
    assert drain(Answer(b"data: 1\n\ndata: [DONE]")) == [1]


@both
@pytest.mark.parametrize(
    "data", [b'event: error\ndata: {"code": 1}\n\n', b'data: {"success": false}\n\n']
)
def test_an_error_in_the_stream_is_raised_and_frees_the_connection(
    drain: Drain, data: bytes
) -> None:
    answer = Answer(b"data: 1\n\n" + data)
    with pytest.raises(APIStatusError, match="200 OK"):
        drain(answer)
    assert not answer.open


@both
def test_a_connection_that_breaks_raises_from_the_tree(drain: Drain) -> None:
    answer = Answer(b"data: 1\n\n", failure=TransportError("read", "reset"))
    with pytest.raises(APIConnectionError, match="reset") as caught:
        drain(answer)
    assert caught.value.__cause__ is None
    assert not answer.open


@both
@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b'data: 1\n\ndata: {"resp', "text/event-stream"),
        (b'data: 1\n\ndata: {"resp\n', "text/event-stream"),
        (b"data: 1\n\ndata: tru", "text/event-stream"),
        (b'1\n{"resp', "application/jsonl"),
        (b'\x1e1\n\x1e{"resp', "application/json-seq"),
    ],
)
def test_a_stream_that_is_cut_in_an_event_raises(
    drain: Drain, body: bytes, media_type: str
) -> None:
    seen: list[Any] = []
    answer = Answer(body)
    with pytest.raises(APIConnectionError, match="ends in the middle of an event") as caught:
        drain(answer, decode=seen.append, media_type=media_type)
    assert (seen, caught.value.kind, caught.value.sent, answer.open) == ([1], "read", True, False)


@both
@pytest.mark.parametrize(
    ("body", "decode", "last"),
    [
        (b'data: {"n": 1}', dict, {"n": 1}),
        (b'data: {"n": 1}\n', dict, {"n": 1}),
        (b'data: {"n', decode_text, '{"n'),
        (b"data: tex", decode_any, "tex"),
    ],
)
def test_a_last_event_without_its_end_is_yielded_if_it_is_whole_or_text(
    drain: Drain, body: bytes, decode: Any, last: Any
) -> None:
    assert drain(Answer(body), decode=decode) == [last]


@both
def test_json_lines(drain: Drain) -> None:
    assert drain(Answer(b'{"a": 1}\n[', b"2]\n"), media_type="application/jsonl") == [{"a": 1}, [2]]


def test_leaving_the_loop_frees_the_connection() -> None:
    answer = Answer(b"data: 1\n\ndata: 2\n\n", b"data: 3\n\n")
    stream = stream_of(EventStream, answer)
    for value in stream:
        assert value == 1
        break
    assert (answer.open, answer.read) == (False, 1)
    assert list(stream) == []


def test_leaving_the_async_loop_frees_the_connection() -> None:
    async def main() -> None:
        answer = Answer(b"data: 1\n\ndata: 2\n\n", b"data: 3\n\n")
        stream = stream_of(AsyncEventStream, answer)
        async for value in stream:
            assert value == 1
            break
        for _ in range(3):
            await asyncio.sleep(0)
        assert (answer.open, answer.read) == (False, 1)
        assert [value async for value in stream] == []

    asyncio.run(main())


def test_an_exception_in_the_loop_frees_the_connection() -> None:
    answer = Answer(b"data: 1\n\n", b"data: 2\n\n")
    with pytest.raises(KeyError):
        for _ in stream_of(EventStream, answer):
            raise KeyError
    gc.collect()
    assert not answer.open


def test_one_at_a_time() -> None:
    answer = Answer(b"data: 1\n\ndata: 2\n\ndata: 3\n\n")
    stream = stream_of(EventStream, answer)
    assert (next(stream), answer.open) == (1, True)
    assert list(stream) == [2, 3]
    with pytest.raises(StopIteration):
        next(stream)
    assert not answer.open


def test_one_at_a_time_async() -> None:
    async def main() -> None:
        answer = Answer(b"data: 1\n\ndata: 2\n\ndata: 3\n\n")
        stream = stream_of(AsyncEventStream, answer)
        assert (await anext(stream), answer.open) == (1, True)
        assert [value async for value in stream] == [2, 3]
        with pytest.raises(StopAsyncIteration):
            await anext(stream)
        assert not answer.open

    asyncio.run(main())


def test_context_managers_and_close() -> None:
    with stream_of(EventStream, (answer := Answer(EVENTS))) as stream:
        assert next(stream) == {"n": 1}
    assert not answer.open
    assert list(stream) == []
    assert (answer.read, stream.response.status) == (1, 200)
    stream.close()

    async def main() -> None:
        async with stream_of(AsyncEventStream, (answer := Answer(EVENTS))) as stream:
            assert await anext(stream) == {"n": 1}
        assert not answer.open
        assert [value async for value in stream] == []
        await stream.close()

    asyncio.run(main())


def test_a_closed_stream_does_not_read() -> None:
    answer = Answer(EVENTS)
    stream = stream_of(EventStream, answer)
    stream.close()
    assert list(stream) == []
    assert answer.read == 0


def test_a_stream_that_nobody_holds_frees_its_connection() -> None:
    answer = Answer(EVENTS)
    stream = stream_of(EventStream, answer)
    next(stream)
    del stream
    gc.collect()
    assert not answer.open


RAW = b'event: error\ndata: {"code": 1}\n\ndata:\n\nid: 2\ndata: x\n\ndata: [DONE]\n\n'
RAW_EVENTS = [
    ServerSentEvent('{"code": 1}', "error"),
    ServerSentEvent(""),
    ServerSentEvent("x", id="2"),
]


def test_the_events_as_they_were_sent() -> None:
    answer = Answer(RAW)
    assert list(stream_of(EventStream, answer).events()) == RAW_EVENTS
    assert not answer.open

    async def main() -> list[Any]:
        return [each async for each in stream_of(AsyncEventStream, Answer(RAW)).events()]

    assert asyncio.run(main()) == RAW_EVENTS


def test_leaving_the_loop_over_raw_events_frees_the_connection() -> None:
    answer = Answer(RAW)
    stream = stream_of(EventStream, answer)
    for _ in stream.events():
        break
    assert not answer.open

    async def main() -> None:
        answer = Answer(RAW)
        stream = stream_of(AsyncEventStream, answer)
        async for _ in stream.events():
            break
        for _ in range(3):
            await asyncio.sleep(0)
        assert not answer.open

    asyncio.run(main())


def test_an_error_met_one_at_a_time_frees_the_connection() -> None:
    data = b'data: 1\n\ndata: {"success": false}\n\ndata: 2\n\n'
    stream = stream_of(EventStream, (answer := Answer(data)))
    assert next(stream) == 1
    with pytest.raises(APIStatusError):
        next(stream)
    assert not answer.open

    async def main() -> None:
        stream = stream_of(AsyncEventStream, (answer := Answer(data)))
        assert await anext(stream) == 1
        with pytest.raises(APIStatusError):
            await anext(stream)
        assert not answer.open

    asyncio.run(main())


@pytest.mark.parametrize("begun", [True, False])
def test_an_async_stream_that_nobody_holds_frees_its_connection(begun: bool) -> None:
    async def main() -> None:
        answer = Answer(EVENTS)
        stream = stream_of(AsyncEventStream, answer)
        if begun:
            await anext(stream)
        del stream
        gc.collect()
        for _ in range(3):
            await asyncio.sleep(0)
        assert not answer.open

    asyncio.run(main())


@both
def test_data_that_is_nested_too_deeply_comes_as_text(drain: Drain) -> None:
    deep = "[" * 200_000
    assert drain(Answer(f"data: {deep}\n\n".encode())) == [deep]
