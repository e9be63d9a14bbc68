"""Responses of real servers, as users of other clients reported them: one table for all three clients."""

from __future__ import annotations

import gzip
import math
import zlib
from typing import Any

import pytest
from core_server import Server, Visit
from core_ways import Runner, operation
from fakepkg import errors

JSON, SSE = "Content-Type: application/json", "Content-Type: text/event-stream"
ONE = b'{"n": 1}'
CLOSE = b""


def head(*fields: str, status: str = "200 OK") -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", *fields, "", "")).encode("latin-1")


def whole(body: bytes = ONE, *fields: str, status: str = "200 OK", kind: str = JSON) -> bytes:
    return head(kind, *fields, f"Content-Length: {len(body)}", status=status) + body


def chunked(*pieces: bytes, kind: str = SSE, end: bytes = b"0\r\n\r\n") -> bytes:
    body = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return head(kind, "Transfer-Encoding: chunked") + body + end


def packed(body: bytes, coding: str, **rest: Any) -> bytes:
    return whole(body, f"Content-Encoding: {coding}", **rest)


def deflated(body: bytes) -> bytes:
    raw = zlib.compressobj(wbits=-15)
    return raw.compress(body) + raw.flush()


VALUES: dict[str, tuple[bytes, Any]] = {
    "100 before the response": (head(status="100 Continue") + whole(), {"n": 1}),
    "103 before the response": (
        head("Link: </a>", status="103 Early Hints") + whole(),
        {"n": 1},
    ),
    "no length": (head(JSON) + ONE + CLOSE, {"n": 1}),
    "HTTP/1.0": (b"HTTP/1.0 200 OK\r\n" + JSON.encode() + b"\r\n\r\n" + ONE + CLOSE, {"n": 1}),
    "no reason phrase": (b"HTTP/1.1 200\r\nContent-Length: 8\r\n\r\n" + ONE, {"n": 1}),
    "bare line feeds": (b"HTTP/1.1 200 OK\nContent-Length: 8\n\n" + ONE, {"n": 1}),
    "folded header": (whole(ONE, "X-A: b\r\n c"), {"n": 1}),
    "header beyond ASCII": (whole(ONE, "X-A: caf\xe9"), {"n": 1}),
    "large header": (whole(ONE, "X-A: " + "a" * 60_000), {"n": 1}),
    "odd cookies": (whole(ONE, "Set-Cookie: ;;;=", "Set-Cookie: a=b; expires=x"), {"n": 1}),
    "trailers": (chunked(ONE, kind=JSON, end=b"0\r\nX-T: 1\r\n\r\n"), {"n": 1}),
    "status 299": (whole(status="299 X"), {"n": 1}),
    "no media type": (whole(kind="X-A: b"), {"n": 1}),
    "empty media type": (whole(kind="Content-Type: "), {"n": 1}),
    "garbled media type": (whole(kind="Content-Type: ;;;/"), {"n": 1}),
    "unknown charset": (whole(kind=JSON + "; charset=foo"), {"n": 1}),
    "charset Latin-1": (
        whole('{"é": 1}'.encode("latin-1"), kind=JSON + "; charset=latin1"),
        {"é": 1},
    ),
    "byte order mark": (whole(b"\xef\xbb\xbf" + ONE), {"n": 1}),
    "UTF-16": (whole('{"n": 1}'.encode("utf-16")), {"n": 1}),
    "gzip": (packed(gzip.compress(ONE), "gzip"), {"n": 1}),
    "two members of gzip": (
        packed(gzip.compress(ONE[:4]) + gzip.compress(ONE[4:]), "gzip"),
        {"n": 1},
    ),
    "gzip twice": (packed(gzip.compress(gzip.compress(ONE)), "gzip, gzip"), {"n": 1}),
    "deflate with a head": (packed(zlib.compress(ONE), "deflate"), {"n": 1}),
    "deflate without": (packed(deflated(ONE), "deflate"), {"n": 1}),
    "identity": (packed(ONE, "identity"), {"n": 1}),
    "a name twice": (whole(b'{"n": 1, "n": 2}'), {"n": 2}),
    "large integer": (
        whole(b'{"n": 123456789012345678901234567890}'),
        {"n": 123456789012345678901234567890},
    ),
    "infinity": (
        whole(b'{"n": [Infinity, -Infinity, 1e400]}'),
        {"n": [math.inf, -math.inf, math.inf]},
    ),
    "lone surrogate": (whole(b'{"n": "\\ud800"}'), {"n": "\ud800"}),
    "null": (whole(b"null"), None),
}

REFUSALS: dict[str, tuple[bytes, type[Exception], str]] = {
    "broken gzip with an error": (
        packed(b"no gzip", "gzip", status="400 X"),
        errors.BadRequestError,
        "400 Bad Request",
    ),
    "unknown coding with an error": (
        packed(b"\x8b\x03", "br", status="404 X"),
        errors.NotFoundError,
        "404",
    ),
    "gzip with an error": (
        packed(gzip.compress(b'{"message": "why"}'), "gzip", status="400 X"),
        errors.BadRequestError,
        "why",
    ),
    "half a body with an error": (
        head(JSON, "Content-Length: 50", status="401 X") + b'{"mess' + CLOSE,
        errors.AuthenticationError,
        "401",
    ),
    "errors in a list": (
        whole(b'[{"error": {"message": "quota"}}]', status="400 X"),
        errors.BadRequestError,
        "Request: quota",
    ),
    "text of an error": (whole(b'"why"', status="400 X"), errors.BadRequestError, "why"),
    "null of an error": (whole(b"null", status="400 X"), errors.BadRequestError, "400"),
    "not modified": (head(status="304 Not Modified"), errors.APIStatusError, "304"),
    "redirect to nowhere": (whole(b"", status="302 X"), errors.APIStatusError, "redirect"),
    "redirect to a bad URL": (
        whole(b"", "Location: http://[::1", status="302 X"),
        errors.APIStatusError,
        "redirect",
    ),
    "redirect to a script": (
        whole(b"", "Location: javascript:x()", status="302 X"),
        errors.APIStatusError,
        "redirect",
    ),
    "another protocol": (
        head("Upgrade: x", "Connection: upgrade", status="101 X"),
        errors.APIConnectionError,
        "proper HTTP",
    ),
    "two lengths": (whole(ONE, "Content-Length: 9"), errors.APIConnectionError, "proper HTTP"),
    "half a body": (
        head(JSON, "Content-Length: 50") + ONE + CLOSE,
        errors.APIConnectionError,
        "HTTP|broke",
    ),
    "half a chunked body": (
        chunked(ONE, kind=JSON, end=b"") + CLOSE,
        errors.APIConnectionError,
        "HTTP|broke",
    ),
    "no chunk": (
        head(JSON, "Transfer-Encoding: chunked") + b"zz\r\n",
        errors.APIConnectionError,
        "proper HTTP",
    ),
    "deep nesting": (whole(b"[" * 100_000), errors.APIResponseValidationError, "not JSON"),
    "a page in place of JSON": (
        whole(b"<html>", kind="Content-Type: text/html"),
        errors.APIResponseValidationError,
        "text/html",
    ),
    "nothing": (chunked(kind=JSON), errors.APIResponseValidationError, "empty"),
    "plain text as gzip": (packed(ONE, "gzip"), errors.APIResponseValidationError, "decompressed"),
    "a wait that does not end": (
        whole(b"{}", "Retry-After: 99999999999999999999", status="429 X"),
        errors.RateLimitError,
        "429",
    ),
}


def script(data: bytes) -> Any:
    def behave(visit: Visit) -> None:
        visit.send(data)
        if b"ontent-Length" not in data or b"Content-Length: 50" in data:
            visit.hang_up()

    return behave


@pytest.mark.parametrize("report", VALUES)
def test_what_is_read(runner: Runner, report: str) -> None:
    data, expected = VALUES[report]
    made = operation("application/json", "json")
    with Server(script(data)) as server:
        assert runner.run(server.url, lambda client: client.things._call(made)) == expected
        assert len(server.visits) == 1


@pytest.mark.parametrize("report", REFUSALS)
def test_what_is_refused(runner: Runner, report: str) -> None:
    data, error, text = REFUSALS[report]
    made = operation("application/json", "json", "POST")
    with Server(script(data)) as server, pytest.raises(error, match=text):
        runner.run(server.url, lambda client: client.things._call(made, body={"a": 1}))
    assert len(server.visits) == 1


@pytest.mark.parametrize("wait", ["-5", "soon", "Wed, 21 Oct 2015 07:28:00 GMT", "0.01", "nan", ""])
def test_a_refusal_whose_body_breaks_is_repeated_by_its_status(runner: Runner, wait: str) -> None:
    refusal = (
        head(JSON, "Content-Length: 50", f"Retry-After: {wait}", status="429 X") + b"{" + CLOSE
    )
    made = operation("application/json", "json", "POST")
    with Server(script(refusal), script(whole())) as server:
        value = runner.run(server.url, lambda client: client.things._call(made, body={"a": 1}))
        assert value == {"n": 1} and len(server.visits) == 2


STREAMS: dict[str, tuple[bytes, Any]] = {
    "no events": (chunked(), []),
    "comments only": (chunked(b": a\n\n:\n\n"), []),
    "end mark": (chunked(b"data: 1\n\ndata: [DONE]\n\n", b"data: 2\n\n"), [1]),
    "end mark, open connection": (chunked(b"data: 1\n\ndata: [DONE]\n\n", end=b""), [1]),
    "no empty line at the end": (chunked(b"data: 1\n\ndata: 2"), [1, 2]),
    "no space, CR, mark": (
        chunked(b"\xef\xbb", b"\xbfdata:1\r", b"\ndata:2\r\r", b"data\n\n"),
        ["1\n2"],
    ),
    "characters in two pieces": (chunked(b'data: "\xc3', b'\xa9"\n\n'), ["é"]),
    "half an object": (chunked(b'data: {"n":\n\n'), ['{"n":']),
    "compressed": (packed(gzip.compress(b"data: 1\n\ndata: 2\n\n"), "gzip", kind=SSE), [1, 2]),
    "media type in capitals": (
        chunked(b"data: 1\n\n", kind="Content-Type: TEXT/Event-Stream;x=y"),
        [1],
    ),
    "JSON in place of events": (whole(), [{"n": 1}]),
}


@pytest.mark.parametrize("report", STREAMS)
def test_what_is_streamed(runner: Runner, report: str) -> None:
    data, expected = STREAMS[report]
    made = operation("text/event-stream", "events", "POST")
    with Server(script(data)) as server:
        assert (
            runner.run(server.url, lambda client: client.things._stream(made, body={})) == expected
        )


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_json_sequences_are_streamed(runner: Runner, size: int) -> None:
    text = '\x1e{\n "é": 1\n}\n\x1e2\n'.encode()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    made = operation("application/json-seq", "lines", "POST")
    with Server(script(chunked(*pieces, kind="Content-Type: application/json-seq"))) as server:
        values = runner.run(server.url, lambda client: client.things._stream(made, body={}))
    assert values == [{"é": 1}, 2]
