"""Bodies of responses by tables: how they are compressed, cut into pieces, encoded and what JSON is in them."""

from __future__ import annotations

import gzip
import json
import math
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from core_server import Server, Visit
from core_ways import BODIES, WAYS, Runner, Way, operation, read
from fakepkg import errors
from fakepkg._core.decompression import decompressed, make_decompressor
from fakepkg._core.response_decoding import parse
from fakepkg._core.transport import TransportError


def raw_deflate(body: bytes) -> bytes:
    made = zlib.compressobj(wbits=-15)
    return made.compress(body) + made.flush()


def members(body: bytes) -> bytes:
    half = len(body) // 2
    return gzip.compress(body[:half]) + gzip.compress(body[half:])


CODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "its former name": ("X-GZIP", gzip.compress),
    "two members": ("gzip", members),
    "zeros behind it": ("gzip", lambda body: gzip.compress(body) + bytes(9)),
    "deflate": ("deflate", zlib.compress),
    "deflate without a header": ("deflate", raw_deflate),
    "twice": ("deflate, gzip", lambda body: gzip.compress(zlib.compress(body))),
    "two fields": (
        "deflate\r\nContent-Encoding: gzip",
        lambda body: gzip.compress(zlib.compress(body)),
    ),
    "identity": ("identity", bytes),
    "no coding at all": ("utf-8", bytes),
    "of a storage service": ("aws-chunked", bytes),
    "empty": ("", bytes),
}
FRAMINGS: dict[str, Callable[[bytes], tuple[str, bytes]]] = {
    "length": lambda body: (f"Content-Length: {len(body)}", body),
    "chunks": lambda body: ("Transfer-Encoding: chunked", chunked(body, 7)),
    "end of the connection": lambda body: ("Connection: close", body),
}


def chunked(body: bytes, size: int) -> bytes:
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
        + b"0\r\nX-After: 1\r\n\r\n"
    )


def answer(media_type: str, encoding: str, framing: str, body: bytes) -> Callable[[Visit], None]:
    field, content = FRAMINGS[framing](body)
    suffix = "; charset=latin-1" if media_type == "text/plain" else ""
    head = f"HTTP/1.1 200 X\r\nContent-Type: {media_type}{suffix}\r\nContent-Encoding: {encoding}\r\n{field}"

    def behave(visit: Visit) -> None:
        visit.send(head.encode() + b"\r\n\r\n" + content)
        if field == "Connection: close":
            visit.hang_up()

    return behave


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("coding", CODINGS)
def test_a_compressed_body_is_read_in_every_way(runner: Runner, way: Way, coding: str) -> None:
    encoding, compress = CODINGS[coding]
    behaviours = [
        answer(way.media_type, encoding, framing, compress(BODIES[way.media_type]))
        for framing in FRAMINGS
    ]
    made = operation(way.media_type, way.kind)
    with Server(*behaviours) as server:
        for framing in FRAMINGS:
            value = runner.run(server.url, lambda client: read(client, way, made))
            assert value == way.expected, framing


BROKEN: dict[str, tuple[str, bytes]] = {
    "cut off": ("gzip", gzip.compress(bytes(range(256)))[:-5]),
    "cut off, without its sum": ("gzip", gzip.compress(bytes(range(256)))[:-8]),
    "wrong sum": ("gzip", gzip.compress(b"abc")[:-8] + bytes(8)),
    "second member cut off": ("gzip", gzip.compress(b"abc") + gzip.compress(b"def")[:-9]),
    "no gzip": ("gzip", b"plain"),
    "deflate cut off": ("deflate", zlib.compress(b"abc" * 99)[:-3]),
    "not asked for": ("br", b"plain"),
    "one of them not asked for": ("zstd, gzip", gzip.compress(b"plain")),
}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("failure", BROKEN)
def test_a_body_that_can_not_be_decompressed_is_an_error(
    runner: Runner, way: Way, failure: str
) -> None:
    encoding, body = BROKEN[failure]
    with Server(answer(way.media_type, encoding, "length", body)) as server:
        made = operation(way.media_type, way.kind)
        with pytest.raises(errors.APIResponseValidationError, match="can't be decompressed"):
            runner.run(server.url, lambda client: read(client, way, made))
        assert len(server.visits) == 1, "it would end the same way"


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_pieces_may_be_cut_anywhere(coding: str, size: int) -> None:
    encoding, compress = CODINGS[coding]
    body = bytes(range(256)) * 5
    sent = compress(body)
    pieces = (sent[start : start + size] for start in range(0, len(sent), size))
    made = make_decompressor(encoding.replace("\r\nContent-Encoding:", ","))
    assert b"".join(pieces if made is None else decompressed(made, pieces)) == body


def test_a_small_body_that_grows_comes_in_pieces() -> None:
    made = make_decompressor("gzip, gzip")
    assert made is not None
    sent = gzip.compress(gzip.compress(bytes(50_000_000)))
    sizes = [len(piece) for piece in decompressed(made, iter([sent]))]
    assert sum(sizes) == 50_000_000 and max(sizes) <= 1 << 20


def test_a_response_without_content_may_name_any_coding(runner: Runner) -> None:
    fields = ("Content-Encoding: br", "Content-Length: 0")
    with Server(
        lambda visit: visit.send("\r\n".join(("HTTP/1.1 204 X", *fields, "", "")).encode())
    ) as server:
        made = operation("application/json", "json", "DELETE")
        assert runner.run(server.url, lambda client: client.things._call(made)) is None
    with pytest.raises(TransportError):
        list(decompressed(make_decompressor("br"), iter([b"x"])))  # type: ignore[arg-type]


TEXT = '{"a": "é"}'
CHARSETS = [
    # header, bytes
    ("application/json", TEXT.encode()),
    ("application/json", TEXT.encode("utf-8-sig")),
    ("application/json", TEXT.encode("utf-16")),
    ("application/json", TEXT.encode("utf-16-be")),
    ("application/json", TEXT.encode("utf-32")),
    ("application/json; charset=utf-8", TEXT.encode()),
    ("application/json; charset=iso-8859-1", TEXT.encode("latin-1")),
    ('application/json; charset="ISO-8859-1"; x=y', TEXT.encode("latin-1")),
    ("application/json;charset=cp1252", TEXT.encode("cp1252")),
    ("application/json; charset=iso-8859-1", TEXT.encode()),  # it is UTF-8, whatever it says
    ("application/json; charset=none-such", TEXT.encode()),
    ("APPLICATION/JSON", TEXT.encode()),
    ("application/vnd.api+json; charset=utf-16", TEXT.encode("utf-16")),
    ("application/json, text/html", TEXT.encode()),
    ("text/html", TEXT.encode()),
    ("", TEXT.encode()),
]


@pytest.mark.parametrize(("media_type", "body"), CHARSETS)
@pytest.mark.parametrize("status", [200, 422])
def test_json_in_every_charset(runner: Runner, media_type: str, body: bytes, status: int) -> None:
    fields = (f"Content-Type: {media_type}",) if media_type else ()
    with Server(lambda visit: visit.answer(status, body, *fields)) as server:
        made = operation("application/json", "json")
        if status == 200:
            assert runner.run(server.url, lambda client: client.things._call(made)) == {"a": "é"}
            return
        with pytest.raises(errors.UnprocessableEntityError) as caught:
            runner.run(server.url, lambda client: client.things._call(made))
        assert caught.value.body == {"a": "é"}


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("application/json", TEXT.encode("latin-1")),
        ("application/json; charset=utf-8", TEXT.encode("latin-1")),
        ("application/json; charset=latin-1", b"\xe9"),
        ("application/json", b"\xff\xfe{"),
    ],
)
def test_bytes_in_no_charset_are_no_json(runner: Runner, media_type: str, body: bytes) -> None:
    with Server(lambda visit: visit.answer(200, body, f"Content-Type: {media_type}")) as server:
        made = operation("application/json", "json")
        with pytest.raises(errors.APIResponseValidationError, match="not JSON"):
            runner.run(server.url, lambda client: client.things._call(made))


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize(
    ("body", "value"),
    [
        (b"1" * 400, int("1" * 400)),
        (b"18446744073709551616", 2**64),
        (b"-9223372036854775809", -(2**63) - 1),
        (b"9223372036854775807", 2**63 - 1),
        (b'{"a": 12345678901234567890123, "b": [1]}', {"a": 12345678901234567890123, "b": [1]}),
        (b'"12345678901234567890123"', "12345678901234567890123"),
        (b"[1E400, -1e400, -0.0]", [math.inf, -math.inf, 0.0]),
        (b"[Infinity, -Infinity]", [math.inf, -math.inf]),
        (b'{"a": 1, "a": 2}', {"a": 2}),
        (b'"\\ud800"', "\ud800"),
        (b'"\\ud83d\\ude00"', "😀"),
        (b'"\\u0000"', "\0"),
        (b" \t\r\n1 ", 1),
        (b"[" * 300 + b"]" * 300, json.loads("[" * 300 + "]" * 300)),
    ],
)
def test_json_values_stay_what_they_are(
    monkeypatch: pytest.MonkeyPatch, body: bytes, value: Any, fast: bool
) -> None:
    if not fast:
        monkeypatch.setattr("fakepkg._core.response_decoding._fast_loads", lambda: None)
    assert parse(body) == value and type(parse(body)) is type(value)


def test_nan_is_a_number_that_is_none() -> None:
    assert math.isnan(parse(b"NaN"))
