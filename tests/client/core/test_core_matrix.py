"""Features in pairs, against a server that answers with raw bytes: sync, async, and over aiohttp.

Every reason for a second attempt meets every way of reading, so that nothing of one attempt can
reach the next.
"""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from core_server import Behaviour, Server, Visit, dead, half, not_http
from core_ways import BODIES, WAYS, Changing, Runner, Way, operation, read
from fakepkg import errors
from fakepkg._client import Fake


def answer(media_type: str) -> Behaviour:
    suffix = "; charset=latin-1" if media_type == "text/plain" else ""
    return lambda visit: visit.answer(
        200, BODIES[media_type], f"Content-Type: {media_type}{suffix}"
    )


def status(code: int, *headers: str) -> Behaviour:
    return lambda visit: visit.answer(code, b'{"message": "no"}', *headers)


REASONS: dict[str, Behaviour] = {
    "429": status(429),
    "503": status(503, "Retry-After: 0"),
    "500 in text": lambda visit: visit.answer(500, b"sorry", "Content-Type: text/plain"),
    "redirect": status(307, "Location: /y"),
    "reset": dead,
    "half": half,
    "no HTTP": not_http,
}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("reason", REASONS)
def test_a_second_attempt_reads_as_the_first_would(runner: Runner, way: Way, reason: str) -> None:
    with Server(REASONS[reason], answer(way.media_type)) as server:
        made = operation(way.media_type, way.kind)
        if reason == "half" and way.is_open:  # its head is there, and the rest is the caller's
            with pytest.raises(errors.APIConnectionError):
                runner.run(server.url, lambda client: read(client, way, made))
            return
        value = runner.run(server.url, lambda client: read(client, way, made))
        assert value == way.expected
        assert [visit.target for visit in server.visits] == [
            "/x",
            "/y" if reason == "redirect" else "/x",
        ]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("reason", [name for name in REASONS if name != "redirect"])
def test_a_request_that_may_have_been_processed_is_sent_once(
    runner: Runner, way: Way, reason: str
) -> None:
    with Server(REASONS[reason], answer(way.media_type)) as server:
        made = operation(way.media_type, way.kind, "POST")

        def use(client: Any) -> Any:
            return read(client, way, made, body={"a": 1})

        if reason == "429":  # refused before it was processed
            assert runner.run(server.url, use) == way.expected
            assert [visit.body for visit in server.visits] == [b'{"a":1}'] * 2
            return
        with pytest.raises(errors.APIError) as caught:
            runner.run(server.url, use)
        assert len(server.visits) == caught.value.attempts == 1
        if isinstance(caught.value, errors.APIConnectionError):
            assert caught.value.sent and caught.value.kind in ("read", "protocol")


def test_a_request_that_met_no_server_is_sent_again(runner: Runner) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    made = operation("application/json", "json", "POST")
    with pytest.raises(errors.APIConnectionError) as caught:
        runner.run(url, lambda client: client.things._call(made, body={}))
    error = caught.value
    assert (error.sent, error.kind, error.attempts) == (False, "connect", 3)
    assert error.host == url.removeprefix("http://")
    assert f"[POST {error.host}/x, 3 attempts]" in str(error)


@pytest.mark.parametrize(("real", "word"), [(90, "shrunk"), (110, "grown")])
@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_a_file_that_changes_while_it_is_sent_is_no_reason_to_send_again(
    runner: Runner, real: int, word: str, method: str
) -> None:
    with Server(answer("application/json")) as server:
        made = operation("application/json", "json", method, body="bytes")
        with pytest.raises(errors.ArgumentError, match=word):
            runner.run(
                server.url, lambda client: client.things._call(made, content=Changing(100, real))
            )
        assert len(server.visits) <= 1


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_call_as_a_whole_has_a_deadline(runner: Runner, way: Way) -> None:
    stop = threading.Event()

    def drip(visit: Visit) -> None:
        """Never ends, and never lets a read time out."""
        visit.send(f"HTTP/1.1 200 X\r\nContent-Type: {way.media_type}\r\n\r\n".encode())
        while not stop.wait(0.02):
            visit.send(b" ")

    with Server(drip) as server:
        made = operation(way.media_type, way.kind)
        begun = time.monotonic()
        with pytest.raises(errors.APITimeoutError) as caught:
            runner.run(server.url, lambda client: read(client, way, made), deadline=0.15)
        stop.set()
        assert time.monotonic() - begun < 5
        error = caught.value
        assert (error.kind, error.phase, error.seconds) == ("deadline", "deadline", 0.15)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_pause_that_outlasts_the_deadline_is_reported_as_such(runner: Runner, way: Way) -> None:
    def begin(visit: Visit) -> None:
        """Sends a piece, then nothing."""
        visit.send(f"HTTP/1.1 200 X\r\nContent-Type: {way.media_type}\r\n\r\n ".encode())

    with Server(begin) as server:
        made = operation(way.media_type, way.kind)
        with pytest.raises(errors.APITimeoutError, match="`deadline` has passed") as caught:
            runner.run(server.url, lambda client: read(client, way, made), deadline=0.15)
        error = caught.value
        assert (error.kind, error.phase, error.seconds) == ("deadline", "deadline", 0.15)


def test_a_deadline_ends_waiting_and_repeating(runner: Runner) -> None:
    with Server(status(503, "Retry-After: 60")) as server:
        made = operation("application/json", "json")
        with pytest.raises(errors.InternalServerError) as caught:
            runner.run(server.url, lambda client: client.things._call(made), deadline=1)
        assert caught.value.attempts == 1 and caught.value.retry_after == 60


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_the_size_of_a_body_has_a_limit(runner: Runner, way: Way) -> None:
    with Server(answer(way.media_type)) as server:
        made = operation(way.media_type, way.kind)
        with pytest.raises(errors.APIResponseValidationError, match="max_response_bytes"):
            runner.run(server.url, lambda client: read(client, way, made), max_response_bytes=3)
        value = runner.run(
            server.url, lambda client: read(client, way, made), max_response_bytes=5000, deadline=60
        )
        assert value == way.expected


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_hook_that_raises_leaves_no_connection_open(runner: Runner, way: Way) -> None:
    closed = threading.Event()

    def watch(visit: Visit) -> None:
        visit.send(f"HTTP/1.1 200 X\r\nContent-Type: {way.media_type}\r\n\r\n".encode())
        if not way.is_open:
            visit.connection.close()
            closed.set()
            return
        visit.connection.settimeout(60)
        if visit.connection.recv(1) == b"":
            closed.set()

    def boom(*_: Any) -> None:
        raise ZeroDivisionError

    with Server(watch) as server:
        made = operation(way.media_type, way.kind)
        with pytest.raises(ZeroDivisionError):
            runner.run(server.url, lambda client: read(client, way, made), after_response=boom)
        assert closed.wait(60)


def test_a_download_is_saved_whole_or_not_at_all(runner: Runner, tmp_path: Path) -> None:
    target = tmp_path / "file.bin"
    target.write_bytes(b"old")
    made = operation("application/octet-stream", "bytes")

    def save(client: Any) -> Any:
        def sync() -> int:
            with client.streamed_response(client.things._call, made) as response:
                return int(response.save(target))

        async def wait() -> int:
            async with await client.streamed_response(client.things._call, made) as response:
                return int(await response.save(target))

        return sync() if isinstance(client, Fake) else wait()

    with Server(half) as server, pytest.raises(errors.APIConnectionError):
        runner.run(server.url, save, max_retries=0)
    assert target.read_bytes() == b"old" and os.listdir(tmp_path) == ["file.bin"]
    with Server(answer("application/octet-stream")) as server:
        assert runner.run(server.url, save) == 1000
    assert target.read_bytes() == BODIES["application/octet-stream"]


CONTENT = [
    # kind, documented, media type of the response, body, result
    ("bytes", "*/*", "application/json", b'{"a": 1}', b'{"a": 1}'),
    ("bytes", "application/pdf", "text/html", b"<p>", b"<p>"),
    ("bytes", "application/pdf", "", b"", b""),
    ("text", "text/csv", "text/csv; charset=utf-16", "ä,b".encode("utf-16"), "ä,b"),
    ("text", "text/csv", "text/csv; charset=none-such", b"\xff", "\ufffd"),
    ("text", "text/csv", "application/json", b"1", "1"),
]


@pytest.mark.parametrize(("kind", "documented", "media_type", "body", "expected"), CONTENT)
def test_what_the_method_promises_decides_how_a_body_is_read(
    runner: Runner, kind: str, documented: str, media_type: str, body: bytes, expected: Any
) -> None:
    fields = [f"Content-Type: {media_type}"] if media_type else []
    with Server(lambda visit: visit.answer(200, body, *fields)) as server:
        made = operation(documented, kind)
        assert runner.run(server.url, lambda client: client.things._call(made)) == expected
        assert server.visits[0].headers["accept"] == documented


@pytest.mark.parametrize(
    ("media", "body", "expected"),
    [
        ({"application/json": "json", "image/*": "bytes"}, b'{"a": 1}', {"a": 1}),
        ({"application/json": "json", "image/*": "bytes"}, b"\xff\xd8", b"\xff\xd8"),
        ({"application/json": "json"}, b"\xff\xd8", None),
    ],
)
def test_without_a_media_type_what_is_no_json_is_bytes_where_these_are_promised(
    runner: Runner, media: Any, body: bytes, expected: Any
) -> None:
    made = operation("", "", media=media)
    with Server(lambda visit: visit.answer(200, body)) as server:
        if expected is None:
            with pytest.raises(errors.APIResponseValidationError, match="without a media type"):
                runner.run(server.url, lambda client: client.things._call(made))
            return
        assert runner.run(server.url, lambda client: client.things._call(made)) == expected


@pytest.mark.parametrize(
    ("method", "code", "is_none"),
    [("DELETE", 200, True), ("POST", 200, True), ("GET", 204, True), ("GET", 200, False)],
)
def test_an_empty_body_is_no_result_or_an_error(
    runner: Runner, method: str, code: int, is_none: bool
) -> None:
    with Server(lambda visit: visit.answer(code, b"")) as server:
        made = operation("application/json", "json", method)
        if is_none:
            assert runner.run(server.url, lambda client: client.things._call(made)) is None
            return
        with pytest.raises(errors.APIResponseValidationError, match=r"Expected application/json"):
            runner.run(server.url, lambda client: client.things._call(made))


def test_data_that_looks_like_a_failure_is_data_where_the_operation_hands_data_on(
    runner: Runner,
) -> None:
    body = b'{"success": false}'
    with Server(lambda visit: visit.answer(200, body)) as server:
        made = operation("application/json", "json")
        with pytest.raises(errors.APIStatusError):
            runner.run(server.url, lambda client: client.things._call(made))
        made = operation("application/json", "json", enveloped=False)
        assert runner.run(server.url, lambda client: client.things._call(made)) == json.loads(body)


@pytest.fixture
def two_answers() -> Iterator[Server]:
    with Server(answer("application/json")) as server:
        yield server


def test_credentials_of_a_copy_and_default_query(runner: Runner, two_answers: Server) -> None:
    made = operation("application/json", "json")

    def use(client: Any) -> Any:
        other = client.with_options(default_query={"v": 2}).with_credentials(api_token="other-tok")

        async def wait() -> None:
            await other.things._call(made, query={"v": None, "w": 1})
            await other.close()
            await client.things._call(made)

        if not isinstance(client, Fake):
            return wait()
        other.things._call(made, query={"v": None, "w": 1})
        other.close()
        return client.things._call(made)

    runner.run(two_answers.url, use)
    first, second = two_answers.visits
    assert first.target == "/x?v=2&w=1" and first.headers["authorization"] == "Bearer other-tok"
    assert second.target == "/x" and second.headers["authorization"] == "Bearer t0ken-value"
    assert first.connection is second.connection, "a copy shares connections and keeps them open"


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_body_that_is_cut_off_is_a_broken_connection(
    runner: Runner, way: Way, chunked: bool
) -> None:
    def cut(visit: Visit) -> None:
        length = "Transfer-Encoding: chunked" if chunked else "Content-Length: 500"
        piece = b"1\r\n \r\n" if chunked else b" "
        head = f"HTTP/1.1 200 X\r\nContent-Type: {way.media_type}\r\n{length}\r\n\r\n"
        visit.send(head.encode() + piece)
        visit.hang_up()

    with Server(cut) as server:
        made = operation(way.media_type, way.kind, "POST")
        with pytest.raises(errors.APIConnectionError, match="The connection broke") as caught:
            runner.run(server.url, lambda client: read(client, way, made))
        assert caught.value.kind == "read" and caught.value.sent


def test_a_server_that_hangs_up_is_no_server_of_another_protocol(runner: Runner) -> None:
    with Server(lambda visit: visit.hang_up()) as server:
        made = operation("application/json", "json", "POST")
        with pytest.raises(errors.APIConnectionError, match="The connection broke"):
            runner.run(server.url, lambda client: client.things._call(made))
