"""What the client sends, parsed by Werkzeug: awkward values arrive in every style that it knows, and in every form."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import httpx
import pytest
from werkzeug import Request
from werkzeug.test import EnvironBuilder

from generator.diagnostics import Report
from generator.pipeline import Compilation

from .use.proof import imported_package

OBJECT = {"type": "object", "additionalProperties": {"type": "string"}}
ARRAY = {"type": "array", "items": {"type": "string"}}
PARTS = {
    "type": "object",
    "properties": {
        "text": {"type": "string"}, "whole": {"type": "integer"}, "flag": {"type": "boolean"},
        "list": ARRAY, "nested": {"type": "object"}, "file": {"type": "string", "format": "binary"},
    },
}  # fmt: skip
STYLES = {
    "text": {"schema": {"type": "string"}},
    "number": {"schema": {"type": "number"}},
    "flag": {"schema": {"type": "boolean"}},
    "many": {"schema": ARRAY},
    "commas": {"schema": ARRAY, "explode": False},
    "pipes": {"schema": ARRAY, "style": "pipeDelimited", "explode": False},
    "spaces": {"schema": ARRAY, "style": "spaceDelimited", "explode": False},
    "deep": {"schema": OBJECT, "style": "deepObject", "explode": True},
    "json": {"content": {"application/json": {"schema": {}}}},
}


def _operation(name: str, media_type: str, schema: Any) -> dict[str, Any]:
    body = {"required": True, "content": {media_type: {"schema": schema}}}
    response = {"204": {"description": "Received."}}
    return {
        "operationId": name,
        "x-resource": "sink",
        "x-method": name,
        "requestBody": body,
        "responses": response,
    }


DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Echo", "version": "1"},
    "servers": [{"url": "https://echo.example"}],
    "paths": {
        "/get/{part}": {
            "get": {
                "operationId": "get", "x-resource": "sink", "x-method": "get",
                "parameters": [
                    {"name": "part", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "session", "in": "cookie", "schema": {"type": "string"}},
                    {"name": "X-Many", "in": "header", "schema": ARRAY},
                    *({"name": name, "in": "query", **style} for name, style in STYLES.items()),
                ],
                "responses": {"204": {"description": "Received."}},
            }
        },
        "/form": {"post": _operation("form", "application/x-www-form-urlencoded", PARTS)},
        "/parts": {"post": _operation("parts", "multipart/form-data", PARTS)},
        "/json": {"post": _operation("json", "application/json", {})},
        "/patch": {"patch": _operation("patch", "application/json-patch+json", {"type": "array", "items": {}})},
        "/bytes": {"put": _operation("bytes", "application/octet-stream", {"type": "string", "format": "binary"})},
        "/text": {"put": _operation("text", "text/plain", {"type": "string"})},
    },
}  # fmt: skip
TEXTS = ["", "a b", "ü€𝄞", "a&b=c+d", "a,b|c;d", "%2F/../?#[]{}", "'\"\\", "null", "\t\n", "\x7f"]


class Echo:
    """A transport that keeps what Werkzeug makes of the last request."""

    def __init__(self) -> None:
        self.received: Request

    def __call__(self, request: httpx.Request) -> httpx.Response:
        content = request.read()
        builder = EnvironBuilder(
            method=request.method,
            query_string=request.url.query.decode(),
            headers=[(name, value) for name, value in request.headers.items()],
            input_stream=io.BytesIO(content),
            content_length=len(content),
        )
        environ = builder.get_environ()
        path = request.url.raw_path.partition(b"?")[0]
        environ["PATH_INFO"] = unquote_to_bytes(path).decode("latin-1")  # as WSGI wants it
        self.received = Request(environ)
        return httpx.Response(204)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = tmp_path_factory.mktemp("echo") / "openapi.json"
    path.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    tree = Compilation(path, Report()).tree
    assert tree is not None
    with imported_package(tree) as name:
        yield __import__(name)


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
def api(package: Any, echo: Echo) -> Any:
    http = httpx.Client(transport=httpx.MockTransport(echo))
    return package.Echo(http_client=http).sink


@pytest.mark.parametrize("text", TEXTS)
def test_texts_arrive_in_every_place(api: Any, echo: Echo, text: str) -> None:
    api.get(text or "-", text=text, many=[text, text], deep={"k": text}, json={"k": [text]})
    query = echo.received.args
    assert echo.received.path == f"/get/{text or '-'}"
    assert query["text"] == query["deep[k]"] == text and query.getlist("many") == [text, text]
    assert json.loads(query["json"]) == {"k": [text]}
    api.form(text=text, list=[text, "b"], nested={"k": text})
    form = echo.received.form
    assert form["text"] == text and form.getlist("list") == [text, "b"]
    assert json.loads(form["nested"]) == {"k": text}
    api.json(body={"k": text})
    assert echo.received.get_json() == {"k": text}
    api.text(body=text)
    assert echo.received.get_data().decode() == text
    api.parts(text=text, list=[text, "b"], file=("ü.bin", text.encode()))
    form, files = echo.received.form, echo.received.files
    assert form["text"] == text and form.getlist("list") == [text, "b"]
    assert files["file"].filename == "ü.bin" and files["file"].read() == text.encode()


@pytest.mark.parametrize(("name", "separator"), [("commas", ","), ("pipes", "|"), ("spaces", " ")])
def test_items_are_delimited(api: Any, echo: Echo, name: str, separator: str) -> None:
    api.get("p", **{name: ["ü", "a&b"]})
    assert echo.received.args[name].split(separator) == ["ü", "a&b"]
    api.get("p", **{name: []})
    assert not echo.received.args.get(name)


def test_scalars_are_written_as_json_writes_them(api: Any, echo: Echo) -> None:
    api.get("p", number=-1.5e-7, flag=False, many=[], text=None, json=None)
    assert dict(echo.received.args) == {"number": "-1.5e-07", "flag": "false"}
    api.form(whole=0, flag=True, text=None, list=[])
    assert dict(echo.received.form) == {"whole": "0", "flag": "true"}
    api.parts(whole=0, flag=True, nested={"a": [1, None, {"b": True}]}, file=b"\x00\xff")
    assert (echo.received.form["whole"], echo.received.form["flag"]) == ("0", "true")
    assert json.loads(echo.received.form["nested"]) == {"a": [1, None, {"b": True}]}
    assert echo.received.files["file"].read() == b"\x00\xff"


def test_headers_and_cookies_arrive(api: Any, echo: Echo) -> None:
    api.get("p", session="a-1", x_many=["a", "b c"])
    assert echo.received.cookies["session"] == "a-1"
    assert echo.received.headers["X-Many"].split(",") == ["a", "b c"]


def test_whole_bodies_arrive(api: Any, echo: Echo, tmp_path: Path) -> None:
    for body in (b"", bytes(range(256)), io.BytesIO(b"file")):
        api.bytes(body=body)
        expected = b"file" if isinstance(body, io.BytesIO) else body
        assert echo.received.get_data() == expected
        assert echo.received.mimetype == "application/octet-stream"
    for value in (0, False, "", [], {}, [None, {"a": 1.5}], "ü"):
        api.json(body=value)
        assert json.loads(echo.received.get_data()) == value
    operations = [{"op": "add", "path": "/a~1b", "value": None}]
    api.patch(body=operations)
    assert json.loads(echo.received.get_data()) == operations
    assert echo.received.mimetype == "application/json-patch+json"
