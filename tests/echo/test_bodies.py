"""Every kind of body with awkward values, as Werkzeug and Python's `email` read it."""

from __future__ import annotations

import asyncio
import importlib
import io
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pytest

from ..use.proof import imported_package
from .server import Echo, generate

ARRAY = {"type": "array", "items": {"type": "string"}}
BYTES = {"type": "string", "format": "binary"}
BASE64 = {"type": "string", "format": "byte"}
NESTED = {"$ref": "#/components/schemas/Nested"}
FORM = {
    "type": "object",
    "properties": {
        "text": {"type": "string"}, "whole": {"type": "integer"}, "flag": {"type": "boolean"},
        "when": {"type": "string", "format": "date-time"}, "color": {"type": "string", "enum": ["red", "blue"]},
        "tags": ARRAY, "grid": {"type": "array", "items": ARRAY}, "any": {}, "camelName": {"type": "string"},
        "nested": NESTED, "items": {"type": "array", "items": NESTED}, "digest": BASE64,
        "digests": {"type": "array", "items": BASE64}, "file": BYTES, "files": {"type": "array", "items": BYTES},
        "commas": ARRAY, "pipes": ARRAY, "deep": NESTED, "flat": NESTED, "coded": {}, "markup": {"type": "string"},
        "picture": BYTES,
    },
}  # fmt: skip
ENCODING: dict[str, Any] = {
    "commas": {"style": "form", "explode": False}, "pipes": {"style": "pipeDelimited"},
    "deep": {"style": "deepObject"}, "flat": {"style": "form", "explode": True},
    "coded": {"contentType": "application/json"}, "markup": {"contentType": "text/xml; charset=utf-8"},
    "picture": {"contentType": "image/png, image/jpeg"},
}  # fmt: skip
QUERY = {"type": "object", "properties": {"text": {"type": "string"}, "commas": ARRAY, "many": ARRAY, "nested": NESTED, "deep": NESTED}}  # fmt: skip
BODIES: dict[str, dict[str, Any]] = {
    # method: content by media type
    "form": {"application/x-www-form-urlencoded": {"schema": FORM, "encoding": ENCODING}},
    "parts": {"multipart/form-data": {"schema": FORM, "encoding": ENCODING}},
    "mixed": {"multipart/mixed": {"schema": FORM}},
    "either": {name: {"schema": FORM, "encoding": ENCODING} for name in ("application/x-www-form-urlencoded", "multipart/form-data")},
    "fields": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "additionalProperties": {}}}},
    "text": {"text/plain": {"schema": {"type": "string"}}},
    "latin": {"text/plain; charset=iso-8859-1": {"schema": {"type": "string"}}},
    "markup": {"application/xml": {"schema": NESTED}},
    "lines": {"application/x-ndjson": {"itemSchema": NESTED}},
    "sequence": {"application/json-seq": {"itemSchema": NESTED}},
    "content": {"application/octet-stream": {"schema": BYTES}},
    "picture": {"image/*": {"schema": BYTES}},
    "json": {"application/json": {"schema": {}}},
    "list": {"application/json": {"schema": {"type": "array", "items": NESTED}}},
    "map": {"application/json": {"schema": {"type": "object", "additionalProperties": NESTED}}},
    "merge": {"application/merge-patch+json": {"schema": {"type": "object", "properties": {"title": {"type": ["string", "null"]}, "nested": NESTED}}}},
    "patch": {"application/json-patch+json": {"schema": {"type": "array", "items": {}}}},
    "versioned": {"application/vnd.api+json; version=2": {"schema": NESTED}},
}  # fmt: skip
RECEIVED = {"204": {"description": "Received."}}


def _query(name: str, content: dict[str, Any]) -> dict[str, Any]:
    parameter = {"name": "q", "in": "querystring", "content": content}
    return {
        "x-resource": "sink", "x-method": name, "operationId": name,
        "parameters": [parameter], "responses": RECEIVED,
    }  # fmt: skip


DOCUMENT = {
    "openapi": "3.2.0",
    "info": {"title": "Echo", "version": "1"},
    "servers": [{"url": "https://echo.example"}],
    "paths": {
        **{
            f"/{name}": {
                "post": {
                    "x-resource": "sink", "x-method": name, "operationId": name,
                    "requestBody": {"required": True, "content": content}, "responses": RECEIVED,
                }
            }
            for name, content in BODIES.items()
        },
        "/q/form": {
            "get": _query(
                "query_form",
                {
                    "application/x-www-form-urlencoded": {
                        "schema": QUERY,
                        "encoding": {"commas": {"explode": False}, "deep": {"style": "deepObject"}},
                    }
                },
            )
        },
        "/q/json": {"get": _query("query_json", {"application/json": {"schema": NESTED}})},
        "/q/text": {"get": _query("query_text", {"text/plain": {"schema": {"type": "string"}}})},
    },
    "components": {
        "schemas": {
            "Nested": {
                "type": "object",
                "properties": {"innerName": {}, "moment": {"type": "string", "format": "date-time"}, "child": NESTED},
            }
        }
    },
}  # fmt: skip
TEXTS = ["", "a b", "ü€𝄞", "a&b=c+d", "a,b|c;d", "%2F/../?#[]{}", "'\"\\", "null", "\t\n", "\x7f"]
MOMENT = datetime(2024, 5, 6, tzinfo=UTC)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with imported_package(generate(DOCUMENT, tmp_path_factory.mktemp("echo"))) as name:
        importlib.import_module(f"{name}.models")
        yield importlib.import_module(name)


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
def api(package: Any, echo: Echo) -> Any:
    return package.Echo(http_client=httpx.Client(transport=httpx.MockTransport(echo))).sink


def parts(echo: Echo) -> list[Message]:
    """The parts of the last request as the library for mail reads them."""
    head = f"Content-Type: {echo.received.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser().parsebytes(head + echo.received.get_data(cache=True))
    assert message.is_multipart()
    return message.get_payload()  # type: ignore[return-value]


def name_of(part: Message) -> Any:
    return part.get_param("name", header="content-disposition")


@pytest.mark.parametrize("text", TEXTS)
def test_texts_arrive_in_every_body(api: Any, echo: Echo, text: str) -> None:
    for method in (api.form, api.parts):
        method(text=text, tags=[text, "b"], nested={"inner_name": text}, camel_name=text)
        form = echo.received.form
        assert form["text"] == form["camelName"] == text and form.getlist("tags") == [text, "b"]
        assert json.loads(form["nested"]) == {"innerName": text}
    api.fields(body={text or "-": text, "many": [text, "b"]})
    assert echo.received.form[text or "-"] == text
    assert echo.received.form.getlist("many") == [text, "b"]
    api.json(body={text: text})
    assert echo.received.get_json() == {text: text}
    api.text(body=text)
    assert echo.received.get_data().decode() == text
    api.query_text(q=text)
    assert unquote(echo.raw_query) == text
    api.query_form(text=text, many=[text, "b"])
    assert parse_qsl(echo.raw_query, True) == [("text", text), ("many", text), ("many", "b")]


@pytest.mark.parametrize("name", ["form", "parts", "either"])
def test_members_of_forms(package: Any, api: Any, echo: Echo, name: str) -> None:
    nested = package.models.Nested
    getattr(api, name)(
        whole=0, flag=False, when=MOMENT, color="red", any={"x": [None]}, grid=[["a"], ["b", "c"]],
        nested=nested(inner_name=1, moment=MOMENT), items=[nested(inner_name=1), {"inner_name": None}],
        digest=b"\xff", digests=[b"\xff", "MQ=="], tags=("a", "b"),
    )  # fmt: skip
    assert echo.received.form.to_dict(flat=False) == {
        "whole": ["0"], "flag": ["false"], "when": ["2024-05-06T00:00:00Z"], "color": ["red"],
        "any": ['{"x":[null]}'], "grid": ['["a"]', '["b","c"]'],
        "nested": ['{"innerName":1,"moment":"2024-05-06T00:00:00Z"}'],
        "items": ['{"innerName":1}', '{"innerName":null}'],
        "digest": ["/w=="], "digests": ["/w==", "MQ=="], "tags": ["a", "b"],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["form", "parts", "either"])
def test_members_are_encoded_as_the_document_says(api: Any, echo: Echo, name: str) -> None:
    getattr(api, name)(
        commas=("a", "b"), pipes=["a", "b"], deep={"inner_name": "x", "child": {"inner_name": [1, 2]}},
        flat={"inner_name": [1, 2], "moment": MOMENT}, coded={"a": [True]}, markup="<a/>",
    )  # fmt: skip
    assert echo.received.form.to_dict(flat=False) == {
        "commas": ["a,b"], "pipes": ["a|b"], "deep[innerName]": ["x"], "deep[child][innerName][0]": ["1"],
        "deep[child][innerName][1]": ["2"], "innerName": ["1", "2"], "moment": ["2024-05-06T00:00:00Z"],
        "coded": ['{"a":[true]}'], "markup": ["<a/>"],
    }  # fmt: skip


def test_parts_have_their_media_types(api: Any, echo: Echo) -> None:
    api.parts(
        text="t", nested={"inner_name": 1}, coded="t", markup="<a/>", picture=b"\x89",
        file=b"1", files=[("a.csv", b"2"), ("b.png", b"3", "image/x-own")],
    )  # fmt: skip
    assert [(name_of(part), part["content-type"]) for part in parts(echo)] == [
        ("text", None), ("nested", "application/json"), ("file", "application/octet-stream"),
        ("files", "text/csv"), ("files", "image/x-own"), ("coded", "application/json"), ("markup", "text/xml; charset=utf-8"),
        ("picture", "image/png"),
    ]  # fmt: skip
    api.mixed(text="t")
    assert echo.received.mimetype == "multipart/mixed" and name_of(*parts(echo)) == "text"


def test_files_arrive(api: Any, echo: Echo, tmp_path: Path) -> None:
    (path := tmp_path / "päth.bin").write_bytes(b"path")
    buffers = [b"\x00\r\n--", bytearray(b"array"), memoryview(b"view"), io.BytesIO(b"file"), path]
    api.parts(files=tuple(buffers), file=('a "b" ü.txt', path))
    files = echo.received.files.getlist("files")
    assert [each.read() for each in files] == [b"\x00\r\n--", b"array", b"view", b"file", b"path"]
    assert files[-1].filename == "päth.bin"
    assert (echo.received.files["file"].filename or "").replace(
        "%22", '"'
    ) == 'a "b" ü.txt'  # as browsers write it
    api.either(file=b"1", text="t")  # what has a file is sent in parts
    assert echo.received.mimetype == "multipart/form-data" and echo.received.form["text"] == "t"


def test_nothing_is_sent_for_what_is_left_out(package: Any, api: Any, echo: Echo) -> None:
    for method in (api.form, api.parts):
        method(text=None, tags=[], files=[], nested=None, any=package.NULL)
        assert echo.received.form.to_dict(flat=False) == {"any": [""]}


def rewind(body: Any) -> None:
    if hasattr(body, "seek"):
        body.seek(0)


def test_bodies_without_a_form_of_their_own(
    package: Any, api: Any, echo: Echo, tmp_path: Path
) -> None:
    (path := tmp_path / "body").write_bytes(b"path")
    for body, expected in [
        (b"", b""), (bytes(range(256)), bytes(range(256))), (bytearray(b"a"), b"a"), (memoryview(b"v"), b"v"),
        (path, b"path"), (io.BytesIO(b"file"), b"file"), ([b"a", b"b"], b"ab"), (iter([b"a", b"b"]), b"ab"),
    ]:  # fmt: skip
        in_pieces = isinstance(body, (list, Iterator)) and not hasattr(body, "read")
        for method in (api.content, api.picture):
            rewind(body)
            method(body=iter([b"a", b"b"]) if in_pieces else body)
            assert echo.received.get_data() == expected
        for method in (api.markup, api.text):  # whose values are text: a list of them is none
            if in_pieces:
                with pytest.raises(package.ArgumentError, match="pass its text"):
                    method(body=body)
            else:
                rewind(body)
                method(body=body)
                assert echo.received.get_data() == expected


def test_text_is_written_in_its_charset(package: Any, api: Any, echo: Echo) -> None:
    api.latin(body="ü")
    assert echo.received.get_data() == b"\xfc"
    with pytest.raises(package.ArgumentError, match="latin"):
        api.latin(body="€")
    api.markup(body="<a>ü</a>")
    assert echo.received.get_data().decode() == "<a>ü</a>"


@pytest.mark.parametrize("body", ["text", 5, {"a": 1}, ("name.png", b"1"), object(), [b"a", 1]])
def test_what_is_no_bytes_is_refused(package: Any, api: Any, body: Any) -> None:
    with pytest.raises(package.ArgumentError):
        api.content(body=body)


def test_lines(package: Any, api: Any, echo: Echo) -> None:
    items = [package.models.Nested(inner_name="a\nb"), {"inner_name": MOMENT}]
    for body in (items, tuple(items), iter(items)):
        api.lines(body=body)
        lines = [json.loads(line) for line in echo.received.get_data().splitlines()]
        assert lines == [{"innerName": "a\nb"}, {"innerName": "2024-05-06T00:00:00Z"}]
    api.sequence(body=items[:1])
    assert echo.received.get_data() == b'\x1e{"innerName":"a\\nb"}\n'
    for wrong in (items[0], items[1], "text", b"bytes", 5):
        with pytest.raises(package.ArgumentError):
            api.lines(body=wrong)


def test_json(package: Any, api: Any, echo: Echo) -> None:
    for value in (0, False, "", [], {}, [None, {"a": 1.5}], "ü", 10**30):
        api.json(body=value)
        assert json.loads(echo.received.get_data()) == value
    nested = package.models.Nested
    for body in (
        [nested(inner_name=1)],
        [{"inner_name": 1}],
        ({"innerName": 1},),
        iter([{"inner_name": 1}]),
    ):
        api.list(body=body)
        assert echo.received.get_json() == [{"innerName": 1}]
    api.map(body={"inner_name": {"inner_name": 1}, "b": nested(inner_name=2)})
    assert echo.received.get_json() == {"inner_name": {"innerName": 1}, "b": {"innerName": 2}}
    api.versioned(inner_name=1, child=nested(moment=MOMENT))
    assert echo.received.headers["content-type"] == "application/vnd.api+json; version=2"
    assert json.loads(echo.received.get_data()) == {
        "innerName": 1,
        "child": {"moment": "2024-05-06T00:00:00Z"},
    }


def test_patches(package: Any, api: Any, echo: Echo) -> None:
    for arguments, expected in [
        ({}, {}), ({"title": package.NULL}, {"title": None}), ({"title": None}, {}),
        ({"nested": package.NULL}, {"nested": None}), ({"nested": {"inner_name": None}}, {"nested": {"innerName": None}}),
    ]:  # fmt: skip
        api.merge(**arguments)
        assert json.loads(echo.received.get_data()) == expected
        assert echo.received.mimetype == "application/merge-patch+json"
    operations = [{"op": "add", "path": "/a~1b", "value": None}]
    api.patch(body=operations)
    assert json.loads(echo.received.get_data()) == operations


def test_the_query_as_a_whole(package: Any, api: Any, echo: Echo) -> None:
    api.query_form(
        text="x", commas=["1,2", "3"], many=["a"], nested={"inner_name": 1}, deep={"inner_name": 2}
    )
    assert parse_qsl(echo.raw_query) == [
        ("text", "x"), ("commas", "1,2,3"), ("many", "a"), ("nested", '{"innerName":1}'), ("deep[innerName]", "2"),
    ]  # fmt: skip
    for value in ({"inner_name": "ü&"}, package.models.Nested(inner_name="ü&")):
        api.query_json(q=value)
        assert json.loads(unquote(echo.raw_query)) == {"innerName": "ü&"}


def test_async_iterables_are_for_async_clients(package: Any, api: Any, echo: Echo) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"a"
        yield b"b"

    async def send(http: Any) -> None:
        async with package.AsyncEcho(**http) as client:
            await client.sink.content(body=pieces())
            await client.sink.content(body=iter([b"a", b"b"]))

    asyncio.run(send({"http_client": httpx.AsyncClient(transport=httpx.MockTransport(echo))}))
    assert echo.received.get_data() == b"ab"
    fake = importlib.import_module(f"{package.__name__}.testing").FakeTransport()
    asyncio.run(send({"http_client": fake}))
    assert [each.body for each in fake.requests] == [b"ab", b"ab"]
    with pytest.raises(package.ArgumentError):
        api.content(body=pieces())
