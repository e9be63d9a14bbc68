"""Servers that mean harm: whatever they send is data or one of the client's errors, over real connections."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from core_server import Server, Visit
from core_ways import WAYS, Runner, Way, operation, read
from fakepkg import errors
from fakepkg._core.redirects import find_redirect_target, resolve_on_host

CONTROL = "\x1b]0;owned\x07\x1b[2J\u202e\u2066\u200b\u2028\x85\x9b\ud800"
"""What sets the title of a terminal, empties it, and turns text around."""
HEADERS = ("Content-Type: application/json", "Content-Type: text/event-stream")


def bomb(times: int, body: bytes = b"[" + b"1," * 1_000_000 + b"1]") -> bytes:
    for _ in range(times):
        body = gzip.compress(body)
    return body


def names(*texts: str) -> bytes:
    return json.dumps(dict.fromkeys(texts, 1)).encode()


ANSWERS: dict[str, tuple[int, bytes, tuple[str, ...]]] = {
    "deep lists": (200, b"[" * 200_000, ()),
    "deep objects": (200, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ()),
    "deep objects of an error": (400, b'{"error":' * 100_000 + b"1" + b"}" * 100_000, ()),
    "a number of many digits": (200, b'{"n": ' + b"9" * 1_000_000 + b"}", ()),
    "an exponent of many digits": (200, b'{"n": 1e' + b"9" * 100_000 + b"}", ()),
    "no number": (200, b'{"n": NaN, "m": -Infinity}', ()),
    "a key twice": (200, b'{"n": 1, "n": {"n": 2}}', ()),
    "names of Python": (200, names("__class__", "__init__", "__dict__", "self", "data", "cls"), ()),
    "lone surrogates": (200, rb'{"n": "\ud800", "\udfff": 1}', ()),
    "a bomb": (200, bomb(1), ("Content-Encoding: gzip",)),
    "a bomb in a bomb": (200, bomb(3), ("Content-Encoding: gzip, x-gzip, gzip",)),
    "a coding thousands of times": (200, b"x", ("Content-Encoding: " + "gzip, " * 2_000,)),
    "deflate without an end": (
        200,
        zlib.compress(b"x" * 9999)[:-9],
        ("Content-Encoding: deflate",),
    ),
    "an unknown coding": (200, b"x", ("Content-Encoding: br",)),
    "zstandard": (200, b"\x28\xb5\x2f\xfd" + b"\xff" * 99, ("Content-Encoding: zstd",)),
    **{
        f"charset {name}": (200, b"x\x9c" + b"abc", (f"Content-Type: text/plain; charset={name}",))
        for name in ("zlib", "rot13", "idna", "hex", "unicode_escape", "undefined", "\u00e9")
    },
    "a charset that takes the square": (
        200,
        b"a" * 500_000,
        ("Content-Type: text/plain; charset=punycode",),
    ),
    "a charset of JSON": (200, b"{}", ("Content-Type: application/json; charset=zlib_codec",)),
    "a long charset": (200, b"x", ("Content-Type: text/plain; charset=" + "a." * 20_000,)),
    "a long line of an error": (400, b'{"message": "' + b"x" * 1_000_000 + b'"}', ()),
    "control characters of an error": (
        400,
        json.dumps(
            {
                "message": CONTROL,
                "errors": [{"message": CONTROL, "code": CONTROL, "field": CONTROL}],
            }
        ).encode(),
        (),
    ),
    "control characters of text": (
        500,
        CONTROL.encode("utf-8", "surrogatepass"),
        ("Content-Type: text/plain",),
    ),
    "control characters of a header": (
        500,
        b"{}",
        ("X-Request-Id: a\x1b[2J\x7fb", "Retry-After: \x1b[2J"),
    ),
    "control characters of a media type": (200, b"x", ("Content-Type: text/\x1b[2Jx",)),
    "an event of controls": (
        200,
        f"event: {CONTROL}\ndata: {CONTROL}\n\n".encode("utf-8", "surrogatepass"),
        (HEADERS[1],),
    ),
    "an error event of controls": (
        200,
        ("event: error\ndata: " + json.dumps({"error": {"message": CONTROL}}) + "\n\n").encode(),
        (HEADERS[1],),
    ),
    "a line that does not end": (200, b"data: " + b"x" * 3_000_000, (HEADERS[1],)),
    "lines without events": (200, b":\n" * 200_000, (HEADERS[1],)),
    "a reconnection in years": (
        200,
        b"retry: 999999999999999999999\nid: \0\ndata: 1\n\n",
        (HEADERS[1],),
    ),
    "an address that is no web": (302, b"", ("Location: file:///etc/passwd",)),
    "an address of a socket": (302, b"", ("Location: unix:///run/docker.sock",)),
    "an address of another protocol": (307, b"", ("Location: gopher://127.0.0.1:1/_x",)),
    "an address of a program": (303, b"", ("Location: javascript:alert(1)",)),
    "an address that is broken": (302, b"", ("Location: http://[",)),
    "an address of controls": (302, b"", ("Location: /\x1b[2J\x7f",)),
    "an address of no TLS": (302, b"", ("Location: http://user:pass@127.0.0.1:1/",)),
    "itself": (302, b"", ("Location: /x",)),
    "a status of nobody": (799, b"{}", ()),
    "many headers": (200, b"{}", tuple(f"X-{n}: {n}" for n in range(90))),
    "cookies of others": (200, b"{}", ("Set-Cookie: a=b; Domain=com", "Set-Cookie: " + "c" * 5000)),
    "a year of waiting": (429, b"{}", ("Retry-After: 99999999999999999999",)),
    "a date that is none": (503, b"{}", ("Retry-After: Mon, 99 Foo 99999 99:99:99 GMT",)),
}


def answer(name: str) -> Callable[[Visit], None]:
    status, body, headers = ANSWERS[name]

    def behave(visit: Visit) -> None:
        lines = (
            headers if any("Content-Type" in each for each in headers) else (*headers, HEADERS[0])
        )
        head = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", *lines]
        visit.send("\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body)

    return behave


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was run, connected to or opened for writing meanwhile, besides what a client does."""
    # The client imports some modules when it first needs them, and Python would write their bytecode.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    events: list[str] = []
    _WATCHERS.append(events)
    yield events
    _WATCHERS.remove(events)


_WATCHERS: list[list[str]] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if not _WATCHERS:
        return
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (
            isinstance(flags, int) and flags & 3
        ):
            _WATCHERS[-1].append(f"open {arguments[0]}")
    elif event in (
        "os.system",
        "subprocess.Popen",
        "os.exec",
        "os.remove",
        "os.rename",
        "pickle.find_class",
    ):
        _WATCHERS[-1].append(event)


sys.addaudithook(_watch)


@pytest.mark.parametrize(
    "way",
    [way for way in WAYS if way.name in ("value", "text", "events", "raw")],
    ids=lambda way: way.name,
)
@pytest.mark.parametrize("name", ANSWERS)
def test_whatever_a_server_sends_is_data_or_an_error_of_the_client(
    name: str, way: Way, runner: Runner, watched: list[str], naps: list[float]
) -> None:
    made = operation(way.media_type, way.kind)
    # `json()` of a raw response raises ValueError.
    expected = (errors.Error, ValueError) if way.name == "raw" else errors.Error
    with Server(answer(name)) as server:
        try:
            runner.run(
                server.url, lambda client: read(client, way, made), max_retries=0, timeout=20
            )
        except expected as error:
            shown = str(error)
            assert shown.isprintable(), shown
            assert len(shown) < 5000
            repr(error).encode()
    assert not watched
    assert all("/etc" not in each.target for each in server.visits)


AWAY = [
    "http://api.example.com/a",
    "http://api.example.com:443/a",
    "HTTP://API.EXAMPLE.COM/a",
    "http://evil.example/",
    "http:///a",
    "ftp://api.example.com/",
    "https://user:password@api.example.com/",
    "https://api.example.com@evil.example/",
    "https://evil.example/",
    "//evil.example/x",
    "//api.example.com:80/",
    "https://api.example.com:8443/",
    "https://api.example.com.evil.example/",
    "https://api.example.com\t.evil.example/",
]


@pytest.mark.parametrize("target", AWAY)
def test_no_target_takes_credentials_elsewhere_or_into_clear_text(target: str) -> None:
    url = "https://api.example.com/a/b"
    assert resolve_on_host(url, target) is None  # a page is read from the API itself alone
    redirected = find_redirect_target(url, target)
    assert redirected is None or (
        redirected.url.startswith("https://") and not redirected.same_host
    )


@pytest.mark.parametrize("target", ["/x", "?a=b", "https://api.example.com/x", "https:x", "\\\\x"])
def test_targets_on_the_host_of_the_api_are_followed(target: str) -> None:
    resolved = resolve_on_host("https://api.example.com/a/b", target)
    assert resolved is not None and resolved.startswith("https://api.example.com/")


def test_a_server_without_tls_may_lead_to_itself_with_tls() -> None:
    assert resolve_on_host("http://api.example.com/a", "https://api.example.com/b")
    assert resolve_on_host("http://api.example.com:8080/a", "https://api.example.com/b") is None
