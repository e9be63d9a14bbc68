"""A ready httpx client works as it does by itself, whichever way the request takes."""

from __future__ import annotations

import asyncio
import gc
import logging
import subprocess
import sys
import time
import types
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from core_server import Server, Visit, respond_with
from core_support import THING
from fakepkg import errors
from fakepkg._client import AsyncFake, Fake
from fakepkg._core import httpx_transport
from fakepkg._core.httpx_connections import close_after_leftovers
from fakepkg._core.httpx_transport import get_tls_context, to_transport_error

OK = {"success": True, "result": THING}


class Given:
    """Calls through an httpx client that a test has set up, and keeps what was sent."""

    def __init__(self, mode: str) -> None:
        self.mode = mode
        self.sent: list[httpx.Request] = []
        self.answer: Callable[[httpx.Request], httpx.Response] = lambda _: httpx.Response(
            200, json=OK
        )
        self.shortened = 0

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return self.answer(request)

    def client(self, cls: Any = None, **settings: Any) -> Any:
        cls = cls or (httpx.Client if self.mode == "sync" else httpx.AsyncClient)
        return cls(transport=httpx.MockTransport(self._handle), **settings)

    def __call__(self, client: Any, times: int = 1, **options: Any) -> Any:
        options = {"api_token": "s3cr3t-token", "account_id": "a", "http_client": client, **options}
        if self.mode == "sync":
            fake = Fake(**options)
            return [fake.things.get("x y") for _ in range(times)][-1]

        async def main() -> Any:
            made = AsyncFake(**options)
            return [await made.things.get("x y") for _ in range(times)][-1]

        return asyncio.run(main())


@pytest.fixture(params=["sync", "async"])
def given(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Given:
    made = Given(request.param)
    finish = httpx_transport.ShortCut.finish

    def counted(self: Any, built: Any, response: Any) -> None:
        made.shortened += 1
        finish(self, built, response)

    monkeypatch.setattr(httpx_transport.ShortCut, "finish", counted)
    return made


def test_the_short_way_sends_what_httpx_would(given: Given) -> None:
    plain = given.client(headers={"X-Own": "1", "User-Agent": "mine"}, params={"p": "q"})
    plain.cookies.set("sid", "1")
    given(plain)
    assert given.shortened == 1
    (request,) = given.sent
    assert str(request.url) == "https://api.example/v4/accounts/a/things/x%20y?p=q"
    assert request.headers["host"] == "api.example" and request.headers["x-own"] == "1"
    assert request.headers["cookie"] == "sid=1" and request.headers["user-agent"] == "fakepkg/1"
    assert request.headers["authorization"] == "Bearer s3cr3t-token"
    assert request.headers["accept-encoding"] and request.extensions["timeout"]["read"] == 5


@pytest.mark.parametrize(
    "url", ["https://h:444/v4", "http://[::1]:80/a%20b", "https://bücher.example/ü"]
)
def test_urls_are_those_that_httpx_makes(given: Given, url: str) -> None:
    given(given.client(), base_url=url)
    ours = given.sent[0].url
    theirs = httpx.URL(str(ours))
    assert (ours, ours.raw_path, ours.netloc, ours.scheme) == (
        theirs,
        theirs.raw_path,
        theirs.netloc,
        theirs.scheme,
    )


def test_settings_changed_later_count(given: Given) -> None:
    client = given.client()

    def change(request: httpx.Request) -> httpx.Response:
        client.headers["x-late"] = "1"
        client.timeout = 3
        return httpx.Response(200, json=OK)

    given.answer = change
    given(client, times=2)
    assert "x-late" not in given.sent[0].headers and given.sent[1].headers["x-late"] == "1"
    assert given.sent[1].extensions["timeout"]["read"] == 3
    given(client, timeout=None)
    assert given.sent[2].extensions["timeout"]["read"] is None


def test_cookies_of_answers_are_kept_and_sent(given: Given) -> None:
    given.answer = lambda _: httpx.Response(200, json=OK, headers={"set-cookie": "a=b; Path=/"})
    given(given.client(), times=2)
    assert given.shortened == 2 and "cookie" not in given.sent[0].headers
    assert given.sent[1].headers["cookie"] == "a=b"


def test_auth_hooks_and_mounts_apply(given: Given) -> None:
    seen: list[str] = []

    async def note_async(value: Any) -> None:
        seen.append(type(value).__name__)

    def note(value: Any) -> None:
        seen.append(type(value).__name__)

    hook = note if given.mode == "sync" else note_async
    given(given.client(event_hooks={"request": [hook], "response": [hook]}))
    assert seen == ["Request", "Response"] and given.shortened == 0
    given(given.client(auth=("u", "p")))
    assert given.sent[-1].headers["authorization"] == "Basic dTpw" and given.shortened == 0
    given(given.client(), base_url="https://u:p@api.example")
    token = given.sent[-1].headers["authorization"]
    assert token.startswith("Bearer "), "the userinfo of a URL never replaces a token"
    client = given.client()
    given(client)
    client.event_hooks = {"request": [hook]}
    given(client)
    assert given.shortened == 2, "hooks may be added later"

    def elsewhere(_: httpx.Request) -> httpx.Response:
        seen.append("mounted")
        return httpx.Response(200, json=OK)

    given(given.client(mounts={"https://api.example": httpx.MockTransport(elsewhere)}))
    assert seen[-1] == "mounted"


def test_replaced_parts_of_httpx_are_not_passed_by(
    given: Given, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    cls: Any = httpx.Client if given.mode == "sync" else httpx.AsyncClient

    class Own(cls):  # type: ignore[misc]
        pass

    given(given.client(Own))
    assert given.shortened == 0
    client = given.client()
    monkeypatch.setattr(client, "send", client.send)
    given(client)
    assert given.shortened == 0
    original = cls.send

    def traced(self: Any, *args: Any, **rest: Any) -> Any:
        return original(self, *args, **rest)

    monkeypatch.setattr(cls, "send", traced)
    given(given.client())
    assert given.shortened == 0
    monkeypatch.undo()
    with caplog.at_level(logging.INFO, "httpx"):
        given(given.client())
    assert "HTTP Request: GET" in caplog.text


def test_a_successor_of_httpx_works_by_its_shape(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    successor = types.ModuleType("httpx2")
    successor.__dict__.update(
        {name: getattr(httpx, name) for name in ("ByteStream", "Request", "URL", "SyncByteStream")}
    )

    class Headers(httpx.Headers):
        pass

    class URL(httpx.URL):
        """Keeps what it parsed elsewhere."""

        def __init__(self, url: Any) -> None:
            super().__init__(url)
            self.stored_uri = self.__dict__.pop("_uri_reference")

        def __getattr__(self, name: str) -> Any:
            if name == "_uri_reference" and sys._getframe(1).f_globals["__name__"].startswith(
                "httpx"
            ):
                return self.stored_uri
            raise AttributeError(name)

    successor.Headers, successor.URL = Headers, URL  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "httpx2", successor)
    cls: Any = httpx.Client if given.mode == "sync" else httpx.AsyncClient
    made = type(
        "Client" if given.mode == "sync" else "AsyncClient", (cls,), {"__module__": "httpx2"}
    )
    given(given.client(made))
    assert str(given.sent[0].url).endswith("/things/x%20y") and given.shortened == 0


@pytest.mark.parametrize(
    ("error", "kind", "sent"),
    [
        (httpx.ConnectError("x"), "connect", False),
        (httpx.ConnectTimeout("x"), "connect_timeout", False),
        (httpx.PoolTimeout("x"), "pool_timeout", False),
        (httpx.ProxyError("x"), "connect", False),
        (httpx.ReadTimeout("x"), "timeout", True),
        (httpx.WriteTimeout("x"), "write_timeout", True),
        (httpx.ReadError("x"), "read", True),
        (httpx.WriteError("x"), "write", True),
        (httpx.RemoteProtocolError("x"), "protocol", True),
        (httpx.LocalProtocolError("x"), "protocol", True),
        (httpx.UnsupportedProtocol("x"), "request", False),
        (httpx.DecodingError("x"), "decoding", True),
        (httpx.InvalidURL("x"), "request", False),
        (httpx.StreamClosed(), "read", True),
        (OSError("x"), "other", True),
        (RuntimeError("Cannot send a request, as the client has been closed."), "closed", False),
    ],
)
def test_what_errors_of_httpx_mean(error: Exception, kind: str, sent: bool) -> None:
    failure = to_transport_error(error)
    assert failure is not None and (failure.kind, failure.sent) == (kind, sent)


def test_other_errors_are_not_ours(given: Given) -> None:
    def boom(_: httpx.Request) -> httpx.Response:
        raise ZeroDivisionError

    given.answer = boom
    with pytest.raises(ZeroDivisionError):
        given(given.client())
    assert to_transport_error(RuntimeError("x")) is None


def test_errors_of_a_given_client_are_ours(given: Given, naps: list[float]) -> None:
    def boom(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("nobody", request=request)

    given.answer = boom
    with pytest.raises(errors.APIConnectionError, match="No connection: nobody"):
        given(given.client())
    assert len(given.sent) == 3


def test_a_given_client_stays_open(given: Given) -> None:
    client = given.client()
    if given.mode == "sync":
        with Fake(api_token="t", http_client=client):
            pass
    else:

        async def main() -> None:
            async with AsyncFake(api_token="t", http_client=client):
                pass

        asyncio.run(main())
    assert not client.is_closed


def test_many_tasks_have_several_pools_and_few_have_one() -> None:
    def slowly(visit: Visit) -> None:
        time.sleep(0.05)
        respond_with(THING)(visit)

    async def main(url: str) -> list[int]:
        async with AsyncFake(api_token="t", account_id="a", base_url=url) as client:
            transport: Any = client._config.pool.get()
            counts: list[int] = []
            for tasks in (1, 1, 20, 8):
                await asyncio.gather(*(client.things.get("1") for _ in range(tasks)))
                counts.append(len(transport._lanes))
            with pytest.raises(errors.APITimeoutError):
                await client.things.get("1", options={"timeout": 0.001, "max_retries": 0})
            assert [lane.busy for lane in transport._lanes] == [0, 0, 0]
            lanes = transport._lanes
        assert all(lane.client.is_closed for lane in lanes)
        return counts

    with Server(slowly) as server:
        assert asyncio.run(main(server.url)) == [1, 1, 3, 3]


def test_an_open_stream_counts_until_it_is_closed() -> None:
    async def main(url: str) -> None:
        async with AsyncFake(api_token="t", account_id="a", base_url=url) as client:
            transport: Any = client._config.pool.get()
            stream = await client.things.stream("m")
            assert transport._lanes[0].busy == 1
            await stream.close()
            assert transport._lanes[0].busy == 0

    def events(visit: Visit) -> None:
        visit.answer(200, b"data: 1\n\n", "Content-Type: text/event-stream")

    with Server(events) as server:
        asyncio.run(main(server.url))


def test_the_tls_context_is_made_once() -> None:
    assert get_tls_context() is get_tls_context()


def test_proxies_of_the_environment_apply(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(respond_with(THING)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        with Fake(api_token="t", account_id="a", base_url="http://far.example") as client:
            assert client.things.get("1").id == "1"
        assert proxy.visits[0].target == "http://far.example/accounts/a/things/1"


@pytest.mark.parametrize("cls", ["Fake", "AsyncFake"])
def test_no_network_library_before_the_first_call(cls: str) -> None:
    code = (
        "import sys; from fakepkg._client import " + cls + " as C;"
        "c = C(api_token='t', account_id='a'); c.things; c.with_options(timeout=1);"
        "print([m for m in ('httpx', 'httpcore', 'ssl', 'aiohttp', 'orjson') if m in sys.modules])"
    )
    env = {"PYTHONPATH": ":".join(sys.path)}
    run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert run.stdout.strip() in ("[]", "['orjson']"), run.stdout + run.stderr


def test_a_proxy_that_refuses_a_tunnel_was_sent_no_request(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(lambda visit: visit.answer(407, b"no")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        client = Fake(api_token="t", account_id="a", base_url="https://api.test", max_retries=0)
        with client, pytest.raises(errors.APIConnectionError, match="407") as caught:
            client.things.create()
    assert caught.value.sent is False and proxy.visits[0].line.startswith("CONNECT ")


@pytest.mark.parametrize("is_async", [False, True])
def test_a_connection_may_be_collected_before_its_response_ends(is_async: bool) -> None:
    class Connection:
        _h11_state: Any = SimpleNamespace(trailing_data=(b"", False))

        def _response_closed(self) -> str:
            return "ended"

    class AsyncConnection(Connection):
        async def _response_closed(self) -> str:  # type: ignore[override]
            return "ended"

    def end() -> Any:
        result = finish()
        return asyncio.run(result) if is_async else result

    connection = AsyncConnection() if is_async else Connection()
    close_after_leftovers(SimpleNamespace(stream=SimpleNamespace(_connection=connection)))
    finish = connection._response_closed
    assert end() == "ended"
    del connection
    gc.collect()
    assert end() is None
