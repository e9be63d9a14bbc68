"""OAuth 2 client credentials: tokens are fetched, kept, renewed, shared and never shown."""

from __future__ import annotations

import asyncio
import base64
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from core_server import Server, Visit, ok_body
from core_support import THING, Answer, Scripted, failed, ok
from fakepkg import errors
from fakepkg._core.aiohttp_transport import AiohttpTransport
from fakepkg._core.async_client import AsyncClient
from fakepkg._core.client import Client
from fakepkg._core.oauth import ClientCredentials
from fakepkg._core.profile import Envelope, Profile, Scheme
from fakepkg._core.transport import Request, TransportError

SECRET = "very+secret/phrase"
PROFILE = Profile(
    package="fakepkg",
    base_url="https://api.example/v4",
    security=(
        (
            Scheme(
                kind="oauth2",
                make_grant=ClientCredentials,
                argument="client_id",
                variable="FAKE_ID",
                password="client_secret",
                password_variable="FAKE_SECRET",
                token_url="/oauth/token",
                scopes=("read", "write"),
            ),
        ),
    ),
    envelope=Envelope(success="success", errors="errors"),
    user_agent="fakepkg/1",
)
GIVEN = {"client_id": "my id", "client_secret": SECRET}


class Issuer:
    """Gives numbered tokens; the API takes the newest that has not been revoked."""

    def __init__(self, lasts: Any = 3600) -> None:
        self.lasts = lasts
        self.issued = 0
        self.revoked = 0
        self.refusal: Answer | TransportError | None = None
        self.token_requests: list[Request] = []

    def __call__(self, request: Request) -> Any:
        if request.operation == "oauth2.token":
            self.token_requests.append(request)
            if self.refusal is not None:
                return self.refusal
            self.issued += 1
            return Answer(
                200, {"access_token": f"token-number-{self.issued}", "expires_in": self.lasts}
            )
        token = dict(request.headers).get("authorization", "")
        valid = token.startswith("Bearer ") and int(token.rpartition("-")[2]) > self.revoked
        return ok(THING) if valid else failed(401)


class Caller:
    """Makes the same calls with either client."""

    def __init__(self, mode: str, script: Any, **options: Any) -> None:
        self.transport = Scripted(script)
        made: Any = Client if mode == "sync" else AsyncClient
        self.client = made(PROFILE, arguments=GIVEN, http_client=self.transport, **options)
        self.mode = mode

    def __call__(self, path: str = "/x", **options: Any) -> Any:
        value = self.client.request("GET", path, options=options or None)
        return asyncio.run(value) if self.mode == "async" else value


modes = pytest.mark.parametrize("mode", ["sync", "async"])


@modes
def test_a_token_is_fetched_once_and_kept(mode: str) -> None:
    issuer = Issuer()
    call = Caller(mode, issuer)
    for _ in range(3):
        assert call()["result"] == THING
    (token_requests,) = issuer.token_requests
    assert (token_requests.method, token_requests.url) == (
        "POST",
        "https://api.example/oauth/token",
    )
    headers = dict(token_requests.headers)
    proof = base64.b64encode(b"my+id:very%2Bsecret%2Fphrase").decode()
    assert headers["authorization"] == f"Basic {proof}"
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert headers["user-agent"] == "fakepkg/1"
    assert token_requests.content == b"grant_type=client_credentials&scope=read+write"
    call.client.with_options(timeout=1)
    assert call()["result"] == THING and len(issuer.token_requests) == 1


@modes
def test_it_is_renewed_shortly_before_it_expires(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr("fakepkg._core.oauth.time.monotonic", lambda: now[0])
    issuer = Issuer(lasts=600)
    call = Caller(mode, issuer)
    for at, issued in ((1000.0, 1), (1569.0, 1), (1571.0, 2), (2100.0, 2)):
        now[0] = at
        call()
        assert issuer.issued == issued


@modes
def test_it_is_renewed_once_after_a_401(mode: str) -> None:
    issuer = Issuer(lasts=None)
    call = Caller(mode, issuer)
    call()
    issuer.revoked = 1
    assert call()["result"] == THING and issuer.issued == 2
    issuer.revoked = 99
    with pytest.raises(errors.AuthenticationError):
        call()
    assert issuer.issued == 3, "a second refusal is final"


def test_threads_share_one_fetch() -> None:
    issuer = Issuer()

    def slow(request: Request) -> Any:
        if request.operation == "oauth2.token":
            time.sleep(0.02)
        return issuer(request)

    call = Caller("sync", slow)
    threads = [threading.Thread(target=call) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert issuer.issued == 1


def test_tasks_share_one_fetch_on_every_loop() -> None:
    issuer = Issuer()
    call = Caller("async", issuer)

    async def together() -> list[Any]:
        return await asyncio.gather(*(call.client.request("GET", "/x") for _ in range(16)))

    assert all(each["result"] == THING for each in asyncio.run(together()))
    assert issuer.issued == 1
    issuer.revoked = 1
    assert all(each["result"] == THING for each in asyncio.run(together()))
    assert issuer.issued == 2


@modes
def test_no_token(mode: str, naps: list[float]) -> None:
    issuer = Issuer()
    error_body = {"error": "invalid_client", "error_description": f"not {SECRET}"}
    issuer.refusal = Answer(401, error_body)
    call = Caller(mode, issuer)
    with pytest.raises(errors.AuthenticationError, match="401: no token: invalid_client") as caught:
        call()
    assert caught.value.url == "https://api.example/oauth/token"
    assert caught.value.errors[0].code == "invalid_client"
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    for body in (b"<html>", {"token_type": "bearer"}, []):
        issuer.refusal = Answer(200, body)
        with pytest.raises(errors.APIResponseValidationError, match="access_token"):
            call()
    assert not naps and not any(each.operation == "request" for each in call.transport.requests)


@modes
def test_a_token_endpoint_that_is_down_is_asked_again(mode: str, naps: list[float]) -> None:
    for refusal in (Answer(503, b""), TransportError("read", "broken")):
        naps.clear()
        issuer = Issuer()
        issuer.refusal = refusal
        with pytest.raises(errors.APIConnectionError, match="no token") as caught:
            Caller(mode, issuer)()
        assert caught.value.sent is False and len(issuer.token_requests) == 3 and len(naps) == 2


@modes
def test_nobody_sees_a_secret(mode: str) -> None:
    seen: list[Any] = []

    def hook(request: Request, *more: Any) -> None:
        seen.append([request.headers, *map(repr, (request, *more))])

    def respond(request: Request) -> Any:
        answer = issuer(request)
        token = dict(request.headers)["authorization"].rpartition(" ")[2]
        message = {"code": 1, "message": f"bad {token} {SECRET}"}
        return answer if request.operation == "oauth2.token" else Answer(400, {"errors": [message]})

    issuer = Issuer()
    call = Caller(mode, respond, before_request=hook, after_response=hook, on_error=hook)
    with pytest.raises(errors.BadRequestError) as caught:
        call()
    shown = "".join(traceback.format_exception(caught.value)) + repr(call.client) + repr(seen)
    shown += repr(caught.value.errors) + repr(caught.value.body) + str(caught.value.headers)
    assert "token-number" not in shown and SECRET not in shown and "bad ***" in shown


@modes
def test_own_authorization_goes_before(mode: str) -> None:
    issuer = Issuer()
    call = Caller(mode, issuer)
    assert call(headers={"Authorization": "Bearer other-1"})["result"] == THING
    assert issuer.issued == 0


def test_half_of_the_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    message = (
        "pass `client_id` or set the variable FAKE_ID"
        " and pass `client_secret` or set the variable FAKE_SECRET"
    )
    for given in ({}, {"client_id": "x"}, {"client_secret": "x"}):
        with pytest.raises(errors.ConfigurationError, match=message):
            Client(PROFILE, arguments=given)
    monkeypatch.setenv("FAKE_SECRET", "from the environment")
    Client(PROFILE, arguments={"client_id": "x"})
    monkeypatch.delenv("FAKE_SECRET")
    monkeypatch.setenv("FAKE_ID", "from the environment")
    Client(PROFILE, arguments={"client_secret": "x"})


@modes
def test_over_the_wire(mode: str) -> None:
    def answer(visit: Visit) -> None:
        if visit.target == "/oauth/token":
            visit.answer(200, b'{"access_token": "t-1", "expires_in": 60}')
        else:
            visit.answer(200, ok_body(1), "Content-Type: application/json")

    with Server(answer) as server:
        if mode == "sync":
            with Client(PROFILE, arguments=GIVEN, base_url=server.url) as client:
                assert client.request("GET", "/x")["result"] == 1
        else:

            async def run() -> Any:
                async with AsyncClient(PROFILE, arguments=GIVEN, base_url=server.url) as client:
                    return await client.request("GET", "/x")

            assert asyncio.run(run())["result"] == 1
    assert [visit.target for visit in server.visits] == ["/oauth/token", "/x"]
    assert server.visits[1].headers["authorization"] == "Bearer t-1"


# --- many callers at once, over the wire --------------------------------------------------------


class Api:
    """A token endpoint and an API that takes the newest token, or none."""

    def __init__(self, *, repeats: bool = False, is_down: bool = False) -> None:
        self.repeats, self.is_down = repeats, is_down
        self.takes_none = False
        self.fetches = self.revoked = 0
        self.waiting = threading.Event()
        self.lock = threading.Lock()

    def __call__(self, visit: Visit) -> None:
        if visit.target != "/oauth/token":
            number = int(visit.headers["authorization"].rpartition("-")[2])
            fits = number > self.revoked and not self.takes_none
            visit.answer(200 if fits else 401, b"{}", "Content-Type: application/json")
            return
        with self.lock:
            self.fetches += 1
            number = 1 if self.repeats else self.fetches
        self.waiting.wait(0.2)  # so that all callers are there
        token = f'{{"access_token": "t-{number}", "expires_in": 3600}}'.encode()
        visit.answer(500 if self.is_down else 200, token)


def call_together(
    mode: str, url: str, number: int, again: Callable[[], None], **more: Any
) -> list[list[Any]]:
    """Let many call at once, twice; their results and errors."""
    options: dict[str, Any] = {"arguments": GIVEN, "base_url": url, "max_retries": 0, **more}
    if mode == "sync":
        with Client(PROFILE, **options) as client, ThreadPoolExecutor(number) as pool:

            def get(_: int) -> Any:
                try:
                    return client.request("GET", "/x")
                except errors.Error as error:
                    return error

            first = list(pool.map(get, range(number)))
            again()
            return [first, list(pool.map(get, range(number)))]

    async def main() -> list[list[Any]]:
        if mode == "aiohttp":
            options["http_client"] = AiohttpTransport()
        async with AsyncClient(PROFILE, **options) as client:

            async def together() -> list[Any]:
                calls = (client.request("GET", "/x") for _ in range(number))
                return await asyncio.gather(*calls, return_exceptions=True)

            first = await together()
            again()
            return [first, await together()]

    return asyncio.run(main())


many = pytest.mark.parametrize(("mode", "number"), [("sync", 64), ("async", 256), ("aiohttp", 256)])


@many
def test_a_token_that_is_refused_is_fetched_once_for_all(mode: str, number: int) -> None:
    api = Api()

    def revoke() -> None:
        api.revoked = api.fetches

    with Server(api) as server:
        assert call_together(mode, server.url, number, revoke) == [[{}] * number] * 2
    assert api.fetches == 2


@many
def test_a_token_endpoint_that_fails_is_asked_once_for_all_who_wait(mode: str, number: int) -> None:
    api = Api(is_down=True)
    with Server(api) as server:
        rounds = call_together(mode, server.url, number, lambda: None)
    if mode == "sync":  # a thread may begin when a fetch has failed already
        assert 2 <= api.fetches < number
    else:
        assert api.fetches == 2
    for each in rounds:
        assert {type(error) for error in each} == {errors.APIConnectionError}
        assert len(set(map(id, each))) == number, "each caller has an error of its own"
        assert not any(error.sent for error in each)


def test_an_endpoint_that_repeats_a_token_is_not_asked_by_each_caller() -> None:
    api = Api(repeats=True)

    def refuse() -> None:
        api.takes_none = True

    with Server(api) as server:
        _, second = call_together("async", server.url, 64, refuse)
    assert {type(error) for error in second} == {errors.AuthenticationError}
    assert api.fetches == 2


@pytest.mark.parametrize("mode", ["sync", "async", "aiohttp"])
@pytest.mark.parametrize("is_dripping", [False, True])
def test_the_deadline_of_a_call_ends_the_wait_for_its_token(mode: str, is_dripping: bool) -> None:
    stop = threading.Event()

    def behave(visit: Visit) -> None:
        if is_dripping:
            visit.send(b"HTTP/1.1 200 X\r\n\r\n")
            while not stop.wait(0.02):
                visit.send(b" ")

    with Server(behave) as server:
        rounds = call_together(mode, server.url, 3, lambda: None, deadline=0.3)
        stop.set()
    for error in [*rounds[0], *rounds[1]]:
        assert type(error) is errors.APITimeoutError and error.kind == "deadline"
    assert all(visit.target == "/oauth/token" for visit in server.visits)
