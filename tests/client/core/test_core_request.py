"""Parts of a request, each style of OpenAPI by its own table."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from email.parser import BytesParser
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from fakepkg._core.codec import NULL, decode_nothing, rename_keys
from fakepkg._core.config import Config
from fakepkg._core.content import Pieces
from fakepkg._core.operation import Operation
from fakepkg._core.pool import Pool
from fakepkg._core.profile import Profile, Scheme
from fakepkg._core.request_body import encode_body, encode_multipart
from fakepkg._core.request_builder import CallArguments, prepare
from fakepkg._core.serialization import (
    expand_path,
    format_cookies,
    format_headers,
    format_query,
    format_text,
)
from fakepkg.errors import ArgumentError
from fakepkg.models.things import Owner


def operation(**rest: Any) -> Operation[None]:
    settings = {"name": "x", "method": "POST", "path": "/{p}", "decode": decode_nothing, **rest}
    return Operation(**settings)


class Colour(Enum):
    RED = "red"


class Name(str, Enum):
    A = "a"


LIST, MEMBERS = ["blue", "black"], {"R": 100, "G": 200}


@pytest.mark.parametrize(
    ("style", "value", "path"),
    [
        ("simple", "blue", "blue"),
        ("simple", LIST, "blue,black"),
        ("simple", MEMBERS, "R,100,G,200"),
        ("simple*", MEMBERS, "R=100,G=200"),
        ("label", "blue", ".blue"),
        ("label", LIST, ".blue,black"),
        ("label*", LIST, ".blue.black"),
        ("label", MEMBERS, ".R,100,G,200"),
        ("label*", MEMBERS, ".R=100.G=200"),
        ("matrix", "blue", ";p=blue"),
        ("matrix", LIST, ";p=blue,black"),
        ("matrix*", LIST, ";p=blue;p=black"),
        ("matrix", MEMBERS, ";p=R,100,G,200"),
        ("matrix*", MEMBERS, ";R=100;G=200"),
        ("json", {"a": [1]}, "%7B%22a%22%3A%5B1%5D%7D"),
        ("simple", "a/b?c#d%é", "a%2Fb%3Fc%23d%25%C3%A9"),
        ("simple", 5, "5"),
        ("simple", True, "true"),
        ("simple", "a.b", "a.b"),
        ("simple", "...", "..."),
    ],
)
def test_path_styles(style: str, value: Any, path: str) -> None:
    assert expand_path(operation(styles={"path": {"p": style}}), {"p": value}) == "/" + path


def test_a_path_keeps_its_text_and_takes_several() -> None:
    made = operation(path="/v1/{a}/x:{b}/{c}", unescaped=("c",))
    assert (
        expand_path(made, {"a": "1 ", "b": "2", "c": "@cf/x y?z"}) == "/v1/1%20/x:2/@cf/x%20y%3Fz"
    )
    with pytest.raises(ArgumentError):
        expand_path(made, {"a": "1", "b": "2"})
    for value in ("", [], (), NULL):
        with pytest.raises(ArgumentError, match="non-empty value for `p`"):
            expand_path(operation(), {"p": value})


@pytest.mark.parametrize(
    ("style", "value", "query"),
    [
        ("form", "blue", "c=blue"),
        ("form", "", "c="),
        ("form", LIST, "c=blue&c=black"),
        ("form", MEMBERS, "R=100&G=200"),
        ("form", [], ""),
        ("form", ("a", None, "b"), "c=a&c=b"),
        ("form", {3}, "c=3"),
        ("form", (n for n in (1, 2)), "c=1&c=2"),
        ("comma", LIST, "c=blue,black"),
        ("comma", [-174, 3356], "c=-174,3356"),
        ("comma", ["a,b"], "c=a%2Cb"),
        ("comma", MEMBERS, "c=R,100,G,200"),
        ("comma", [], ""),
        ("space", LIST, "c=blue%20black"),
        ("pipe", LIST, "c=blue%7Cblack"),
        ("pipe*", LIST, "c=blue&c=black"),
        ("deep", MEMBERS, "c%5BR%5D=100&c%5BG%5D=200"),
        ("deep", {"a": {"b": [1, 2]}}, "c%5Ba%5D%5Bb%5D%5B0%5D=1&c%5Ba%5D%5Bb%5D%5B1%5D=2"),
        ("json", [{"a": "é b"}], "c=%5B%7B%22a%22%3A%22%C3%A9%20b%22%7D%5D"),
        ("json", None, ""),
        ("form", "a b&c=d/é", "c=a%20b%26c%3Dd%2F%C3%A9"),
        ("form+", "a/b?c", "c=a/b?c"),
        ("comma+", ["a/b", "c"], "c=a/b,c"),
        ("form+", "a&b=c#d+e[0]%2F%zz", "c=a%26b=c%23d%2Be%5B0%5D%2F%25zz"),
        ("bare", {"a": 1}, "%7B%22a%22%3A1%7D"),
        ("bare", "$.a", "%24.a"),
        ("form", None, ""),
        ("form", NULL, "c=null"),
        ("form", Owner(full_name="A B"), "fullName=A%20B"),
    ],
)
def test_query_styles(style: str, value: Any, query: str) -> None:
    assert format_query(operation(styles={"query": {"c": style}}), {"c": value}) == query


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (1.0, "1"),
        (0.1, "0.1"),
        (1e22, "1e+22"),
        (-3, "-3"),
        (datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC), "2024-01-02T03:04:05Z"),
        (datetime(2024, 1, 2, 3, 4, 5, 250000, UTC), "2024-01-02T03:04:05.250Z"),
        (datetime(2024, 1, 2, 3, 4, 5, 250001, UTC), "2024-01-02T03:04:05.250001Z"),
        (datetime(2024, 1, 2, 3, 4, 5), "2024-01-02T03:04:05Z"),
        (
            datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))),
            "2024-01-02T03:04:05+02:00",
        ),
        (date(2024, 1, 2), "2024-01-02"),
        (Colour.RED, "red"),
        (Name.A, "a"),
        (Decimal("1.10"), "1.10"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (b"\x00\xff", "AP8="),
        ({"a": 1}, '{"a":1}'),
    ],
)
def test_values_as_text(value: Any, text: str) -> None:
    assert format_text(value) == text


def test_what_is_no_number_is_refused() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(ArgumentError):
            format_text(value)
        with pytest.raises(ArgumentError):
            encode_body(operation(body="json"), {"a": value})
    with pytest.raises(ArgumentError, match="no JSON form"):
        encode_body(operation(body="json"), {"a": object()})


def test_headers_and_cookies() -> None:
    assert format_headers(operation(), {"X-A": LIST, "X-B": None, "X-C": 1, "X-D": "ü"}) == [
        ("x-a", "blue,black"),
        ("x-c", "1"),
        ("x-d", "ü"),
    ]
    assert format_headers(operation(styles={"header": {"X": "simple*"}}), {"X": MEMBERS}) == [
        ("x", "R=100,G=200")
    ]
    for value in ("a\r\nb: c", "a\nb", "a\0"):
        with pytest.raises(ArgumentError, match="line break"):
            format_headers(operation(), {"X-A": value})
    assert format_cookies(operation(), {"a": "1;2", "b": LIST, "c": None}) == [
        ("cookie", "a=1%3B2; b=blue; b=black")
    ]
    assert format_cookies(operation(), {"a": None}) == []
    made = operation(styles={"cookie": {"a": "form~", "b": "comma~"}})
    assert format_cookies(made, {"a": 'b=c/d;"', "b": LIST}) == [
        ("cookie", "a=b=c/d%3B%22; b=blue,black")
    ]
    assert format_headers(operation(styles={"header": {"X": "json"}}), {"X": "a"}) == [("x", '"a"')]


def test_what_is_of_equal_names_has_a_style_for_each_place() -> None:
    made = operation(
        styles={"path": {"p": "label*"}, "query": {"p": "pipe"}, "cookie": {"p": "comma"}},
        renames={"query": {"p": {"x_y": ("xY", {})}}},
    )
    assert expand_path(made, {"p": LIST}) == "/.blue.black"
    assert format_query(made, {"p": LIST}) == "p=blue%7Cblack"
    assert format_query(made, {"p": {"x_y": 1}}) == "p=xY%7C1"
    assert format_headers(made, {"p": LIST}) == [("p", "blue,black")]
    assert format_cookies(made, {"p": LIST}) == [("cookie", "p=blue,black")]


def test_typed_dicts_are_renamed_on_every_level() -> None:
    keys = {
        "element_id": ("elementId", {}),
        "outputs": ("outputs", {"*": ("", {"element_id": ("elementId", {})})}),
    }
    value = {
        "element_id": 1,
        "other": 2,
        "outputs": {"true": {"element_id": 3}, "x": [{"element_id": 4}]},
    }
    assert rename_keys([value], keys) == [
        {"elementId": 1, "other": 2, "outputs": {"true": {"elementId": 3}, "x": [{"elementId": 4}]}}
    ]
    assert value["element_id"] == 1, "what the caller gave stays as it is"


@pytest.mark.parametrize(
    ("kind", "content", "body", "media"),
    [
        ("json", [1, None], b"[1,null]", "application/json"),
        ("json", "é", '"é"'.encode(), "application/json"),
        ("json", Owner(full_name="A"), b'{"fullName":"A"}', "application/json"),
        ("json", {"a": None, "b": NULL}, b'{"a":null,"b":null}', "application/json"),
        ("json", {"a": {Name.A}}, b'{"a":["a"]}', "application/json"),
        ("text", "hé", "hé".encode(), "text/plain; charset=utf-8"),
        ("bytes", b"\x00", b"\x00", "application/octet-stream"),
        ("bytes", bytearray(b"x"), b"x", "application/octet-stream"),
        (
            "form",
            {"a": "b c", "d": [1, True], "e": {"f": 1}, "g": None},
            b"a=b%20c&d=1&d=true&e=%7B%22f%22%3A1%7D&g=",
            "application/x-www-form-urlencoded",
        ),
    ],
)
def test_bodies(kind: Any, content: Any, body: bytes, media: str) -> None:
    made, headers = encode_body(operation(body=kind), None, content)
    assert made == body
    assert headers == [("content-type", media), ("content-length", str(len(body)))]


def test_bodies_of_members() -> None:
    plain = operation(body="json", nulls=("n",), keys={"a": {"x_y": ("xY", {})}})
    assert (
        encode_body(plain, {"a": {"x_y": 1}, "n": None, "o": None})[0] == b'{"a":{"xY":1},"n":null}'
    )
    assert encode_body(plain, {})[0] == b"{}"
    assert encode_body(plain, None) == (None, [("content-length", "0")])
    assert encode_body(operation(method="GET"), None) == (None, [])
    assert encode_body(operation(body_type="application/merge-patch+json", body="json"), {})[1][
        0
    ] == (
        "content-type",
        "application/merge-patch+json",
    )
    whole = operation(body="json", keys={"": {"x_y": ("xY", {})}})
    assert encode_body(whole, None, [{"x_y": 1}])[0] == b'[{"xY":1}]'
    assert encode_body(whole, None, Owner(full_name="A"), {"b": 1})[0] == b'{"fullName":"A","b":1}'
    with pytest.raises(ArgumentError, match="further members"):
        encode_body(whole, None, [1], {"b": 1})


def test_multipart(tmp_path: Path) -> None:
    path = tmp_path / 'na"me.txt'
    path.write_bytes(b"from a path")
    members = {
        "text": "a",
        "number": 1.5,
        "object": {"a": 1},
        "file": path,
        "named": ("b.csv", io.BytesIO(b"1,2"), "text/csv"),
        "many": [b"x", b"y"],
    }
    body, media = encode_multipart(members, "BOUNDARY")
    text = b"".join(body).decode()
    assert media == "multipart/form-data; boundary=BOUNDARY"
    assert body.length == len(text) and body.replayable
    assert b"".join(body).decode() == text, "a repetition sends the same"
    assert text.startswith('--BOUNDARY\r\nContent-Disposition: form-data; name="text"\r\n\r\na\r\n')
    assert text.endswith("--BOUNDARY--\r\n")
    assert 'name="object"\r\nContent-Type: application/json\r\n\r\n{"a":1}' in text
    assert 'filename="na%22me.txt"' in text and "from a path" in text
    assert 'name="named"; filename="b.csv"\r\nContent-Type: text/csv\r\n\r\n1,2' in text
    assert text.count(' name="many";') == 2


BINARY = "application/octet-stream"
PARTS = [
    # value, how the document encodes it, the parts: media type, whether it is a file, and content
    (b"\xff", None, [(BINARY, True, b"\xff")]),
    (b"\xff", "image/png", [("image/png", True, b"\xff")]),
    (b"\xff", "base64", [(None, False, b"/w==")]),
    (b"\xff", "base64 image/png", [("image/png", False, b"/w==")]),
    ("/w==", "base64 image/png", [("image/png", False, b"/w==")]),
    ([b"a", b"b"], "image/png", [("image/png", True, b"a"), ("image/png", True, b"b")]),
    ([b"a", b"b"], "base64", [(None, False, b"YQ=="), (None, False, b"Yg==")]),
    # A file has no style: it is never written as text.
    ([b"a", b"b"], "form", [(BINARY, True, b"a"), (BINARY, True, b"b")]),
    (b"a", "comma", [(BINARY, True, b"a")]),
    (("n.png", b"a"), "deep", [("image/png", True, b"a")]),
    (["a", "b"], "comma", [(None, False, b"a,b")]),
    (("a", "b", "c", "d"), "comma", [(None, False, b"a,b,c,d")]),
    (("a",), None, [(None, False, b"a")]),
    ((1, 2), None, [(None, False, b"1"), (None, False, b"2")]),
    ({"a": b"x"}, "application/json", [("application/json", False, b'{"a":"eA=="}')]),
]


@pytest.mark.parametrize("given", ["members", "model", "model and more"])
@pytest.mark.parametrize(("value", "encoding", "expected"), PARTS)
def test_parts_are_encoded_equally_however_the_body_is_given(
    given: str, value: Any, encoding: str | None, expected: list[tuple[str | None, bool, bytes]]
) -> None:
    made = operation(body="multipart", encoding={"m": encoding} if encoding else {})
    model = Owner.__new__(Owner)
    vars(model).update({"m": value})
    body, fields = {
        "members": lambda: encode_body(made, {"m": value}),
        "model": lambda: encode_body(made, None, model),
        "model and more": lambda: encode_body(made, None, model, {"n": 1}),
    }[given]()
    assert body is not None
    head = f"Content-Type: {dict(fields)['content-type']}\r\n\r\n".encode()
    parsed: Any = BytesParser().parsebytes(head + b"".join(body))  # type: ignore[arg-type]
    parts = [
        (
            part["Content-Type"],
            part.get_filename() is not None,
            part.get_payload(decode=True),
        )
        for part in parsed.get_payload()
    ]
    more = [(None, False, b"1")] if given == "model and more" else []
    assert parts == expected + more


def test_a_file_name_with_text_is_no_list() -> None:
    with pytest.raises(ArgumentError, match="pass a list of texts as a list"):
        encode_multipart({"file": ("a.txt", "content")}, "B")


@pytest.mark.parametrize("value", ["photo.png", [b"x", "photo.png"]])
@pytest.mark.parametrize("form", ["file", "file image/png", "file deep"])
def test_text_in_place_of_a_file_is_refused(value: Any, form: str) -> None:
    with pytest.raises(ArgumentError, match=r"Expected a file as `photo`.*pathlib\.Path"):
        encode_multipart({"photo": value}, "B", {"photo": form})
    described = operation(body="form", encoding={"photo": form})
    with pytest.raises(ArgumentError, match="Expected a file as `photo`"):
        encode_body(described, {"photo": value})


def test_a_file_may_be_a_path(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(b"pixels")
    body, _ = encode_multipart({"photo": path}, "B", {"photo": "file image/png"})
    sent = b"".join(body)
    assert b'filename="photo.png"\r\nContent-Type: image/png\r\n\r\npixels' in sent


def test_uploads_are_read_in_pieces_and_again(tmp_path: Path) -> None:
    file = io.BytesIO(b"skipped" + b"a" * 200_000)
    file.seek(7)
    made, headers = encode_body(operation(body="bytes"), None, file)
    assert dict(headers)["content-length"] == "200000"
    assert made is not None and not isinstance(made, bytes)
    assert b"".join(made) == b"".join(made) == b"a" * 200_000 and len(list(made)) > 1

    class Pipe(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            return 0

    pipe = Pieces([Pipe()])  # type: ignore[list-item]
    assert pipe.length is None and not pipe.replayable
    with pytest.raises(ArgumentError, match="bytes, a binary file or a path"):
        Pieces([3])  # type: ignore[list-item]
    with pytest.raises(ArgumentError, match="'rb'"):
        list(Pieces([io.StringIO("text")]))  # type: ignore[list-item]


def test_an_option_replaces_a_header_and_a_cookie_joins_the_credential() -> None:
    made = operation(method="GET", path="/x")
    profile = Profile(
        package="fakepkg",
        base_url="https://h",
        security=((Scheme(kind="cookie", name="sid", argument="key"),),),
    )
    config = Config(
        profile, {"key": "secret-value"}, {}, None, Pool(None, asynchronous=False), True
    )
    call = CallArguments(
        headers={"X-A": 1, "X-B": 2}, cookies={"c": 3}, options={"headers": {"x-a": "own"}}
    )
    request = prepare(config.with_options({}), made, call)
    assert request.headers == [
        ("accept", "application/json"),
        ("user-agent", profile.package),
        ("x-b", "2"),
        ("x-a", "own"),
        ("cookie", "sid=secret-value; c=3"),
    ]


@pytest.mark.parametrize(
    ("made", "help_"),
    [
        (lambda path: path.open("rb"), r"an open file .* pass file\.read\(\)"),
        (lambda path: path.open(), r"an open file .* pass file\.read\(\)"),
        (lambda _: io.BytesIO(b"a\nb"), r"an open file .* pass file\.read\(\)"),
        (lambda path: path, r"a path .* path\.read_bytes\(\)"),
    ],
)
def test_a_file_is_no_list_of_its_lines(made: Any, help_: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one\ntwo\n")
    for wrap in (lambda value: {"m": value}, lambda value: {"m": {"n": [value]}}):
        value = made(path)
        with pytest.raises(ArgumentError, match=help_):
            encode_body(operation(body="json"), wrap(value))
        if hasattr(value, "close"):
            value.close()
    if made(path) != path:  # whose text can stand in a query
        with pytest.raises(ArgumentError, match=help_):
            format_query(operation(), {"q": made(path)})


@pytest.mark.parametrize("items", [{1}, range(1, 2), {1: 2}.keys()])
def test_any_other_iterable_is_a_list(items: Any) -> None:
    assert encode_body(operation(body="json"), {"m": items})[0] == b'{"m":[1]}'
    assert encode_body(operation(body="json"), {"m": iter(items)})[0] == b'{"m":[1]}'
