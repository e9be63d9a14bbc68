"""Both clients against a real server that misbehaves, through httpx."""

from __future__ import annotations

import asyncio
import inspect
import json
import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest
from core_server import (
    Server,
    Visit,
    bad_gzip,
    dead,
    half,
    mute,
    not_http,
    ok_body,
    respond_with,
    truncated_gzip,
)
from fakepkg import errors
from fakepkg._client import AsyncFake, Fake
from fakepkg._core.transport import Timeout

THING = {"id": "1", "created_at": "x", "count": 1}


class Visitor:
    """Does one thing with a client of either kind, made and closed around it."""

    def __init__(self, mode: str) -> None:
        self.mode = mode

    def __call__(self, url: str, act: Any, **options: Any) -> Any:
        options = {"api_token": "s3cr3t-token", "account_id": "acc", "base_url": url, **options}
        if self.mode == "sync":
            with Fake(**options) as client:
                return act(client)

        async def main() -> Any:
            async with AsyncFake(**options) as client:
                value = act(client)
                if hasattr(value, "__aiter__") and not inspect.isawaitable(value):
                    return [item async for item in value]
                return await value

        return asyncio.run(main())


@pytest.fixture(params=["sync", "async"])
def visit(request: pytest.FixtureRequest) -> Visitor:
    return Visitor(request.param)


def get(client: Any) -> Any:
    return client.things.get("a/b c")


def create(client: Any) -> Any:
    return client.things.create(note="é")


def test_the_request_arrives_as_it_was_made(visit: Visitor) -> None:
    with Server(respond_with(THING)) as server:
        assert visit(server.url, create).id == "1"
        visit(server.url, get)
        visit(
            server.url,
            lambda client: client.things.run("@cf/meta/llama", options={"query": {"a": "b c"}}),
        )
    first, second, third = server.visits
    assert first.line == "POST /accounts/acc/things HTTP/1.1"
    assert first.body == '{"count":null,"note":"é"}'.encode()
    assert first.headers["content-length"] == str(len(first.body))
    assert first.headers["authorization"] == "Bearer s3cr3t-token"
    assert first.headers["user-agent"] == "fakepkg/1" and first.headers["host"] in server.url
    assert second.target == "/accounts/acc/things/a%2Fb%20c"
    assert third.target == "/accounts/acc/run/@cf/meta/llama?a=b%20c"


@pytest.mark.parametrize("failure", [dead, half, not_http])
def test_a_broken_connection_is_tried_again_for_a_get(
    visit: Visitor, failure: Any, naps: list[float]
) -> None:
    with Server(failure, failure, respond_with(THING)) as server:
        assert visit(server.url, get).id == "1"
    assert len(server.visits) == 3


@pytest.mark.parametrize("failure", [dead, half, not_http])
def test_a_broken_connection_ends_a_post(visit: Visitor, failure: Any, naps: list[float]) -> None:
    with (
        Server(failure, respond_with(THING)) as server,
        pytest.raises(errors.APIConnectionError) as caught,
    ):
        visit(server.url, create)
    assert len(server.visits) == 1 and caught.value.sent


def test_a_read_timeout_of_a_post_sends_one_request(visit: Visitor, naps: list[float]) -> None:
    with Server(mute) as server:
        with pytest.raises(errors.APITimeoutError) as caught:
            visit(server.url, create, timeout=Timeout(60, read=0.1))
        assert caught.value.attempts == 1
        with pytest.raises(errors.APITimeoutError) as caught:
            visit(server.url, get, timeout=Timeout(60, read=0.05))
        assert caught.value.attempts == 3 and isinstance(caught.value, TimeoutError)
        # A request may be read by the server after the client has given up.
        end = time.monotonic() + 60
        while len(server.visits) < 4 and time.monotonic() < end:
            time.sleep(0.01)
        methods = sorted(each.line.partition(" ")[0] for each in server.visits)
        assert methods == ["GET", "GET", "GET", "POST"]


def test_a_timeout_per_call(visit: Visitor) -> None:
    with Server(mute) as server:
        start = time.monotonic()
        options = {"timeout": 0.1, "max_retries": 0}
        with pytest.raises(errors.APITimeoutError):
            visit(server.url, lambda client: client.things.get("1", options=options))
        assert time.monotonic() - start < 5


def test_nobody_listens(visit: Visitor, naps: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    with pytest.raises(errors.APIConnectionError, match="No connection") as caught:
        visit(url, create)
    assert caught.value.attempts == 3 and not caught.value.sent


def test_a_name_that_does_not_exist(visit: Visitor) -> None:
    with pytest.raises(errors.APIConnectionError):
        visit("http://does-not-exist.invalid", get, max_retries=0)


@pytest.mark.parametrize("failure", [truncated_gzip, bad_gzip])
def test_a_body_that_can_not_be_decompressed(visit: Visitor, failure: Any) -> None:
    with Server(failure) as server, pytest.raises(errors.APIResponseValidationError):
        visit(server.url, get)
    assert len(server.visits) == 1


def test_429_with_a_date(visit: Visitor, naps: list[float]) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)

    def busy(v: Visit) -> None:
        v.answer(429, b"{}", f"Retry-After: {date}")

    with Server(busy, respond_with(THING)) as server:
        visit(server.url, create)
    assert len(server.visits) == 2 and 50 < naps[0] <= 60


def test_a_redirect_to_another_host_carries_nothing_there(visit: Visitor) -> None:
    with Server(respond_with(THING)) as other:

        def away(v: Visit) -> None:
            v.answer(302, b"", f"Location: {other.url}/accounts/acc/things/1")

        def near(v: Visit) -> None:
            v.answer(307, b"", "Location: /moved?x=1")

        with Server(away) as server, pytest.raises(errors.APIStatusError, match="redirect"):
            visit(server.url, get)
        follow = {
            "http_client": (httpx.Client if visit.mode == "sync" else httpx.AsyncClient)(
                follow_redirects=True
            )
        }
        with Server(away) as server, pytest.raises(errors.APIStatusError, match="redirect"):
            visit(server.url, get, **follow)
        with Server(near, respond_with(THING)) as server:
            assert visit(server.url, get).id == "1"
        assert server.visits[1].target == "/moved?x=1"
    assert not other.visits


def test_endless_pages_of_a_server_that_ignores_the_page(visit: Visitor) -> None:
    def same(v: Visit) -> None:
        v.answer(200, ok_body([{"id": "1"}], result_info={"total_count": 10**9}))

    with Server(same) as server:
        listed = visit(server.url, lambda client: _all(client.things.list()))
    assert len(listed) == 1 and len(server.visits) == 2


def _all(listed: Any) -> Any:
    if not hasattr(listed, "__aiter__"):
        return list(listed)

    async def gather() -> list[Any]:
        return [item async for item in listed]

    return gather()


@pytest.mark.parametrize("prefetch", [0, 8])
def test_a_thousand_at_a_hundred_a_page_are_ten_requests(visit: Visitor, prefetch: int) -> None:
    def page(v: Visit) -> None:
        number = int(v.target.partition("page=")[2] or 1)
        items = [{"id": str(n)} for n in range((number - 1) * 100, number * 100)]
        open_.append(number)
        together.append(len(open_))
        time.sleep(0.02)
        open_.remove(number)
        v.answer(200, ok_body(items, result_info={"total_count": 1000}))

    open_: list[int] = []
    together: list[int] = []
    with Server(page) as server:
        listed = visit(server.url, lambda client: _all(client.things.list(prefetch=prefetch)))
    assert [item.id for item in listed] == [str(n) for n in range(1000)]
    assert len(server.visits) == 10
    most = max(together)  # a busy machine starts some of the eight late
    assert 3 <= most <= 8 if prefetch else most == 1


def test_streams_come_as_they_are_sent_and_free_the_connection(visit: Visitor) -> None:
    def events(v: Visit) -> None:
        v.send(b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        for n in range(3):
            v.send(b'data: {"n": %d}\n\n' % n)
        v.send(b"data: [DONE]\n\n")
        v.connection.close()

    async def gather(client: Any) -> tuple[list[Any], Any]:
        stream = await client.things.stream("m", text="x")
        return [event async for event in stream], stream.response

    def collect(client: Any) -> Any:
        if visit.mode == "async":
            return gather(client)
        stream = client.things.stream("m", text="x")
        return list(stream), stream.response

    with Server(events) as server:
        values, response = visit(server.url, collect)
    assert values == [{"n": 0}, {"n": 1}, {"n": 2}] and response.status == 200
    assert server.visits[0].body == b'{"text":"x","stream":true}'


def test_an_answer_that_is_no_stream_is_its_only_event(visit: Visitor) -> None:
    body = json.dumps(json.loads(ok_body({"text": "whole\r\n"})), indent=1).encode()

    async def gather(client: Any) -> Any:
        values = [value async for value in await client.things.stream("m")]
        raw = [event async for event in (await client.things.stream("m")).events()]
        return values, raw

    def collect(client: Any) -> Any:
        if visit.mode == "async":
            return gather(client)
        return list(client.things.stream("m")), list(client.things.stream("m").events())

    kind = "Content-Type: application/json; charset=utf-8"
    with Server(lambda v: v.answer(200, body, kind)) as server:
        values, (raw,) = visit(server.url, collect)
    assert values == [{"text": "whole\r\n"}], "unwrapped as without a stream"
    assert json.loads(raw.data) == json.loads(body)


def test_a_stream_that_is_refused_or_none(visit: Visitor, naps: list[float]) -> None:
    def refuse(v: Visit) -> None:
        v.answer(403, b'{"success": false, "errors": [{"code": 1, "message": "no"}]}')

    def fail(v: Visit) -> None:
        v.answer(200, b'{"success": false, "errors": [{"code": 2, "message": "no"}]}')

    def open_(client: Any) -> Any:
        return client.things.stream("m")

    async def gather(client: Any) -> list[Any]:
        return [event async for event in await client.things.stream("m")]

    def read(client: Any) -> Any:
        return gather(client) if visit.mode == "async" else list(client.things.stream("m"))

    with Server(refuse) as server, pytest.raises(errors.PermissionDeniedError):
        visit(server.url, open_)
    with Server(fail) as server, pytest.raises(errors.APIStatusError, match="code 2"):
        visit(server.url, read)
    for kind in ("text/html", "image/png"):
        with Server(lambda v, k=kind: v.answer(200, b"x", f"Content-Type: {k}")) as server:
            with pytest.raises(errors.APIResponseValidationError, match=kind):
                visit(server.url, open_)
    with Server(dead) as server, pytest.raises(errors.APIConnectionError):
        visit(server.url, open_)
    assert len(server.visits) == 1, "a run is a POST and may have been processed"


def test_large_uploads_go_in_pieces(visit: Visitor, tmp_path: Any) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"x" * 300_000)

    def upload(client: Any) -> Any:
        return client.request("PUT", "/up", body=path, body_kind="bytes")

    def form(client: Any) -> Any:
        return client.request("POST", "/up", body={"a": 1, "f": path}, body_kind="multipart")

    with Server(dead, respond_with(1)) as server:
        visit(server.url, upload)
        assert server.visits[1].body == b"x" * 300_000
        visit(server.url, form)
        assert b'name="f"; filename="f"' in server.visits[2].body


def test_a_closed_client_says_so(visit: Visitor) -> None:
    def closed(client: Any) -> Any:
        if visit.mode == "sync":
            client.things.get("1")
            client.close()
            return client.things.get("1")

        async def main() -> Any:
            await client.things.get("1")
            await client.close()
            return await client.things.get("1")

        return main()

    with Server(respond_with(THING)) as server:
        with pytest.raises(errors.APIConnectionError, match="client is closed"):
            visit(server.url, closed)
        assert len(server.visits) == 1
