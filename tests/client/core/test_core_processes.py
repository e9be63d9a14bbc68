"""Processes, event loops and threads: each has connections of its own."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import time
import traceback
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

import httpx
import pytest
from core_http2 import H2Server, Stream
from core_server import Server, Visit, ok_body, respond_with
from core_support import THING, Drive, ok
from core_ways import operation
from fakepkg import errors
from fakepkg._client import AsyncFake, Fake
from fakepkg._codec import things as codec
from fakepkg._core import model
from fakepkg._core.aiohttp_transport import AiohttpTransport
from fakepkg._core.client import Client
from fakepkg._core.fork import ForkLock
from fakepkg._core.httpx_transport import Trace, get_tls_context, to_transport_error
from fakepkg._core.oauth import ClientCredentials
from fakepkg._core.profile import Profile, Scheme

OPTIONS: dict[str, Any] = {"api_token": "t", "account_id": "a"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_child_has_connections_of_its_own() -> None:
    with Server(respond_with(THING)) as server:
        client = Fake(base_url=server.url, **OPTIONS)
        client.things.get("1")
        client._config.pool._lock.acquire()  # as if another thread were in there
        child = os.fork()
        if child == 0:
            os._exit(0 if client.things.get("1").id == "1" else 1)
        client._config.pool._lock.release()
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        client.things.get("1")
        first, second, third = (visit.connection for visit in server.visits)
        assert first is third and second is not first


LOCKED = {
    "rate limit": lambda client: client._config.rate_limiter._lock,
    "token": lambda client: client._config.credential_store.grants[0].lock,
    "models": lambda client: model._completing,
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_held_by_another_thread_does_not_stop_a_child(name: str) -> None:
    scheme = Scheme(
        kind="oauth2",
        make_grant=ClientCredentials,
        argument="i",
        password="s",
        token_url="https://t.example",
    )
    profile = Profile(package="fakepkg", base_url="https://api.example", security=((scheme,),))

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"access_token": "x"})

    def work() -> None:
        Client(profile, arguments=credentials, http_client=sender)
        client._config.rate_limiter.reserve(0)  # type: ignore[union-attr]
        client.request("GET", "/x")
        model._complete(type("Made", (model.Model,), {"__defaults__": {}}))

    credentials = {"i": "i", "s": "s"}
    sender = httpx.Client(transport=httpx.MockTransport(answer))
    client = Client(profile, arguments=credentials, http_client=sender, rate_limit=(9, 0.001))
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with LOCKED[name](client).current:
            held.set()
            done.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(60), "the thread could not take the lock"
    child = os.fork()
    if child == 0:
        threading.Timer(20, os._exit, (2,)).start()  # if it hangs after all
        try:
            work()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    done.set()
    thread.join()
    assert status == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
@pytest.mark.parametrize("style", ["LIST", "BY_CURSOR"])
def test_a_walk_that_fetches_ahead_goes_on_in_a_child(style: str) -> None:
    def page(visit: Visit) -> None:
        number = int(visit.target.rpartition("=")[2]) if "=" in visit.target else 1
        info = {"total_count": 9, "cursor": str(number + 1) if number < 9 else None}
        body = ok_body([{**THING, "id": str(number)}], result_info=info)
        visit.answer(200, body, "Content-Type: application/json")

    with Server(page) as server:
        client = Fake(base_url=server.url, **OPTIONS)
        walk = iter(client.things.list(operation=getattr(codec, style), prefetch=3))
        begun = [next(walk).id, next(walk).id]
        child = os.fork()
        if child == 0:
            threading.Timer(20, os._exit, (2,)).start()  # if it hangs after all
            os._exit(0 if [thing.id for thing in walk] == list("3456789") else 1)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert begun + [thing.id for thing in walk] == list("123456789")
        assert status == 0


def _events(visit: Visit | Stream, released: threading.Event) -> None:
    """Send half of the events, and the other half when the child has ended."""
    halves = [b'data: {"n": 1}\n\ndata: {"n": 2}\n\n', b'data: {"n": 3}\n\ndata: {"n": 4}\n\n']
    kind = "Content-Type: text/event-stream"
    if isinstance(visit, Visit):
        visit.answer(200, halves[0], kind, length=len(b"".join(halves)))
    else:
        visit.head(200, kind)
        visit.data(halves[0])

    def send_rest() -> None:
        released.wait(60)
        if isinstance(visit, Visit):
            visit.send(halves[1])
        else:
            visit.data(halves[1], end=True)

    threading.Thread(target=send_rest, daemon=True).start()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
@pytest.mark.parametrize("version", ["HTTP/1.1", "HTTP/2"])
@pytest.mark.parametrize("use", ["read", "close", "drop"])
def test_a_stream_stays_with_the_process_that_opened_it(version: str, use: str) -> None:
    released = threading.Event()
    made = operation("text/event-stream", "events")
    serve: Any = Server if version == "HTTP/1.1" else H2Server
    with serve(lambda visit: _events(visit, released)) as server:
        sender = None
        if version == "HTTP/2":
            sender = httpx.Client(http1=False, http2=True, verify=get_tls_context())
        client = Fake(base_url=server.url, http_client=sender, **OPTIONS)
        stream = client.things._stream(made)
        seen = [next(stream)]
        child = os.fork()
        if child == 0:
            threading.Timer(20, os._exit, (2,)).start()  # if it hangs after all
            failed = False
            if use == "read":
                try:
                    print(list(stream))
                except errors.APIConnectionError as error:
                    failed = "opened by the parent" in str(error)
            elif use == "close":
                stream.close()
            del stream
            gc.collect()
            os._exit(0 if failed == (use == "read") else 1)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        released.set()
        seen += list(stream)
    assert seen == [{"n": number} for number in (1, 2, 3, 4)]
    assert status == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_thread_that_forks_within_a_lock_releases_it() -> None:
    lock = ForkLock()
    with lock.current:
        child = os.fork()
    if child == 0:
        os._exit(lock.current.locked())
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_one_async_client_in_several_loops_and_threads() -> None:
    with Server(respond_with(THING)) as server:
        client = AsyncFake(base_url=server.url, **OPTIONS)
        for _ in range(2):
            assert asyncio.run(client.things.get("1")).id == "1"
        ids: list[str] = []

        def work() -> None:
            async def main() -> None:
                for _ in range(3):
                    ids.append((await client.things.get("1")).id)

            asyncio.run(main())

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert ids == ["1"] * 12
        asyncio.run(client.close())


def test_a_copy_of_a_subclass_keeps_its_attributes_and_makes_its_own_resources() -> None:
    class Own(Fake):
        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.tenant = "x"

    client = Own(**OPTIONS)
    things = client.things
    copy = client.with_options(max_retries=7)
    assert (copy.tenant, copy.max_retries, client.max_retries) == ("x", 7, 2)
    assert copy.things is not things and copy.things._client is copy


def test_what_is_set_can_be_read() -> None:
    query = {"api_key": "s3cret", "v": 1}
    client = Fake(
        base_url="https://u:pass-word@h.example/v1",
        timeout=3,
        deadline=9,
        default_query=query,
        **OPTIONS,
    )
    assert client.default_query == {"api_key": "***", "v": 1}
    assert (client.base_url, client.deadline) == ("https://h.example/v1", 9)
    assert client.timeout is not None and client.timeout.read == 3
    assert client.default_headers["authorization"] == "***"


def test_pages_in_a_circle_end_with_an_error(drive: Drive) -> None:
    def circle(request: Any) -> Any:
        following = "b" if request.url.endswith("/a") else "a"
        return ok(
            [{**THING, "id": following}],
            {"link": f'<https://api.example/v4/{following}>; rel="next"'},
        )

    client = drive.client(circle)
    with pytest.raises(errors.APIResponseValidationError, match="cycle"):
        drive.all(client.things.list(operation=codec.BY_LINK))
    assert len(drive.transport.requests) == 3


def test_cursors_in_a_circle_end_with_an_error(drive: Drive) -> None:
    def circle(request: Any) -> Any:
        following = "b" if "cursor=a" in request.url else "a"
        return ok([{**THING, "id": following}], result_info={"cursor": following})

    client = drive.client(circle)
    with pytest.raises(errors.APIResponseValidationError, match="cycle"):
        drive.all(client.things.list(operation=codec.BY_CURSOR))


EVENTS = [
    # events of httpcore, whether the request may have been sent
    (["connection.connect_tcp.started"], False),
    (["http11.send_request_headers.started"], True),
    (["http11.send_request_headers.started", "http11.send_request_headers.failed"], False),
    (["http2.send_request_headers.started", "http2.send_request_headers.complete"], True),
]


@pytest.mark.parametrize(("events", "sent"), EVENTS)
def test_whether_a_request_was_sent_is_concluded_from_what_was_written(
    events: list[str], sent: bool
) -> None:
    trace = Trace()
    refused = type("LocalProtocolError", (Exception,), {})()
    for event in events:
        trace(event, {"exception": refused} if event.endswith("failed") else {})
    for error in (httpx.LocalProtocolError("h2"), httpx.ConnectError("x"), httpx.ReadError("y")):
        failure = to_transport_error(error, trace)
        assert failure is not None and failure.sent is sent


var: ContextVar[str] = ContextVar("var", default="")


def test_threads_that_fetch_ahead_see_the_context_and_end_with_the_walk() -> None:
    seen: list[str] = []

    def hook(_: Any) -> None:
        seen.append(var.get())

    pages = [{**THING, "id": str(number)} for number in range(2)]

    def answer(visit: Visit) -> None:
        page = 1 if "page=" not in visit.target else int(visit.target.partition("page=")[2][:1])
        if page > 2:
            visit.answer(503, b"", "Retry-After: 200")
        else:
            body = ok_body([pages[page - 1]], result_info={"total_count": 9})
            visit.answer(200, body, "Content-Type: application/json")

    with Server(answer) as server:
        client = Fake(base_url=server.url, before_request=hook, **OPTIONS)
        token = var.set("here")
        walk = iter(client.things.list(prefetch=3))
        assert next(walk).id == "0"
        walk.close()  # type: ignore[attr-defined]
        var.reset(token)
        assert set(seen) == {"here"}
        end = time.monotonic() + 10
        while [t for t in threading.enumerate() if t.name == "prefetch"] and time.monotonic() < end:
            time.sleep(0.01)
        assert not [t for t in threading.enumerate() if t.name == "prefetch"]


@pytest.mark.parametrize("way", ["value", "events", "pieces"])
@pytest.mark.parametrize("transport", ["httpx", "aiohttp"])
def test_a_task_that_is_cancelled_again_and_again_leaves_no_connection(
    transport: str, way: str
) -> None:
    """As tasks are when a program ends; httpx by itself keeps such connections for good."""
    begun = threading.Semaphore(0)

    def drip(visit: Visit) -> None:
        visit.send(b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n")
        begun.release()
        with suppress(OSError):
            visit.connection.settimeout(60)
            visit.connection.recv(1)

    async def call(client: AsyncFake) -> None:
        made = operation("text/event-stream", "events")
        if way == "events":
            async for _ in await client.things._stream(made):
                pass
        elif way == "pieces":
            stream: Any = client.things._stream
            async with await client.streamed_response(stream, made) as response:
                await response.read()
        else:
            await client.things._call(made)

    async def main(url: str) -> None:
        given = AiohttpTransport() if transport == "aiohttp" else None
        async with AsyncFake(base_url=url, http_client=given, **OPTIONS) as client:
            for _ in range(6):
                task = asyncio.create_task(call(client))
                await asyncio.to_thread(begun.acquire)
                await asyncio.sleep(0.01)
                for _ in range(3):
                    task.cancel()
                    await asyncio.sleep(0)
                with pytest.raises(asyncio.CancelledError):
                    await task
            await asyncio.sleep(0.01)
            used = client._config.pool.get()
            if transport == "aiohttp":
                (session,) = used._by_loop.values()
                assert not session._connector._acquired
            else:
                assert not used._client._transport._pool.connections

    with Server(drip) as server:
        asyncio.run(main(server.url))
