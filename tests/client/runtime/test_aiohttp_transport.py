"""The transport over aiohttp against a real server."""

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from loopback import Script, Server, http, refused_port
from workshop._core.aiohttp_transport import AiohttpTransport
from workshop._core.transport import AsyncTransport, Request, Timeout, TransportError

TIMEOUT = Timeout(5.0)


def run(action: Callable[[AiohttpTransport], Awaitable[Any]], **settings: Any) -> Any:
    async def main() -> Any:
        transport = AiohttpTransport(**settings)
        try:
            return await action(transport)
        finally:
            await transport.aclose()

    return asyncio.run(main())


def get(url: str, timeout: Timeout | None = TIMEOUT, **rest: Any) -> Request:
    return Request("GET", url, [("authorization", "Bearer t")], timeout=timeout, **rest)


def fetch(url: str, timeout: Timeout | None = TIMEOUT) -> bytes:
    async def action(transport: AiohttpTransport) -> bytes:
        return await (await transport.asend(get(url, timeout))).aread()

    return run(action)


def failure_of(url: str, timeout: Timeout | None = TIMEOUT) -> TransportError:
    with pytest.raises(TransportError) as caught:
        fetch(url, timeout)
    assert "secret" not in caught.value.message
    return caught.value


def serve(*script: bytes | float | None) -> Server:
    def answer(request: bytes) -> Script:
        return script

    return Server(answer)


def test_it_is_a_transport() -> None:
    assert isinstance(AiohttpTransport(), AsyncTransport)


def test_a_request_goes_as_it_is_and_an_answer_comes_as_it_is() -> None:
    async def action(transport: AiohttpTransport) -> None:
        fields = [("content-type", "text/x"), ("x-a", "1"), ("x-a", "2"), ("user-agent", "u")]
        url = f"{server.url}/a%2Fb/@cf/x%20y?q=%5B1%2C%202%5D&z=a+b"
        response = await transport.asend(Request("PATCH", url, fields, b"body", TIMEOUT))
        assert response.status == 201
        assert response.headers["X-One"] == "1"
        assert response.headers.get("x-two") == "a, b"
        assert response.headers.get_list("X-Two") == ["a", "b"]
        assert ("x-none" in response.headers, response.headers.get("x-none")) == (False, None)
        assert ("X-One", "1") in list(response.headers.items())
        assert await response.aread() == b"hello"

    with serve(http(b"hello", "X-One: 1", "X-Two: a", "X-Two: b", status="201 Made")) as server:
        run(action)
    head, _, body = server.requests[0].decode().partition("\r\n\r\n")
    line, *fields = head.split("\r\n")
    assert line == "PATCH /a%2Fb/@cf/x%20y?q=%5B1%2C%202%5D&z=a+b HTTP/1.1"
    assert body == "body"
    assert sorted(field.lower() for field in fields) == [
        "accept-encoding: gzip, deflate",
        "accept: */*",
        "content-length: 4",
        "content-type: text/x",
        f"host: 127.0.0.1:{server.port}",
        "user-agent: u",
        "x-a: 1",
        "x-a: 2",
    ]


def test_nothing_is_followed_and_no_cookie_is_kept() -> None:
    moved = http(b"", "Location: http://elsewhere.test/", "Set-Cookie: a=b", status="302 Found")

    async def action(transport: AiohttpTransport) -> None:
        for _ in range(2):
            response = await transport.asend(get(server.url))
            assert response.status == 302
            await response.aread()

    with serve(moved) as server:
        run(action)
    assert len(server.requests) == 2
    assert b"cookie" not in server.requests[1].lower()
    assert server.connections == 1


@pytest.mark.filterwarnings("error")  # aiohttp warns of large bodies that it gets as bytes
def test_uploads_in_pieces_and_large_ones() -> None:
    async def action(transport: AiohttpTransport) -> None:
        for content, fields in (
            ([b"ab", b"cd"], []),
            ([b"ab", b"cd"], [("content-length", "4")]),
            (b"x" * (2 << 20), []),
            (b"", []),
        ):
            request = Request("POST", server.url, fields, content, TIMEOUT)
            await (await transport.asend(request)).aread()

    with serve(http()) as server:
        run(action)
    chunked, known, large, empty = server.requests
    assert b"2\r\nab\r\n" in chunked
    assert known.endswith(b"\r\n\r\nabcd")
    assert large.endswith(b"\r\n\r\n" + b"x" * (2 << 20))
    assert b"content-length: 0" in empty.lower()
    assert b"content-type" not in empty.lower()


def test_refused() -> None:
    failure = failure_of(f"http://127.0.0.1:{refused_port()}/?secret=1")
    assert (failure.kind, failure.sent) == ("connect", False)


def test_a_host_that_does_not_exist() -> None:
    failure = failure_of("http://no-such-host.invalid/?secret=1")
    assert (failure.kind, failure.sent) == ("connect", False)


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/?secret=1", "http:///?secret=1", "http://a:x/"])
def test_a_url_that_can_not_be_asked(url: str) -> None:
    assert failure_of(url).sent is False


def test_a_slow_answer() -> None:
    with serve(1.0, http()) as server:
        failure = failure_of(f"{server.url}/?secret=1", Timeout(5.0, read=0.1))
    assert (failure.kind, failure.sent) == ("timeout", True)
    with serve(http(b"x" * 10)[:-5], 1.0) as server:
        failure = failure_of(f"{server.url}/?secret=1", Timeout(5.0, read=0.1))
    assert (failure.kind, failure.sent) == ("timeout", True)


def test_a_reset_before_and_within_the_answer() -> None:
    for script in ([None], [http(b"x" * 10)[:-5], 0.05, None]):
        with serve(*script) as server:
            failure = failure_of(f"{server.url}/?secret=1")
        assert (failure.kind, failure.sent) == ("read", True)


def test_an_answer_that_ends_too_soon() -> None:
    def answer(request: bytes) -> Script:
        yield http(b"x" * 10)[:-5]
        raise OSError

    with Server(answer) as server:
        failure = failure_of(f"{server.url}/?secret=1")
    assert (failure.kind, failure.sent) == ("read", True)


def test_what_is_not_http() -> None:
    with serve(b"SSH-2.0-x\r\n\r\n") as server:
        failure = failure_of(f"{server.url}/?secret=1")
    assert (failure.kind, failure.sent) == ("protocol", True)


TEXT = b"some text, some text, some text " * 100
RAW = zlib.compressobj(wbits=-15)
RAW_DEFLATE = RAW.compress(TEXT) + RAW.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(TEXT, mtime=0)),
        ("GZIP", gzip.compress(TEXT, mtime=0)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", RAW_DEFLATE),
        ("identity", TEXT),
    ],
)
def test_compressed_answers(encoding: str, body: bytes) -> None:
    with serve(http(body, f"Content-Encoding: {encoding}")) as server:
        assert fetch(server.url) == TEXT


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(TEXT, mtime=0)[:-20]),
        ("gzip", gzip.compress(TEXT, mtime=0)[:-1]),
        ("deflate", zlib.compress(TEXT)[:-1]),
        ("gzip", b"no gzip at all"),
        ("br", b"something"),
    ],
)
def test_answers_that_can_not_be_decompressed(encoding: str, body: bytes) -> None:
    with serve(http(body, f"Content-Encoding: {encoding}")) as server:
        assert failure_of(server.url).kind == "decoding"


def test_an_empty_answer_need_not_be_compressed() -> None:
    with serve(http(b"", "Content-Encoding: gzip", status="200 OK")) as server:
        assert fetch(server.url) == b""


def test_the_pieces_of_a_stream_come_when_they_are_sent() -> None:
    head = http(b"")[:-2].replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")

    async def action(transport: AiohttpTransport) -> list[bytes]:
        response = await transport.asend(get(server.url, stream=True))
        return [chunk async for chunk in response.aiter_bytes()]

    with serve(head + b"\r\n", b"1\r\na\r\n", 0.1, b"1\r\nb\r\n", 0.1, b"0\r\n\r\n") as server:
        assert run(action) == [b"a", b"b"]


def test_a_stream_that_breaks() -> None:
    head = http(b"")[:-2].replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")

    async def action(transport: AiohttpTransport) -> list[bytes]:
        response = await transport.asend(get(server.url, stream=True))
        seen: list[bytes] = []
        with pytest.raises(TransportError) as caught:
            async for chunk in response.aiter_bytes():
                seen.append(chunk)
        assert caught.value.kind == "read"
        return seen

    with serve(head + b"\r\n", b"1\r\na\r\n", 0.05, None) as server:
        assert run(action) == [b"a"]


def test_closing_early_frees_the_place_in_the_pool() -> None:
    async def action(transport: AiohttpTransport) -> None:
        for _ in range(3):
            response = await transport.asend(get(server.url, stream=True))
            await response.aclose()
            await response.aclose()

    with serve(http(b"x" * 1000)[:-1]) as server:
        run(action, limit=1)


def test_a_pool_that_is_full() -> None:
    async def action(transport: AiohttpTransport) -> TransportError:
        first = await transport.asend(get(server.url, stream=True))
        with pytest.raises(TransportError) as caught:
            await transport.asend(get(server.url, Timeout(5.0, pool=0.05, connect=0.05)))
        await first.aclose()
        return caught.value

    with serve(http(b"x" * 1000)[:-1]) as server:
        failure = run(action, limit=1)
    assert (failure.kind, failure.sent) == ("connect_timeout", False)


def test_connections_are_kept() -> None:
    async def action(transport: AiohttpTransport) -> None:
        for _ in range(5):
            assert await (await transport.asend(get(server.url))).aread() == b"x"

    with serve(http(b"x")) as server:
        run(action)
    assert server.connections == 1


def test_one_transport_in_several_loops_and_after_closing() -> None:
    transport = AiohttpTransport()

    async def once() -> bytes:
        return await (await transport.asend(get(server.url))).aread()

    with serve(http(b"x")) as server:
        assert [asyncio.run(once()), asyncio.run(once())] == [b"x", b"x"]

        async def closed() -> TransportError:
            await once()
            await transport.aclose()
            with pytest.raises(TransportError) as caught:
                await once()
            return caught.value

        failure = asyncio.run(closed())
    assert (failure.kind, failure.sent) == ("closed", False)


def test_a_session_of_your_own() -> None:
    async def main() -> None:
        async with aiohttp.ClientSession(headers={"X-Mine": "1"}) as session:
            transport = AiohttpTransport(session)
            assert await (await transport.asend(get(server.url, None))).aread() == b"x"
            await transport.aclose()
            assert not session.closed

    with serve(http(b"x")) as server:
        asyncio.run(main())
    assert b"x-mine: 1" in server.requests[0].lower()


def test_proxies_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(http(b"by proxy")) as proxy, serve(http(b"direct")) as server:
        monkeypatch.setenv("HTTP_PROXY", f"http://user:word@127.0.0.1:{proxy.port}")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert fetch(server.url) == b"direct"
        assert fetch("http://elsewhere.test/x") == b"by proxy"
        monkeypatch.setenv("HTTP_PROXY", f"127.0.0.1:{proxy.port}")
        assert fetch("http://elsewhere.test/x") == b"by proxy"
    assert proxy.requests[0].startswith(b"GET http://elsewhere.test/x HTTP/1.1")
    assert b"Proxy-Authorization: Basic" in proxy.requests[0]


def test_a_proxy_that_aiohttp_can_not_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://user:secret@127.0.0.1:1")
    failure = failure_of("http://elsewhere.test/x")
    assert (failure.message, failure.sent) == ("aiohttp has no socks5 proxies", False)


def test_cancelling_a_call_frees_its_connection() -> None:
    async def action(transport: AiohttpTransport) -> bytes:
        task = asyncio.create_task(transport.asend(get(server.url + "/slow")))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return await (await transport.asend(get(server.url))).aread()

    def answer(request: bytes) -> Script:
        return [5.0] if b"/slow" in request else [http(b"x")]

    with Server(answer) as server:
        assert run(action, limit=1) == b"x"
