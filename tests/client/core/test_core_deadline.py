"""Servers that send or read without an end: a call ends at its deadline, or at a limit of size."""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from core_server import Server, Visit
from core_ways import WAYS, Runner, operation, read
from fakepkg import errors
from fakepkg._client import Fake

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n"
SSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
LINES = b"HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\n\r\n"
PIECES: dict[str, tuple[bytes, bytes]] = {
    "interim responses": (b"", b"HTTP/1.1 103 P\r\nLink: </a>\r\n\r\n"),
    "a head": (OK + b"X: ", b"a"),
    "a status line": (b"HTTP/1.1 200 ", b"a"),
    "chunks of one byte": (CHUNKED + b"\r\n", b"1\r\n \r\n"),
    "a chunk extension": (CHUNKED + b"\r\n1;", b"a"),
    "trailers": (CHUNKED + b"\r\n2\r\n{}\r\n0\r\n", b"X-T: a\r\n"),
    "no length": (OK + b"\r\n", b" "),
    "an error": (b"HTTP/1.1 400 X\r\n\r\n", b" "),
    "a line of an event": (SSE + b"data: ", b"a"),
    "comments between events": (SSE, b":\n"),
    "a line of NDJSON": (LINES + b'"', b"a"),
}
BY_NAME = {way.name: way for way in WAYS}
MODES = pytest.mark.parametrize("mode", ["sync", "async", "aiohttp"])
DEADLINE = 0.2


def drip(head: bytes, piece: bytes, pause: float = 0.01) -> Callable[[Visit], None]:
    def behave(visit: Visit) -> None:
        visit.send(head)
        while True:
            visit.send(piece)
            time.sleep(pause)

    return behave


def bomb(visit: Visit) -> None:
    packer = zlib.compressobj()
    visit.send(OK + b"Content-Encoding: deflate\r\n\r\n")
    while True:
        visit.send(packer.compress(b" " * (1 << 18)) + packer.flush(zlib.Z_SYNC_FLUSH))


def fail(mode: str, name: str, behave: Callable[[Visit], None], **options: Any) -> errors.Error:
    """The error of a call to such a server, which a guard closes if nothing else ends the call."""
    names = {SSE: "events", LINES: "lines"}
    head = PIECES.get(name, (b"", b""))[0]
    way = BY_NAME[next((names[key] for key in names if head.startswith(key)), "value")]
    made = operation(way.media_type, way.kind)
    with Server(behave) as server:
        guard = threading.Timer(20, server.close)
        guard.start()
        try:
            with pytest.raises(errors.Error) as caught:
                Runner(mode).run(
                    server.url, lambda client: read(client, way, made), max_retries=0, **options
                )
        finally:
            guard.cancel()
    return caught.value


@MODES
@pytest.mark.parametrize("name", PIECES)
def test_a_deadline_ends_what_a_server_sends_byte_by_byte(mode: str, name: str) -> None:
    error = fail(mode, name, drip(*PIECES[name]), deadline=DEADLINE)
    assert isinstance(error, errors.APITimeoutError)
    assert (error.kind, error.phase, error.seconds) == ("deadline", "deadline", DEADLINE)


@MODES
def test_a_limit_ends_interim_responses_without_a_deadline(mode: str) -> None:
    piece = b"HTTP/1.1 102 P\r\nX: " + b"a" * 200 + b"\r\n\r\n"
    error = fail(mode, "flood", drip(b"", piece * 20, 0))
    assert isinstance(error, errors.APIConnectionError) and error.kind == "protocol"
    assert "interim responses (1xx)" in str(error)


@MODES
def test_a_few_interim_responses_are_skipped(mode: str) -> None:
    def behave(visit: Visit) -> None:
        visit.send(b"HTTP/1.1 103 P\r\n\r\n" * 20)
        visit.answer(200, b"[1]", "Content-Type: application/json")

    way = BY_NAME["value"]
    made = operation(way.media_type, way.kind)
    with Server(behave) as server:
        for options in ({}, {"deadline": 60.0}):
            assert Runner(mode).run(server.url, lambda c: read(c, way, made), **options) == [1]


@MODES
def test_a_header_of_a_megabyte_is_refused(mode: str) -> None:
    def behave(visit: Visit) -> None:
        visit.answer(200, b"{}", "Link: <" + "a" * (1 << 20) + ">; rel=next")

    error = fail(mode, "link", behave)
    assert isinstance(error, errors.APIConnectionError) and error.kind == "protocol"


@MODES
@pytest.mark.parametrize("name", ["a bomb", "no length", "a line of an event", "a line of NDJSON"])
def test_a_size_ends_a_body(mode: str, name: str) -> None:
    head, piece = PIECES.get(name, (b"", b""))
    behave = bomb if name == "a bomb" else drip(head, piece * 5000, 0)
    error = fail(mode, name, behave, max_response_bytes=100_000)
    assert isinstance(error, errors.APIResponseValidationError)
    assert "`max_response_bytes` (100000)" in str(error)


@MODES
def test_a_deadline_ends_a_bomb(mode: str) -> None:
    assert getattr(fail(mode, "", bomb, deadline=DEADLINE), "kind", "") == "deadline"


class _SlowReader(Server):
    """Reads a byte now and then."""

    def _serve(self, connection: Any) -> None:
        try:
            while connection.recv(1):
                time.sleep(0.01)
        except OSError:
            return


@MODES
@pytest.mark.parametrize("kind", ["whole", "pieces"])
def test_a_deadline_ends_an_upload_to_a_slow_reader(mode: str, kind: str) -> None:
    size = 1 << 25

    class Pieces:
        def __iter__(self) -> Iterator[bytes]:
            return iter([b"x" * 1000] * (size // 1000))

    made = operation("application/json", "json", "POST", body="bytes")
    body: Any = b"x" * size if kind == "whole" else Pieces()
    with _SlowReader() as server:
        guard = threading.Timer(20, server.close)
        guard.start()
        with pytest.raises(errors.APITimeoutError) as caught:
            Runner(mode).run(
                server.url,
                lambda client: client.things._call(made, content=body),
                max_retries=0,
                deadline=DEADLINE,
            )
        guard.cancel()
    assert (caught.value.kind, caught.value.seconds) == ("deadline", DEADLINE)


def test_a_deadline_holds_on_a_connection_that_another_user_opened() -> None:
    def first(visit: Visit) -> None:
        visit.answer(200, b"[1]", "Content-Type: application/json")

    made = operation("application/json", "json")
    with Server(first, first, drip(*PIECES["a head"])) as server, httpx.Client() as shared:
        assert shared.get(server.url).json() == [1]
        client = Fake(api_token="t", account_id="a", base_url=server.url, http_client=shared)
        assert client.things._call(made) == [1]
        with pytest.raises(errors.APITimeoutError) as caught:
            client.things._call(made, options={"deadline": DEADLINE, "max_retries": 0})
        assert caught.value.kind == "deadline"
        assert len(shared._transport._pool.connections) <= 1  # type: ignore[attr-defined]
