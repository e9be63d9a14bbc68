"""Hooks, the gate, strict mode, and sharing a client."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
import types
from typing import Any

import pytest
from core_support import THING, Answer, Drive, failed, ok
from fakepkg import errors
from fakepkg._core.call import Call
from fakepkg._core.config import RateLimiter
from fakepkg._core.response_info import ResponseInfo
from fakepkg._core.transport import Request, TransportError


class Hooks:
    """Notes what the hooks are called with, in plain functions or coroutines."""

    def __init__(self, asynchronous: bool) -> None:
        self.seen: list[tuple[Any, ...]] = []
        self.options: dict[str, Any] = {
            "before_request": self._made("before", asynchronous),
            "after_response": self._made("after", asynchronous),
            "on_error": self._made("error", asynchronous),
        }

    def _made(self, name: str, asynchronous: bool) -> Any:
        def note(request: Request, what: Any = None) -> None:
            if name == "before":
                request.context["n"] = request.context.get("n", 0) + 1
                request.headers = [*request.headers, ("traceparent", "00-1")]
            shown = what.status if isinstance(what, ResponseInfo) else type(what).__name__
            self.seen.append((name, request.attempt, request.context["n"], shown))

        async def note_async(request: Request, what: Any = None) -> None:
            await asyncio.sleep(0)
            note(request, what)

        return note_async if asynchronous else note


@pytest.mark.parametrize("coroutine", [False, True])
def test_hooks(drive: Drive, naps: list[float], coroutine: bool) -> None:
    if coroutine and drive.mode == "sync":
        pytest.skip("a sync client has no loop")
    hooks = Hooks(coroutine)
    script = [TransportError("read", "x"), failed(500), ok(THING), failed(404)]
    client = drive.client(script, **hooks.options)
    drive(client.things.get("1"))
    assert hooks.seen == [
        ("before", 1, 1, "NoneType"),
        ("error", 1, 1, "APIConnectionError"),
        ("before", 2, 2, "NoneType"),
        ("after", 2, 2, 500),
        ("before", 3, 3, "NoneType"),
        ("after", 3, 3, 200),
    ]
    hooks.seen.clear()
    with pytest.raises(errors.NotFoundError):
        drive(client.things.get("1"))
    assert [seen[0] for seen in hooks.seen] == ["before", "after", "error"]
    assert ("traceparent", "00-1") in drive.transport.requests[0].headers


def test_the_last_failure_is_reported_once(drive: Drive, naps: list[float]) -> None:
    hooks = Hooks(False)
    client = drive.client([TransportError("read", "x")] * 2, max_retries=1, **hooks.options)
    with pytest.raises(errors.APIConnectionError):
        drive(client.things.get("1"))
    assert [seen[0] for seen in hooks.seen] == ["before", "error", "before", "error"]
    plain = client.with_options(before_request=None, after_response=None, on_error=None)
    drive.transport.script = [ok(THING)]
    drive(plain.things.get("1"))
    assert len(hooks.seen) == 4


def test_an_error_of_a_hook_is_the_caller_s(drive: Drive) -> None:
    def boom(request: Request) -> None:
        raise ZeroDivisionError

    client = drive.client([], before_request=boom)
    with pytest.raises(ZeroDivisionError):
        drive(client.things.get("1"))


def test_the_gate_spreads_requests() -> None:
    rate_limiter = RateLimiter(2, 10.0)
    assert [rate_limiter.reserve(now) for now in (0.0, 1.0, 2.0, 3.0, 30.0)] == [0, 0, 8, 8, 0]
    assert [rate_limiter.reserve(now) for now in (30.0, 30.0)] == [0, 10]


def test_a_client_keeps_to_its_rate(drive: Drive, naps: list[float]) -> None:
    client = drive.client([ok(THING)] * 5, rate_limit=(2, 60.0))
    for _ in range(2):
        drive(client.things.get("1"))
    assert not naps
    drive(client.with_options(timeout=1).things.get("1"))
    assert len(naps) == 1 and 59 < naps[0] <= 60, "clients of one origin share the gate"
    drive(client.with_options(rate_limit=None).things.get("1"))
    assert len(naps) == 1


class FakeChecker:
    def __init__(self, package: str, strict: bool, on_gap: Any) -> None:
        self.made_for = (package, strict, on_gap)
        self.checked: list[tuple[Any, ...]] = []

    def check(self, *seen: Any) -> None:
        self.checked.append(seen)
        if self.made_for[1]:
            raise errors.ContractError(
                "$.result.id: expected string, found number", path="$.result.id"
            )


@pytest.fixture
def checkers(monkeypatch: pytest.MonkeyPatch) -> list[FakeChecker]:
    made: list[FakeChecker] = []

    def make_checker(package: str, strict: bool, on_gap: Any) -> FakeChecker:
        made.append(FakeChecker(package, strict, on_gap))
        return made[-1]

    module = types.ModuleType("fakepkg._core.contract")
    module.make_checker = make_checker  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "fakepkg._core.contract", module)
    return made


def test_strict_mode_asks_the_contract(drive: Drive, checkers: list[FakeChecker]) -> None:
    client = drive.client([ok({"id": 1}), ok({"id": 1}), failed(404)])
    assert drive(client.things.get("1")).id == 1 and not checkers
    strict = client.with_options(strict=True)
    with pytest.raises(errors.ContractError) as caught:
        drive(strict.things.get("1"))
    assert checkers[0].made_for == ("fakepkg", True, None)
    name, status, media_type, body = checkers[0].checked[0]
    assert (name, status, media_type) == ("things.get", 200, "application/json")
    assert body["result"] == {"id": 1}
    assert caught.value.path == "$.result.id" and caught.value.url.endswith("/things/1")
    with pytest.raises(errors.NotFoundError):
        drive(strict.things.get("1"))
    again = strict.with_options(timeout=1)
    assert len(checkers) == 1 and again._config.checker is strict._config.checker


def test_the_gap_hook_lets_the_answer_through(drive: Drive, checkers: list[FakeChecker]) -> None:
    gaps: list[Any] = []
    client = drive.client([ok({"id": 1})], on_contract_gap=gaps.append)
    assert drive(client.things.get("1")).id == 1
    assert checkers[0].made_for == ("fakepkg", False, gaps.append)
    assert client.with_options(on_contract_gap=None)._config.checker is None


def test_what_a_hook_adds_goes_into_one_attempt(drive: Drive, naps: list[float]) -> None:
    def add(request: Request) -> None:
        request.headers.append(("x-attempt", str(request.attempt)))

    def answer(request: Request) -> Any:
        sent.append([value for name, value in request.headers if name == "x-attempt"])
        return failed(503) if len(sent) < 3 else ok(THING)

    sent: list[list[str]] = []
    drive(drive.client(answer, before_request=add).things.get("1"))
    assert sent == [["1"], ["2"], ["3"]]


def test_the_events_of_a_stream_are_checked_too(drive: Drive, checkers: list[FakeChecker]) -> None:
    def stream(**options: Any) -> list[Any]:
        kind = {"content-type": "text/event-stream"}
        client = drive.client(
            [Answer(200, b'data: {"id": 1}\n\ndata: [DONE]\n\n', kind)], **options
        )
        return drive.all(drive(client.things.stream("m")))

    assert stream(on_contract_gap=print) == [{"id": 1}]
    assert checkers[0].checked == [("things.run", 200, "text/event-stream", {"id": 1})]
    with pytest.raises(errors.ContractError) as caught:
        stream(strict=True)
    assert caught.value.method == "POST" and caught.value.attempts == 1


def test_a_client_is_shared_between_threads() -> None:
    drive = Drive("sync")

    def answer(request: Request) -> Any:
        time.sleep(0.0005)
        return ok({**THING, "id": request.url.rpartition("/")[2]}, {"x-id": request.url[-3:]})

    client = drive.client(answer)
    wrong: list[Any] = []

    def work(start: int) -> None:
        for number in range(start, start + 25):
            response = client.parsed_response(client.things.get, str(number))
            if response.value.id != str(number) or not response.url.endswith(f"/{number}"):
                wrong.append(response)

    threads = [threading.Thread(target=work, args=(100 + n * 25,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong and len(drive.transport.requests) == 200


def test_a_client_is_shared_between_tasks() -> None:
    drive = Drive("async")
    client = drive.client(lambda request: ok({**THING, "id": request.url.rpartition("/")[2]}))

    async def main() -> list[Any]:
        calls = [client.parsed_response(client.things.get, str(n)) for n in range(64)]
        return list(await asyncio.gather(*calls))

    replies = asyncio.run(main())
    assert [(r.value.id, r.url.rpartition("/")[2]) for r in replies] == [
        (str(n),) * 2 for n in range(64)
    ]


def test_the_pool_is_made_once_by_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    from fakepkg._client import Fake
    from fakepkg._core import httpx_transport

    made: list[Any] = []

    class Slow:
        def __init__(self, client: Any) -> None:
            time.sleep(0.01)
            made.append(self)

    monkeypatch.setattr(httpx_transport, "HttpxTransport", Slow)
    pool = Fake(api_token="t")._config.pool
    threads = [threading.Thread(target=pool.get) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_cancelling_a_call_is_no_error_of_ours() -> None:
    drive = Drive("async")
    client = drive.client([])

    async def forever(request: Request) -> Any:
        await asyncio.sleep(60)

    async def main() -> None:
        drive.transport.asend = forever  # type: ignore[method-assign]
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.things.get("1"), 0.01)

    asyncio.run(main())


def test_an_exchange_shows_nothing_of_its_request(drive: Drive) -> None:
    shown: list[str] = []
    client = drive.client([ok(THING)], before_request=lambda request: shown.append(repr(request)))
    drive(client.things.get("1", options={"query": {"q": "hidden"}}))
    assert shown == ["<Request GET https://api.example/v4/accounts/acc/things/1>"]
    assert Call.__repr__ is not object.__repr__
