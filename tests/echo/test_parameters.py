"""Every style of a parameter in every place, with awkward values of every kind, as a reader of the styles gets them."""

from __future__ import annotations

import base64
import enum
import importlib
import json
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from attrs import field, frozen

from ..use.proof import imported_package
from .server import Echo, generate
from .styles import Shape, read_header, read_path, read_query

SCHEMAS: dict[Shape, dict[str, Any]] = {
    "scalar": {},
    "list": {"type": "array", "items": {}},
    "object": {"$ref": "#/components/schemas/Options"},
}
STYLES = {
    "path": ["simple", "label", "matrix"],
    "query": ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
    "header": ["simple"],
    "cookie": ["form", "cookie"],
}


@frozen
class Way:
    """One way to write a parameter."""

    place: str
    style: str
    explode: bool
    shape: Shape
    reserved: bool = False

    @property
    def name(self) -> str:
        parts = [self.place, self.style, "explode" if self.explode else "whole", self.shape]
        return "_".join([*parts, *["reserved"] * self.reserved]).lower()

    @property
    def parameter(self) -> dict[str, Any]:
        parameter = {"name": "v", "in": self.place, "required": self.place == "path"}
        schema = SCHEMAS[self.shape]
        if self.style == "json":
            return {**parameter, "content": {"application/json": {"schema": schema}}}
        style = {"style": self.style, "explode": self.explode, "allowReserved": self.reserved}
        return {**parameter, **style, "schema": schema}


def _ways() -> Iterator[Way]:
    for place, styles in STYLES.items():
        for style in styles:
            for explode in (False, True):
                for shape in SCHEMAS:
                    if style == "deepObject" and not (explode and shape == "object"):
                        continue
                    if style.endswith("Delimited") and (shape == "scalar" or explode):
                        continue
                    yield Way(place, style, explode, shape)
                    if style == "form" and place == "query":
                        yield Way(place, style, explode, shape, reserved=True)
        for shape in SCHEMAS:
            yield Way(place, "json", False, shape)


WAYS = list(_ways())
PARTS = {"type": "object", "properties": {"innerName": {}}}
DOCUMENT = {
    "openapi": "3.2.0",
    "info": {"title": "Echo", "version": "1"},
    "servers": [{"url": "https://echo.example"}],
    "paths": {
        f"/{way.name}{'/{v}' if way.place == 'path' else ''}": {
            "get": {
                "operationId": way.name, "x-resource": "sink", "x-method": way.name,
                "parameters": [way.parameter],
                "responses": {"204": {"description": "Received."}},
            }
        }
        for way in WAYS
    },
    "components": {
        "schemas": {
            "Options": {
                "type": "object",
                "properties": {"firstName": {}, "part": {"$ref": "#/components/schemas/Part"}},
                "additionalProperties": {},
            },
            "Part": PARTS,
        }
    },
}  # fmt: skip


class Color(str, enum.Enum):
    """A text enumeration."""

    RED = "dark red"


class Level(enum.IntEnum):
    """A numeric enumeration."""

    HIGH = 3


class Plain(enum.Enum):
    """An enumeration of no type."""

    ONE = 1.5


MOMENT = datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=UTC)
ID = uuid.UUID("0b0f4b8e-3c1d-4f60-8d3a-5f1f5b2a9c11")
TEXTS = [
    "a", "a b", "ü€𝄞", "a&b=c+d", "a;b", "%2F/..?#[]{}", "'\"\\", "null", "%zz", "+", "~!*'()", "a,b|c", "..a",
    "\t\n", "\x7f",
]  # fmt: skip
SCALARS: list[tuple[Any, Any]] = [
    # value, the same in JSON
    *((text, text) for text in TEXTS),
    (0, 0), (-1.5e-7, -1.5e-7), (10**20, 10**20), (True, True), (False, False),
    (Color.RED, "dark red"), (Level.HIGH, 3), (Plain.ONE, 1.5),
    (MOMENT, "2024-05-06T07:08:09.123456Z"), (date(2024, 1, 2), "2024-01-02"),
    (b"\x00\xff", base64.b64encode(b"\x00\xff").decode()), (ID, str(ID)),
]  # fmt: skip


def text_of(value: Any) -> str:
    """What stands for a JSON value in a text: texts as they are, else JSON."""
    return (
        value
        if isinstance(value, str)
        else json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    )


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with imported_package(generate(DOCUMENT, tmp_path_factory.mktemp("echo"))) as name:
        importlib.import_module(f"{name}.models")
        yield importlib.import_module(name)


@frozen
class Api:
    """The package and the server that its client talks to."""

    package: Any
    echo: Echo = field(factory=Echo)

    @property
    def options(self) -> Any:
        return self.package.models.Options

    @property
    def part(self) -> Any:
        return self.package.models.Part

    def call(self, way: Way, value: Any) -> None:
        """Send `value`."""
        with httpx.Client(transport=httpx.MockTransport(self.echo)) as http:
            method = getattr(self.package.Echo(http_client=http).sink, way.name)
            method(value) if way.place == "path" else method(v=value)

    def send(self, way: Way, value: Any) -> Any:
        """Send `value` and return what a reader of its style gets."""
        self.call(way, value)
        arguments = (way.style, way.explode, way.shape)
        if way.place == "path":
            return read_path(*arguments, "v", self.echo.raw_path.rpartition("/")[2])
        if way.place == "query":
            return read_query(*arguments, "v", self.echo.raw_query)
        if way.place == "header":
            return read_header(*arguments, self.echo.received.headers.get("v", ""))
        cookies = self.echo.received.headers.get("cookie", "").replace("; ", "&")
        return read_query(
            "form" if way.style == "cookie" else way.style, *arguments[1:], "v", cookies
        )


@pytest.fixture(scope="module")
def api(package: Any) -> Api:
    return Api(package)


def ways(*, json: bool = False, **wanted: Any) -> list[Any]:
    """The ways with these attributes, as parameters of a test."""
    chosen = [each for each in WAYS if all(getattr(each, key) == wanted[key] for key in wanted)]
    return [pytest.param(each, id=each.name) for each in chosen if (each.style == "json") == json]


def is_ambiguous(way: Way, text: str) -> bool:
    """Return whether a style has no way to write `text` so that a server can tell what was meant."""
    if way.place == "header":
        return bool(set(text) & set("\t\n\x7f")) or ("," in text and way.shape != "scalar")
    if way.style == "cookie":
        return bool(
            set(text) & set("%&")
        )  # the former is what escapes begin with, the latter is our reader's
    if way.reserved:
        return text.startswith("%2F") or ("," in text and way.shape != "scalar" and not way.explode)
    separator = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(way.style)
    return separator is not None and separator in text


def texts(way: Way) -> Iterator[tuple[Any, str]]:
    for value, in_json in SCALARS:
        if not is_ambiguous(way, text := text_of(in_json)):
            yield value, text


@pytest.mark.parametrize("way", ways(shape="scalar"))
def test_scalars(api: Api, way: Way) -> None:
    for value, text in texts(way):
        assert api.send(way, value) == text


@pytest.mark.parametrize("way", ways(shape="list"))
def test_lists(api: Api, way: Way) -> None:
    for value, text in texts(way):
        assert api.send(way, [value, "z"]) == [text, "z"]
    for items in (("a", "b"), {"a": 1, "b": 2}.keys(), (each for each in "ab"), ["a", None, "b"]):
        assert api.send(way, items) == ["a", "b"]
    assert api.send(way, "a") == ["a"]
    assert api.send(way, ["", "a"]) == ["", "a"]


@pytest.mark.parametrize("way", ways(shape="object"))
def test_objects(api: Api, way: Way) -> None:
    key = "a_b" if way.style in ("spaceDelimited", "cookie") else "ä b&;"
    for value, text in texts(way):
        expected = {"firstName": text, key: "z"}
        assert api.send(way, {"first_name": value, key: "z"}) == expected
        assert api.send(way, {"firstName": value, key: "z"}) == expected
        assert api.send(way, api.options(first_name=value)) == {"firstName": text}
    assert api.send(way, {1: True, "none": None}) == {"1": "true"}


@pytest.mark.parametrize("way", ways(shape="object"))
def test_what_is_nested_is_json(api: Api, way: Way) -> None:
    expected: Any = {"part": '{"innerName":7}'}
    if way.style == "deepObject":
        expected = {"part": {"innerName": "7"}}
    part = api.part(inner_name=7)
    for value in ({"part": {"inner_name": 7}}, {"part": part}, api.options(part=part)):
        assert api.send(way, value) == expected


@pytest.mark.parametrize(
    "way", [each for each in ways(shape="list") if each.values[0].place != "header"]
)
def test_items_that_are_no_scalars_are_json(api: Api, way: Way) -> None:
    if way.reserved and not way.explode:
        pytest.skip("a comma that is left as it is separates items")
    items = [[1, True], api.part(inner_name=7), {"innerName": 1}]
    assert api.send(way, items) == ["[1,true]", '{"innerName":7}', '{"innerName":1}']


@pytest.mark.parametrize("way", ways(json=True))
def test_content_is_json(api: Api, way: Way) -> None:
    wrap = {
        "scalar": lambda value: value,
        "list": lambda value: [value, None],
        "object": lambda value: {"firstName": value, "part": {"innerName": [None]}},
    }[way.shape]
    for value, in_json in SCALARS:
        assert api.send(way, wrap(value)) == wrap(in_json)
    if way.shape == "object":
        renamed = {"first_name": 1, "part": {"inner_name": 2}}
        assert api.send(way, renamed) == {"firstName": 1, "part": {"innerName": 2}}


@pytest.mark.parametrize("way", [*ways(shape="list"), *ways(shape="object")])
def test_nothing_is_sent_for_what_is_empty(api: Api, way: Way) -> None:
    empty = [[], (), [None]] if way.shape == "list" else [{}, {"firstName": None}, api.options()]
    for value in empty:
        if way.place == "path":
            with pytest.raises(api.package.ArgumentError):
                api.send(way, value)
            continue
        assert not api.send(way, value)
        assert not api.echo.raw_query and not {"v", "cookie"} & {
            *api.echo.received.headers.keys(lower=True)
        }


@pytest.mark.parametrize("way", ways(shape="scalar"))
def test_text_may_be_empty_but_in_a_path(api: Api, way: Way) -> None:
    if way.place == "path":
        with pytest.raises(api.package.ArgumentError):
            api.send(way, "")
    else:
        assert api.send(way, "") == ""


@pytest.mark.parametrize("text", ["a\r\nX-Other: b", "a\0", "\x7f"])
def test_a_header_holds_one_line(api: Api, text: str) -> None:
    for way in WAYS:
        if way.place == "header" and way.style == "simple":
            with pytest.raises(api.package.ArgumentError):
                api.send(way, {"scalar": text, "list": [text], "object": {"k": text}}[way.shape])


@pytest.mark.parametrize("value", [".", "..", ["."], ["..", "a"], {".": "."}])
def test_no_path_argument_leads_elsewhere(api: Api, value: Any) -> None:
    for way in WAYS:
        if way.place == "path" and (way.shape != "scalar" or isinstance(value, str)):
            try:
                api.call(way, value)
            except api.package.ArgumentError:
                continue
            segment = unquote(api.echo.raw_path.rpartition("/")[2])
            assert segment not in (".", "..")
