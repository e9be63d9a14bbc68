"""Swagger 2.0: the package of the case makes the calls that the document's author meant."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation

from .support.cases import imported, write
from .test_cases import importable


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported("swagger-2", tmp_path_factory.mktemp("swagger")) as package:
        yield package


@pytest.fixture
def transport(package: ModuleType) -> Any:
    return importable(package, "testing").FakeTransport()


@pytest.fixture
def client(package: Any, transport: Any) -> Any:
    return package.Toys(http_client=transport, api_key="k", strict=True)


def test_lists_are_joined_as_the_collection_format_says(client: Any, transport: Any) -> None:
    client.toys.list(
        limit=3,
        plain=["a", "b c"],
        csv=["a"],
        ssv=["a", "b"],
        tsv=["a", "b"],
        pipes=[1, 2],
        multi=["a", "b"],
        x_colours=["r", "g"],
    )
    request = transport.requests[-1]
    query = "limit=3&plain=a,b%20c&csv=a&ssv=a%20b&tsv=a%09b&pipes=1%7C2&multi=a&multi=b"
    assert request.url == f"https://toys.example.com/v2/toys?{query}"
    assert request.headers["x-colours"] == "r|g"
    client.toys.delete(["a", "b"])
    assert transport.requests[-1].url == "https://toys.example.com/v2/toys/a%20b"


def test_forms_and_files_are_sent(client: Any, transport: Any) -> None:
    client.toys.replace(["x"], name="n", tags=["a", "b"], sizes=[1, 2])
    request = transport.requests[-1]
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    client.toys.upload_picture(3, file=b"x", caption="c")
    assert transport.requests[-1].headers["content-type"].startswith("multipart/form-data; ")


def test_what_an_operation_produces_is_asked_for(client: Any, transport: Any) -> None:
    assert isinstance(client.toys.get_picture(3), bytes)
    assert transport.requests[-1].headers["accept"].endswith("image/png")


_PLACES = ("query", "path", "header", "formData", "file")
_FORMATS = ("", "csv", "ssv", "tsv", "pipes", "multi")
_JOINED = {"": ",", "csv": ",", "ssv": "%20", "tsv": "%09", "pipes": "%7C"}


def _list_everywhere() -> dict[str, Any]:
    """Return a document with an operation for each place of a list and each format."""
    paths: dict[str, Any] = {}
    for place in _PLACES:
        for format in _FORMATS:
            name = "X-Ids" if place == "header" else "ids"
            list_ = {"type": "array", "items": {"type": "string"}, "required": True}
            list_ |= {"collectionFormat": format} if format else {}
            list_ |= {"name": name, "in": "formData" if place == "file" else place}
            parameters = [list_, {"name": "f", "in": "formData", "type": "file"}]
            operation = {
                "x-resource": "lists",
                "x-method": f"send_{place.lower()}_{format or 'none'}",
                "parameters": parameters[: 2 if place == "file" else 1],
                "responses": {"204": {"description": "Fine."}},
            }
            end = "/{ids}" if place == "path" else ""
            paths[f"/{place}/{format or 'none'}{end}"] = {"post": operation}
    info = {"title": "Lists in places", "version": "1"}
    return {"swagger": "2.0", "info": info, "host": "lists.example", "paths": paths}


def test_a_list_is_the_same_to_the_byte_in_every_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lists.json").write_text(json.dumps(_list_everywhere()), encoding="utf-8")
    tree = Compilation(tmp_path / "lists.json", Report()).tree
    assert tree is not None
    name = write(dict(tree), tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "src"))
    package = importlib.import_module(name)
    fake = importlib.import_module(f"{name}.testing").FakeTransport()
    lists = package.ListsInPlaces(http_client=fake).lists
    values = ["a b", "c,d|e"]

    def send(place: str, format: str) -> Any:
        call = getattr(lists, f"send_{place.lower()}_{format or 'none'}")
        if place == "path":
            call(values)
        elif place == "header":
            call(x_ids=values)
        else:
            call(ids=values, **({"f": b"x"} if place == "file" else {}))
        return fake.requests[-1]

    for format, joint in _JOINED.items():
        joined = f"a%20b{joint}c%2Cd%7Ce"
        plain = {"%20": " ", "%09": "\t", "%7C": "|"}.get(joint, joint).join(values)
        assert send("query", format).url.endswith(f"?ids={joined}")
        assert send("path", format).url.endswith(f"/{joined}")
        assert send("header", format).headers["x-ids"] == plain
        assert send("formData", format).body == f"ids={joined}".encode()
        assert f'name="ids"\r\n\r\n{plain}\r\n'.encode() in send("file", format).body
    assert send("query", "multi").url.endswith("?ids=a%20b&ids=c%2Cd%7Ce")
    assert send("formData", "multi").body == b"ids=a%20b&ids=c%2Cd%7Ce"
    assert send("file", "multi").body.count(b'name="ids"') == 2
    for module in [each for each in sys.modules if each.split(".")[0] == name]:
        del sys.modules[module]
