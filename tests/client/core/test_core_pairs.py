"""Further features in pairs, against a server that answers with raw bytes: sync, async, and over aiohttp."""

from __future__ import annotations

import asyncio
import io
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from core_server import Behaviour, Server, Visit, mute, ok_body
from core_support import THING
from core_ways import Runner, operation
from fakepkg import errors
from fakepkg._client import AsyncFake, Fake
from fakepkg._codec import things as codec
from fakepkg._core.aiohttp_transport import AiohttpTransport

JSON = "Content-Type: application/json"


def walk(client: Any, seen: list[str], **arguments: Any) -> Any:
    """Go through a list to its end; what came until then is in `seen`."""
    things = client.things.list(**arguments) if not isinstance(client, Fake) else None

    async def wait() -> None:
        async for thing in things:
            seen.append(thing.id)
        await no_task_is_left()

    if things is not None:
        return wait()
    for thing in client.things.list(**arguments):
        seen.append(thing.id)
    return None


async def no_task_is_left() -> None:
    for _ in range(3):
        await asyncio.sleep(0)
    left = [each for each in asyncio.all_tasks() if each is not asyncio.current_task()]
    assert not left, left


def no_thread_is_left() -> None:
    for thread in threading.enumerate():
        if thread.name == "prefetch":
            thread.join(60)
            assert not thread.is_alive()


class Pages:
    """Nine pages of two things each, some of which come only after something else."""

    def __init__(self, **others: Behaviour) -> None:
        self.others = {int(name.removeprefix("page")): each for name, each in others.items()}
        self.requests: Counter[int] = Counter()
        self.lock = threading.Lock()
        self.stays = False  # whether the page itself never comes

    def __call__(self, visit: Visit) -> None:
        number = int(parse_qs(urlsplit(visit.target).query).get("page", ["1"])[0])
        with self.lock:
            self.requests[number] += 1
            is_first = self.requests[number] == 1
        if number in self.others and (is_first or self.stays):
            self.others[number](visit)
            return
        items = [{**THING, "id": f"{number}{letter}"} for letter in "ab"] if number < 10 else []
        visit.answer(200, ok_body(items, result_info={"total_count": 18}), JSON)


IDS = [f"{number}{letter}" for number in range(1, 10) for letter in "ab"]


def status(code: int, *fields: str) -> Behaviour:
    return lambda visit: visit.answer(code, b'{"message": "no"}', *fields)


# --- pages fetched ahead, and what comes between ------------------------------------------------


@pytest.mark.parametrize("prefetch", [0, 1, 4, 20])
def test_refusals_change_neither_the_order_nor_the_number_of_items(
    runner: Runner, prefetch: int
) -> None:
    pages = Pages(
        page1=status(429, "Retry-After: 0"),
        page2=status(429, "retry-after-ms: 5"),
        page3=Visit.reset,
        page5=status(503),
        page9=status(429),
    )
    seen: list[str] = []
    with Server(pages) as server:
        runner.run(server.url, lambda client: walk(client, seen, prefetch=prefetch, per_page=2))
    no_thread_is_left()
    assert seen == IDS
    counts = {number: times for number, times in pages.requests.items() if number < 10}
    assert counts == {number: 2 if number in pages.others else 1 for number in range(1, 10)}


@pytest.mark.parametrize("prefetch", [0, 1, 4, 20])
@pytest.mark.parametrize("number", [1, 2, 4, 9])
@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (status(500), errors.InternalServerError),
        (Visit.reset, errors.APIConnectionError),
        (lambda visit: visit.answer(200, b"<html>", JSON), errors.APIResponseValidationError),
    ],
    ids=["500", "reset", "no JSON"],
)
def test_an_error_comes_in_the_place_of_its_page(
    runner: Runner, failure: Behaviour, expected: type[Exception], number: int, prefetch: int
) -> None:
    pages = Pages(**{f"page{number}": failure})
    pages.stays = True
    seen: list[str] = []
    with Server(pages) as server, pytest.raises(expected) as caught:
        runner.run(
            server.url,
            lambda client: walk(client, seen, prefetch=prefetch, per_page=2),
            max_retries=1,
        )
    no_thread_is_left()
    assert seen == IDS[: 2 * number - 2]
    assert isinstance(caught.value, errors.APIError)
    assert caught.value.attempts == (1 if expected is errors.APIResponseValidationError else 2)


@pytest.mark.parametrize("prefetch", [0, 3])
def test_each_page_of_a_walk_has_the_deadline_of_a_call(runner: Runner, prefetch: int) -> None:
    pages = Pages(page4=mute)
    seen: list[str] = []
    with Server(pages) as server, pytest.raises(errors.APITimeoutError) as caught:
        runner.run(
            server.url,
            lambda client: walk(client, seen, prefetch=prefetch, per_page=2),
            deadline=0.5,
        )
    no_thread_is_left()
    assert seen == IDS[:6]
    assert (caught.value.kind, caught.value.seconds) == ("deadline", 0.5)


# --- parameters of every request, and pages whose URL the server gives --------------------------


@pytest.mark.parametrize("prefetch", [0, 3])
@pytest.mark.parametrize(
    ("link", "target"),
    [
        # As most do: the server repeats what it was sent.
        ("/p?version=1&tags=a&tags=b&page=2", "/p?version=1&tags=a&tags=b&page=2"),
        ("?page=2", "{list}?page=2&version=1&tags=a&tags=b"),
        ("/p", "/p?version=1&tags=a&tags=b"),
        # Its own values stand, however they are spelled.
        ("/p?version=9&page=2", "/p?version=9&page=2&tags=a&tags=b"),
        ("/p?versio%6E=9&tags", "/p?versio%6E=9&tags"),
    ],
)
def test_a_url_of_the_server_has_the_parameters_of_every_request_once(
    runner: Runner, link: str, target: str, prefetch: int
) -> None:
    def page(visit: Visit) -> None:
        number = len(server.visits)
        links = {"next": link if number == 1 else None}
        visit.answer(200, ok_body([{**THING, "id": str(number)}], links=links), JSON)

    seen: list[str] = []
    with Server(page) as server:
        runner.run(
            server.url,
            lambda client: walk(client, seen, operation=codec.BY_LINK_MEMBER, prefetch=prefetch),
            default_query={"version": 1, "tags": ["a", "b"]},
        )
    assert seen == ["1", "2"]
    first, second = (visit.target for visit in server.visits)
    assert second == target.format(list=first.partition("?")[0])


# --- redirects ----------------------------------------------------------------------------------


def chunks() -> Iterator[bytes]:
    yield b"abc"
    yield b"def"


UPLOADS: dict[str, Callable[[], Any]] = {
    "bytes": lambda: b"abcdef",
    "file": lambda: io.BytesIO(b"abcdef"),
    "generator": chunks,
}


@pytest.mark.parametrize("upload", UPLOADS)
@pytest.mark.parametrize(("code", "method"), [(302, "POST"), (307, "POST"), (308, "PUT")])
def test_an_upload_is_never_sent_to_where_a_redirect_leads(
    runner: Runner, method: str, code: int, upload: str
) -> None:
    made = operation("application/json", "json", method, body="bytes")
    with Server(status(code, "Location: /y", "Connection: close")) as server:
        with pytest.raises(errors.APIStatusError, match="would repeat a request that writes") as it:
            runner.run(
                server.url, lambda client: client.things._call(made, content=UPLOADS[upload]())
            )
    assert (it.value.status, it.value.attempts) == (code, 1)
    assert [visit.body for visit in server.visits] == [b"abcdef"]


def test_hooks_see_each_step_of_a_redirect(runner: Runner) -> None:
    begun: list[tuple[int, str]] = []
    ended: list[tuple[int, int]] = []

    def before(request: Any) -> None:
        begun.append((request.attempt, urlsplit(request.url).path))
        request.headers.append(("x-of-hook", str(request.attempt)))

    def after(request: Any, info: Any) -> None:
        ended.append((request.attempt, info.status))

    made = operation("application/json", "json")
    steps = [status(302, "Location: /y"), status(429), status(307, "Location: z?q=1")]
    with Server(*steps, lambda visit: visit.answer(200, b"{}", JSON)) as server:
        runner.run(
            server.url,
            lambda client: client.things._call(made),
            before_request=before,
            after_response=after,
        )
    assert begun == [(1, "/x"), (2, "/y"), (3, "/y"), (4, "/z")]
    assert ended == [(1, 302), (2, 429), (3, 307), (4, 200)]
    assert [visit.headers["x-of-hook"] for visit in server.visits] == list("1234")


def test_no_cookie_of_one_tenant_reaches_another(runner: Runner) -> None:
    """Neither by a copy with other credentials nor by one with other options, nor along a redirect."""

    def behave(visit: Visit) -> None:
        fields = ["Set-Cookie: session=of-the-first; Path=/", JSON]
        if visit.target == "/x" and visit.headers["authorization"].endswith("second-token"):
            visit.answer(302, b"", "Location: /y", *fields)
        else:
            visit.answer(200, b"{}", *fields)

    made = operation("application/json", "json")

    def use(client: Any) -> Any:
        second = client.with_credentials(api_token="second-token")
        callers = [client, client, client.with_options(timeout=5), second, second]

        async def wait() -> None:
            for each in callers:
                await each.things._call(made)

        if not isinstance(client, Fake):
            return wait()
        for each in callers:
            each.things._call(made)
        return None

    with Server(behave) as server:
        runner.run(server.url, use)
    assert len(server.visits) == 7
    assert not [visit for visit in server.visits if "cookie" in visit.headers]
    tokens = [visit.headers["authorization"].removeprefix("Bearer ") for visit in server.visits]
    assert tokens == ["t0ken-value"] * 3 + ["second-token"] * 4


# --- waiting by the rate limit ------------------------------------------------------------------


def test_a_deadline_that_the_rate_limit_can_not_keep_ends_the_call_at_once(runner: Runner) -> None:
    made = operation("application/json", "json", "POST")

    def use(client: Any) -> Any:
        arguments: dict[str, Any] = {"body": {}, "options": {"deadline": 60}}

        async def wait() -> None:
            await client.things._call(made, **arguments)
            await client.things._call(made, **arguments)

        if not isinstance(client, Fake):
            return wait()
        client.things._call(made, **arguments)
        return client.things._call(made, **arguments)

    with Server(lambda visit: visit.answer(200, b"{}", JSON)) as server:
        with pytest.raises(errors.APITimeoutError) as caught:
            runner.run(server.url, use, rate_limit=(1, 3600))
    assert (caught.value.kind, caught.value.sent, len(server.visits)) == ("deadline", False, 1)


# --- a given client of httpx or aiohttp ---------------------------------------------------------


@pytest.mark.parametrize("mode", ["sync", "async", "aiohttp"])
def test_a_given_client_keeps_its_cookies_for_its_own_host(mode: str) -> None:
    """What a caller sets up is the caller's: it goes along, but not to another host."""
    made = operation("application/json", "json")
    with Server(lambda visit: visit.answer(200, b"{}", JSON)) as server:
        options: dict[str, Any] = {"api_token": "t", "account_id": "a", "base_url": server.url}

        async def wait() -> None:
            if mode == "async":
                async with httpx.AsyncClient(cookies={"own": "1"}) as sender:
                    await AsyncFake(http_client=sender, **options).things._call(made)
                return
            import aiohttp

            jar = aiohttp.CookieJar(unsafe=True)
            jar.update_cookies({"own": "1"})
            async with aiohttp.ClientSession(cookie_jar=jar) as session:
                transport = AiohttpTransport(session)
                await AsyncFake(http_client=transport, **options).things._call(made)

        if mode == "sync":
            with httpx.Client(cookies={"own": "1"}) as given:
                Fake(http_client=given, **options).things._call(made)
        else:
            asyncio.run(wait())
        assert server.visits[0].headers["cookie"] == "own=1"


# --- a connection that is used again ------------------------------------------------------------

GOOD = b'HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{"n": 1}'
# What comes after a response, in the same piece.
LEFTOVERS = {
    "another response": (GOOD, b'HTTP/1.1 200 X\r\nContent-Length: 8\r\n\r\n{"n": 9}'),
    "a body where there is none": (b"HTTP/1.1 204 X\r\n\r\n", b'{"n": 9}'),
    "the end of chunks": (b"HTTP/1.1 204 X\r\n\r\n", b"0\r\n\r\n"),
    "noise": (GOOD, b"\r\nx"),
}


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("leftovers", LEFTOVERS)
def test_what_comes_after_a_response_is_not_taken_for_the_next(
    runner: Runner, leftovers: str, method: str
) -> None:
    response, rest = LEFTOVERS[leftovers]
    if runner.mode == "aiohttp" and leftovers != "another response":
        pytest.skip("aiohttp refuses such a response, as a whole")
    made = operation("application/json", "json", method)
    arguments: dict[str, Any] = {"body": {}} if method == "POST" else {}
    respond = [lambda visit: visit.send(response + rest), lambda visit: visit.answer(200, b"2")]

    def use(client: Any) -> Any:
        async def wait() -> list[Any]:
            return [await client.things._call(made, **arguments) for _ in range(2)]

        if not isinstance(client, Fake):
            return wait()
        return [client.things._call(made, **arguments) for _ in range(2)]

    with Server(*respond) as server:
        assert runner.run(server.url, use) == [{"n": 1} if response is GOOD else None, 2]
        first, second = server.visits
        assert first.connection is not second.connection


@pytest.mark.parametrize(
    ("method", "steps", "reason"),
    [
        ("GET", [status(302)], "it says not where to"),
        ("GET", [status(302, "Location: http://[::1")], "to no host at all"),
        ("GET", [status(302, "Location: http://other.example/")], "another host without TLS"),
        ("GET", [status(302, "Location: /x")], "it is one more than 5"),
        ("POST", [status(302, "Location: /y")], "it would repeat a request that writes"),
    ],
)
def test_why_a_redirect_is_not_followed(
    runner: Runner, method: str, steps: list[Behaviour], reason: str
) -> None:
    made = operation("application/json", "json", method)
    with Server(*steps) as server, pytest.raises(errors.APIStatusError, match=reason):
        runner.run(
            server.url,
            lambda client: client.things._call(made, **({"body": {}} if method == "POST" else {})),
        )


def test_header_fields_are_text_in_whatever_encoding_they_come(runner: Runner) -> None:
    def behave(visit: Visit) -> None:
        fields = b"cf-ray: caf\xe9\r\nX-Two: \xc3\xa9\r\nX-Two: \xe9\r\n"
        visit.send(b"HTTP/1.1 404 N\xe9\r\n" + fields + b"Content-Length: 2\r\n\r\n{}")

    made = operation("application/json", "json")
    with Server(behave) as server, pytest.raises(errors.NotFoundError) as caught:
        runner.run(server.url, lambda client: client.things._call(made))
    assert caught.value.request_id == "café" and "café" in str(caught.value)
    assert caught.value.headers["x-two"].isprintable()


def test_a_secret_parameter_that_is_echoed_is_masked(runner: Runner) -> None:
    """Also where it is an argument of the method, and not a credential of the client."""

    def echo(visit: Visit) -> None:
        message = f"bad request {visit.target} {visit.headers['x-auth-key']}"
        visit.answer(400, json.dumps({"message": message}).encode(), JSON)

    made = operation("application/json", "json")
    arguments = {
        "query": {"api_key": "canary-1/+", "q": "shown"},
        "headers": {"X-Auth-Key": "canary-2"},
    }
    with Server(echo) as server, pytest.raises(errors.BadRequestError, match="shown") as caught:
        runner.run(server.url, lambda client: client.things._call(made, **arguments))
    assert "canary" not in f"{caught.value} {caught.value.body} {caught.value.errors}"
    assert server.visits[0].target.startswith("/x?api_key=canary-1")
