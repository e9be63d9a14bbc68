"""Any two ways of sending a value in one operation: both arrive, as Werkzeug reads the request."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import combinations
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from attrs import field, frozen
from werkzeug.formparser import parse_form_data

from ..use.proof import imported_package
from .server import Echo, generate
from .styles import read_header, read_path, read_query

TEXT = {"type": "string"}
OBJECT = {"$ref": "#/components/schemas/Options"}
LIST = {"type": "array", "items": TEXT}
AWKWARD = "ä b&=+%2F;,'\"{}"
HARMLESS = "it's a=b"
MOMENT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


@frozen
class Sent:
    """One way of sending a value.

    Attributes:
        name: of the argument.
        value: what is passed.
        expected: what the reader gets.
        read: reads it from the request.
        parameter: of the document, or none for a body.
        content: of a request body.
        extra: further arguments.
    """

    name: str
    value: Any
    expected: Any
    read: Callable[[Echo], Any]
    parameter: dict[str, Any] = field(factory=dict)
    content: dict[str, Any] = field(factory=dict)
    extra: dict[str, Any] = field(factory=dict)


def _parameter(
    name: str, place: str, schema: Any, value: Any, expected: Any, read: Any, **more: Any
) -> Sent:
    parameter = {"name": name, "in": place, "required": True, "schema": schema, **more}
    if "content" in more:
        del parameter["schema"]
    return Sent(name, value, expected, read, parameter)


def _query(style: str, explode: bool, shape: Any, name: str, *known: str) -> Callable[[Echo], Any]:
    """Read a parameter of the query, without the pairs of the other one."""

    def read(echo: Echo) -> Any:
        pairs = echo.raw_query.split("&")
        own = [each for each in pairs if each.split("=")[0].split("%5B")[0] in (name, *known)]
        return read_query(style, explode, shape, name, "&".join(own))

    return read


def _cookies(echo: Echo) -> dict[str, str]:
    return echo.received.cookies.to_dict()


OPTIONS = {"first_name": AWKWARD, "tags": ["a", "b"]}
SENT: dict[str, Sent] = {
    "path": _parameter("p1", "path", TEXT, AWKWARD, AWKWARD,
        lambda echo: read_path("simple", False, "scalar", "p1", echo.raw_path.split("/p1/")[1].split("/")[0])),
    "matrix": _parameter("p2", "path", LIST, ["x/y", "z;"], ["x/y", "z;"],
        lambda echo: read_path("matrix", True, "list", "p2", echo.raw_path.split("/p2/")[1].split("/")[0]),
        style="matrix", explode=True),
    "label": _parameter("p3", "path", LIST, ["x.y", "z,"], ["x.y", "z,"],
        lambda echo: read_path("label", True, "list", "p3", echo.raw_path.split("/p3/")[1].split("/")[0]),
        style="label", explode=True),
    "query": _parameter("q1", "query", TEXT, AWKWARD, AWKWARD, _query("form", True, "scalar", "q1")),
    "list": _parameter("q2", "query", LIST, [AWKWARD, ""], [AWKWARD, ""], _query("form", True, "list", "q2")),
    "joined": _parameter("q3", "query", LIST, [AWKWARD, "z"], [AWKWARD, "z"], _query("form", False, "list", "q3"),
        explode=False),
    "deep": _parameter("q4", "query", OBJECT, {"first_name": AWKWARD}, {"firstName": AWKWARD},
        _query("deepObject", True, "object", "q4"), style="deepObject", explode=True),
    "exploded": _parameter("q5", "query", OBJECT, OPTIONS, [["firstName", AWKWARD], ["tags", "a"], ["tags", "b"]],
        lambda echo: [[k, v] for k, v in echo.received.args.items(multi=True) if k in ("firstName", "tags")]),
    "json": _parameter("q6", "query", None, OPTIONS, {"firstName": AWKWARD, "tags": ["a", "b"]},
        lambda echo: json.loads(echo.received.args["q6"]), content={"application/json": {"schema": OBJECT}}),
    "piped": _parameter("q7", "query", LIST, ["a b", "c,d"], ["a b", "c,d"],
        _query("pipeDelimited", False, "list", "q7"), style="pipeDelimited", explode=False),
    "moment": _parameter("q8", "query", {**TEXT, "format": "date-time"}, MOMENT, "2024-05-06T07:08:09Z",
        lambda echo: echo.received.args["q8"]),
    "reserved": _parameter("q9", "query", TEXT, "a/b:c?d@e&f=g#h", "a/b:c?d@e&f=g#h",
        lambda echo: echo.received.args["q9"], allowReserved=True),
    "header": _parameter("x-h1", "header", LIST, [HARMLESS, "z"], [HARMLESS, "z"],
        lambda echo: read_header("simple", False, "list", echo.received.headers["x-h1"])),
    "object header": _parameter("x-h2", "header", OBJECT, {"first_name": "a", "tags": "b"}, {"firstName": "a", "tags": "b"},
        lambda echo: read_header("simple", True, "object", echo.received.headers["x-h2"]), explode=True),
    "cookie": _parameter("c1", "cookie", TEXT, "a b;c", "a b;c", lambda echo: unquote(_cookies(echo)["c1"])),
    "list of cookies": _parameter("c2", "cookie", LIST, ["a", "b c"], "a,b c",
        lambda echo: unquote(_cookies(echo)["c2"]), explode=False),
}  # fmt: skip


FORM = {
    "type": "object",
    "properties": {"text": TEXT, "list": LIST, "choice": OBJECT, "digest": {**TEXT, "format": "byte"}},
}  # fmt: skip
FIELDS = {"text": AWKWARD, "list": ["a", "b&"], "choice": OPTIONS, "digest": b"\x00\xff"}
IN_FORM = [
    ["text", AWKWARD], ["list", "a"], ["list", "b&"],
    ["choice", json.dumps({"firstName": AWKWARD, "tags": ["a", "b"]}, separators=(",", ":"), ensure_ascii=False)],
    ["digest", "AP8="],
]  # fmt: skip
IN_JSON = {
    "text": AWKWARD, "list": ["a", "b&"], "choice": {"firstName": AWKWARD, "tags": ["a", "b"]}, "digest": "AP8=",
}  # fmt: skip


def _read_multipart(echo: Echo) -> Any:
    _, fields, files = parse_form_data(echo.received.environ)
    uploads = {name: (file.filename, file.mimetype, file.read()) for name, file in files.items()}
    return [[list(pair) for pair in fields.items(multi=True)], uploads]


def _body(
    media_type: str, schema: Any, arguments: dict[str, Any], expected: Any, read: Any
) -> Sent:
    content = {media_type: {"schema": schema}}
    return Sent("", None, expected, read, content=content, extra=arguments)


BODIES: dict[str, Sent] = {
    "json": _body("application/json", FORM, FIELDS, IN_JSON, lambda echo: echo.received.get_json()),
    "list": _body("application/json", {"type": "array", "items": OBJECT}, {"body": [OPTIONS]}, [IN_JSON["choice"]],
        lambda echo: echo.received.get_json()),
    "form": _body("application/x-www-form-urlencoded", FORM, FIELDS, IN_FORM,
        lambda echo: [list(pair) for pair in echo.received.form.items(multi=True)]),
    "multipart": _body("multipart/form-data",
        {**FORM, "properties": {**FORM["properties"], "file": {**TEXT, "format": "binary"}}},  # type: ignore[dict-item]
        {**FIELDS, "file": ("ä.png", b"\x00\r\n--")},
        [IN_FORM, {"file": ("ä.png", "image/png", b"\x00\r\n--")}], _read_multipart),
    "bytes": _body("application/octet-stream", {**TEXT, "format": "binary"}, {"body": b"\x00\xff\r\n"}, b"\x00\xff\r\n",
        lambda echo: echo.received.get_data()),
    "text": _body("text/plain; charset=latin-1", TEXT, {"body": "ä\r\n"}, b"\xe4\r\n", lambda echo: echo.received.get_data()),
    "lines": _body("application/jsonl", OBJECT, {"body": [OPTIONS, {"first_name": "x"}]},
        [IN_JSON["choice"], {"firstName": "x"}],
        lambda echo: [json.loads(line) for line in echo.received.get_data().splitlines()]),
}  # fmt: skip
PAIRS: list[tuple[Sent, Sent]] = [
    *(
        pair
        for pair in combinations(SENT.values(), 2)
        if {each.name for each in pair} != {"q4", "q5"}  # nothing tells their members apart
    ),
    *((parameter, body) for parameter in SENT.values() for body in BODIES.values()),
]


def _operation(index: int, pair: tuple[Sent, Sent]) -> tuple[str, dict[str, Any]]:
    names = [each.name for each in pair if each.parameter.get("in") == "path"]
    path = f"/o{index}" + "".join(f"/{name}/{{{name}}}" for name in names)
    operation: dict[str, Any] = {
        "operationId": f"o{index}", "x-resource": "sink", "x-method": f"o{index}",
        "parameters": [each.parameter for each in pair if each.parameter],
        "responses": {"204": {"description": "Received."}},
    }  # fmt: skip
    for each in pair:
        if each.content:
            operation["requestBody"] = {"required": True, "content": each.content}
    return path, {"post": operation}


DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Echo", "version": "1"},
    "servers": [{"url": "https://echo.example"}],
    "paths": dict(_operation(index, pair) for index, pair in enumerate(PAIRS)),
    "components": {
        "schemas": {
            "Options": {
                "type": "object",
                "properties": {"firstName": TEXT, "tags": {}},
            }
        }
    },
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with imported_package(generate(DOCUMENT, tmp_path_factory.mktemp("pairs"))) as name:
        importlib.import_module(f"{name}.models")
        yield importlib.import_module(name)


def test_both_arrive(package: Any) -> None:
    different: list[str] = []
    assert len(PAIRS) > 200
    for index, pair in enumerate(PAIRS):
        echo = Echo()
        arguments = {
            name: value
            for each in pair
            for name, value in (each.extra or {each.name.replace("-", "_"): each.value}).items()
        }
        positional = [
            arguments.pop(each.name) for each in pair if each.parameter.get("in") == "path"
        ]
        with httpx.Client(transport=httpx.MockTransport(echo)) as http:
            getattr(package.Echo(http_client=http).sink, f"o{index}")(*positional, **arguments)
        received = [each.read(echo) for each in pair]
        if received != [each.expected for each in pair]:
            different.append(f"{pair[0].name} and {pair[1].name or pair[1].content}: {received}")
    assert different == []
