"""HTTP/2 in pairs: every reason for a second attempt meets every way of reading, sync and async."""

from __future__ import annotations

import asyncio
import logging
import random
import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from core_http2 import INTERNAL, REFUSED, Behaviour, H2Server, Stream
from core_ways import BODIES, WAYS, Changing, Way, adrain, drain, operation, read
from fakepkg import errors
from fakepkg._client import AsyncFake, Fake
from fakepkg._core.httpx_transport import get_tls_context

DATA, HEADERS, WINDOW_UPDATE = 0, 1, 8
ROUNDS = 8
SOME = [way for way in WAYS if way.name in ("value", "events", "raw", "pieces")]


def answer(media_type: str) -> Behaviour:
    suffix = "; charset=latin-1" if media_type == "text/plain" else ""
    return lambda stream: stream.answer(
        200, BODIES[media_type], f"Content-Type: {media_type}{suffix}"
    )


def status(code: int, *fields: str) -> Behaviour:
    return lambda stream: stream.answer(code, b'{"message": "no"}', *fields)


def go_away(stream: Stream) -> None:
    stream.go_away(0)
    stream.hang_up()


def refused_frame(stream: Stream) -> None:
    """A frame that h2 does not take: no window grows by nothing."""
    stream.frame(WINDOW_UPDATE, bytes(4))


def garbage(stream: Stream) -> None:
    stream.frame(HEADERS, b"\xff" * 40, flags=4)


# What comes before the head of a response.
EARLY: dict[str, Behaviour] = {
    "429": status(429),
    "503": status(503, "Retry-After: 0"),
    "redirect": status(307, "Location: /y"),
    "refused": lambda stream: stream.reset(REFUSED),
    "reset": lambda stream: stream.reset(INTERNAL),
    "going away": go_away,
    "frame that h2 refuses": refused_frame,
    "garbage": garbage,
    "data before the head": lambda stream: stream.frame(DATA, b"x"),
    "hanging up": Stream.hang_up,
}
# What comes after the head and half of the body.
LATE: dict[str, Behaviour] = {
    "refused": lambda stream: stream.reset(REFUSED),
    "reset": lambda stream: stream.reset(INTERNAL),
    "going away": go_away,
    "frame that h2 refuses": refused_frame,
    "data of nobody": lambda stream: stream.frame(DATA, b"x", stream=stream.id + 2),
    "garbage": garbage,
    "too short": lambda stream: stream.data(b"", end=True),
    "too long": lambda stream: stream.data(b"x" * 9999, end=True),
    "hanging up": Stream.hang_up,
}


def half(media_type: str, then: Behaviour) -> Behaviour:
    def behave(stream: Stream) -> None:
        body, suffix = BODIES[media_type], "; charset=latin-1" if media_type == "text/plain" else ""
        kind = f"Content-Type: {media_type}{suffix}"
        stream.head(200, kind, f"Content-Length: {len(body)}")
        stream.data(body[: len(body) // 2])
        then(stream)

    return behave


class Runner:
    """Drives one of the two clients with an httpx client that speaks HTTP/2."""

    def __init__(self, mode: str) -> None:
        self.mode = mode

    def run(self, url: str, use: Callable[[Any], Any], **options: Any) -> Any:
        options = {"api_token": "t0ken-value", "account_id": "a", "base_url": url, **options}
        if self.mode == "sync":
            with httpx.Client(http1=False, http2=True, verify=get_tls_context()) as sender:
                return drain(use(Fake(http_client=sender, **options)))

        async def main() -> Any:
            async with httpx.AsyncClient(
                http1=False, http2=True, verify=get_tls_context()
            ) as sender:
                return await adrain(use(AsyncFake(http_client=sender, **options)))

        return asyncio.run(main())


@pytest.fixture(params=["sync", "async"])
def runner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Runner:
    monkeypatch.setattr("fakepkg._core.retry.choose_backoff", lambda _: 0.0)
    return Runner(request.param)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("reason", EARLY)
def test_a_second_attempt_reads_as_the_first_would(runner: Runner, way: Way, reason: str) -> None:
    with H2Server(EARLY[reason], answer(way.media_type)) as server:
        made = operation(way.media_type, way.kind)
        assert runner.run(server.url, lambda client: read(client, way, made)) == way.expected
        last = "/y" if reason == "redirect" else "/x"
        assert [visit.target for visit in server.visits] == ["/x", last]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("reason", LATE)
def test_half_a_response_is_read_again_or_is_an_error(
    runner: Runner, way: Way, reason: str
) -> None:
    with H2Server(half(way.media_type, LATE[reason]), answer(way.media_type)) as server:
        made = operation(way.media_type, way.kind)
        failure, value = None, None
        try:
            value = runner.run(server.url, lambda client: read(client, way, made))
        except errors.APIConnectionError as error:
            failure = error
        if failure is None:  # also where the failure came together with the head
            assert value == way.expected and len(server.visits) == 2
        else:
            assert way.is_open, "where the client reads the body, it repeats the request"
            assert failure.kind in ("read", "protocol") and len(server.visits) == 1


@pytest.mark.parametrize("way", SOME, ids=lambda way: way.name)
@pytest.mark.parametrize("reason", [*EARLY, *(f"late {name}" for name in LATE)])
def test_a_request_that_may_have_been_processed_is_sent_once(
    runner: Runner, way: Way, reason: str
) -> None:
    behaviour = EARLY.get(reason) or half(way.media_type, LATE[reason.removeprefix("late ")])
    with H2Server(behaviour, answer(way.media_type)) as server:
        made = operation(way.media_type, way.kind, "POST")

        def use(client: Any) -> Any:
            return read(client, way, made, body={"a": 1})

        if reason == "429":
            assert runner.run(server.url, use) == way.expected
            assert [visit.body for visit in server.visits] == [b'{"a":1}'] * 2
            return
        with pytest.raises(errors.APIError) as caught:
            runner.run(server.url, use)
        assert len(server.visits) == caught.value.attempts == 1
        if isinstance(caught.value, errors.APIConnectionError):
            assert caught.value.sent and caught.value.kind in ("read", "protocol")


@pytest.mark.parametrize(("real", "word"), [(90, "shrunk"), (110, "grown")])
@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_a_file_that_changes_while_it_is_sent_is_no_reason_to_send_again(
    runner: Runner, real: int, word: str, method: str
) -> None:
    with H2Server(answer("application/json")) as server:
        made = operation("application/json", "json", method, body="bytes")
        file = Changing(100, real)
        with pytest.raises(errors.ArgumentError, match=word):
            runner.run(server.url, lambda client: client.things._call(made, content=file))
        assert not server.visits, "no request became complete"


def test_a_large_body_waits_for_the_window_of_the_server(runner: Runner) -> None:
    body = b"x" * 300_000
    with H2Server(status(503), answer("application/json")) as server:
        made = operation("application/json", "json", "PUT", body="bytes")
        assert runner.run(server.url, lambda client: client.things._call(made, content=body)) == {
            "n": 1
        }
        assert [visit.body for visit in server.visits] == [body] * 2


def test_a_deadline_ends_a_response_that_never_does(runner: Runner) -> None:
    stop = threading.Event()

    def drip(stream: Stream) -> None:
        stream.head(200, "Content-Type: application/json")
        while not stop.wait(0.02):
            stream.data(b" ")

    with H2Server(drip) as server:
        made = operation("application/json", "json")
        with pytest.raises(errors.APITimeoutError) as caught:
            runner.run(server.url, lambda client: client.things._call(made), deadline=0.15)
        stop.set()
        assert (caught.value.kind, len(server.visits)) == ("deadline", 1)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_whatever_frames_come_the_errors_are_ours(runner: Runner, method: str) -> None:
    dice = random.Random(method)

    def behave(stream: Stream) -> None:
        if dice.random() < 0.5:
            stream.head(200, "Content-Type: application/json")
        for _ in range(dice.randrange(1, 4)):
            number = dice.choice([0, stream.id, stream.id + 1, stream.id + 2])
            payload = dice.randbytes(dice.choice([0, 1, 4, 5, 8, 30]))
            stream.frame(dice.randrange(12), payload, flags=dice.randrange(64), stream=number)
        stream.hang_up()

    made = operation("application/json", "json", method)
    for _ in range(ROUNDS):
        with H2Server(behave) as server:
            with pytest.raises(errors.APIError) as caught:
                runner.run(server.url, lambda client: client.things._call(made, body={}))
            assert method == "GET" or len(server.visits) == caught.value.attempts == 1


def test_the_logs_below_httpx_show_no_secret(
    runner: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    made = operation("application/json", "json")

    def respond(stream: Stream) -> None:
        stream.answer(
            200,
            b"{}",
            "Content-Type: application/json",
            "Set-Cookie: session=k00kie-value",
            "X-Trace: seen",
        )

    with H2Server(respond, respond) as server, caplog.at_level(logging.DEBUG):
        for _ in range(2):  # the second time by numbers from a table
            runner.run(server.url, lambda client: client.things._call(made))
    sender = [record for record in caplog.records if record.name.split(".")[0] == "hpack"]
    assert sender, "hpack logs nothing: the test is of no use"
    # The server of the test logs by hpack too, in another thread; its fields are masked as well.
    for secret in ("t0ken-value", "k00kie-value"):
        assert secret not in caplog.text
    assert "x-trace" in caplog.text and "seen" in caplog.text
    assert "receive_response_headers" in caplog.text


def test_streams_that_are_left_do_not_count(runner: Runner) -> None:
    """A server allows a hundred at a time; httpx alone tells it of none that has been left."""
    made = operation("text/event-stream", "events")
    number = 105

    def begin(stream: Stream) -> None:
        stream.head(200, "Content-Type: text/event-stream")
        stream.data(b"data: 1\n\n")

    def use(client: Any) -> Any:
        async def wait() -> int:
            for _ in range(number):
                async with await client.things._stream(made) as stream:
                    assert await anext(stream) == 1
            return count_open(client)

        if not isinstance(client, Fake):
            return wait()
        for _ in range(number):
            with client.things._stream(made) as stream:
                assert next(stream) == 1
        return count_open(client)

    with H2Server(begin) as server:
        assert runner.run(server.url, use) == 0
        assert len(server.visits) == number


def count_open(client: Any) -> int:
    """How many streams the one connection of a client counts as open."""
    (connection,) = client._config.pool.get()._client._transport._pool.connections
    return int(connection._connection._h2_state.open_outbound_streams)


def test_tasks_that_are_cancelled_leave_no_stream_open() -> None:
    begun = threading.Semaphore(0)
    made = operation("application/json", "json")

    async def main(url: str) -> int:
        async with httpx.AsyncClient(http1=False, http2=True, verify=get_tls_context()) as sender:
            client = AsyncFake(http_client=sender, api_token="t", account_id="a", base_url=url)
            for _ in range(3):
                task = asyncio.create_task(client.things._call(made))
                await asyncio.to_thread(begun.acquire)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            return count_open(client)

    with H2Server(lambda _: begun.release()) as server:
        assert asyncio.run(main(server.url)) == 0
