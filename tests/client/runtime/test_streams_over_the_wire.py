"""Streams from a real server through both clients and all transports."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest
from loopback import Script, Server
from workshop._core.aiohttp_transport import AiohttpTransport
from workshop._core.async_client import AsyncClient
from workshop._core.client import Client
from workshop._core.operation import Operation
from workshop._core.profile import Envelope, Profile
from workshop._core.streaming import AsyncStreamingResource, StreamingResource
from workshop.errors import APIConnectionError, APIStatusError

PROFILE = Profile(
    package="workshop",
    base_url="http://127.0.0.1:1",
    request_id_header="cf-ray",
    envelope=Envelope(success="success", errors="errors", messages="messages"),
)
RUN: Operation[Any] = Operation(
    name="models.run",
    method="POST",
    path="/run",
    decode=lambda body: body,
    event=lambda data: ("event", data),
    body="json",
    media={"text/event-stream": "events", "application/jsonl": "lines"},
    stream="stream",
)
HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nCF-Ray: r\r\nContent-Type: {}\r\n\r\n"
EVENTS = HEAD.format("text/event-stream; charset=utf-8").encode()
LINES = HEAD.format("application/jsonl").encode()
END = b"0\r\n\r\n"
Take = Callable[[Server, int], list[Any]]


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def take(server: Server, count: int) -> list[Any]:
    """The first values of a stream, through the sync client."""
    values: list[Any] = []
    with Client(PROFILE, arguments={}, base_url=server.url) as client:
        stream = StreamingResource(client)._stream(RUN, body={"text": "hi"})
        assert (stream.response.status, stream.response.request_id) == (200, "r")
        for value in stream:
            values.append(value)
            if len(values) == count:
                break
        dropped(server, 0 if len(values) < count else 1)
    return values


async def take_async(server: Server, count: int, http_client: Any = None) -> list[Any]:
    values: list[Any] = []
    async with AsyncClient(
        PROFILE, arguments={}, base_url=server.url, http_client=http_client
    ) as client:
        stream = await AsyncStreamingResource(client)._stream(RUN, body={"text": "hi"})
        assert (stream.response.status, stream.response.request_id) == (200, "r")
        async for value in stream:
            values.append(value)
            if len(values) == count:
                break
        await asyncio.to_thread(dropped, server, 0 if len(values) < count else 1)
    return values


def take_httpx(server: Server, count: int) -> list[Any]:
    return asyncio.run(take_async(server, count))


def take_aiohttp(server: Server, count: int) -> list[Any]:
    async def main() -> list[Any]:
        transport = AiohttpTransport()
        try:
            return await take_async(server, count, transport)
        finally:
            await transport.aclose()

    return asyncio.run(main())


every_way = pytest.mark.parametrize("take", [take, take_httpx, take_aiohttp])


def dropped(server: Server, count: int) -> None:
    """Wait until the server has seen that many clients go away."""
    for _ in range(200):
        if server.dropped >= count:
            return
        time.sleep(0.01)
    raise AssertionError("the connection is still held")


def serve(*script: bytes | float | None) -> Server:
    def answer(request: bytes) -> Script:
        return script

    return Server(answer)


@every_way
def test_events_arrive_while_the_server_goes_on(take: Take) -> None:
    script = [
        EVENTS,
        chunk(b'data: {"a": "\xc3'),
        0.05,
        chunk(b'\xbc"}\n\n'),
        chunk(b"data: x\n\n"),
    ]
    with serve(*script, chunk(b"data: [DONE]\n\n"), END) as server:
        assert take(server, 9) == [("event", {"a": "ü"}), ("event", "x")]
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert (body, b"text/event-stream" in head) == (b'{"text":"hi","stream":true}', True)


@every_way
def test_json_lines(take: Take) -> None:
    with serve(LINES, chunk(b'{"a": 1}\n{"b"'), chunk(b": 2}"), END) as server:
        assert take(server, 9) == [("event", {"a": 1}), ("event", {"b": 2})]


@every_way
def test_leaving_the_loop_frees_the_connection(take: Take) -> None:
    def endless(request: bytes) -> Script:
        yield EVENTS
        while True:
            yield chunk(b"data: 1\n\n")
            yield 0.01

    with Server(endless) as server:
        assert take(server, 2) == [("event", 1), ("event", 1)]


@every_way
def test_an_error_among_the_events(take: Take) -> None:
    error = b'data: {"success": false, "errors": [{"code": 7, "message": "no"}]}\n\n'
    with serve(EVENTS, chunk(b"data: 1\n\n" + error), END) as server:
        with pytest.raises(APIStatusError) as caught:
            take(server, 9)
    assert (caught.value.status, caught.value.errors[0].code) == (200, 7)
    assert (caught.value.request_id, caught.value.method) == ("r", "POST")


@every_way
def test_a_connection_that_breaks_among_the_events(take: Take) -> None:
    with serve(EVENTS, chunk(b"data: 1\n\n"), 0.05, None) as server:
        with pytest.raises(APIConnectionError) as caught:
            take(server, 9)
    assert (caught.value.method, caught.value.attempts) == ("POST", 1)
    assert len(server.requests) == 1


@every_way
def test_an_error_in_place_of_a_stream(take: Take) -> None:
    body = b'{"success": false, "errors": [{"code": 1, "message": "no such model"}]}'
    head = b"HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    with serve(head % len(body) + body) as server:
        with pytest.raises(APIStatusError, match="no such model") as caught:
            take(server, 9)
    assert caught.value.status == 404
