"""Swagger 2.0: the package of the case makes the calls that the document's author meant."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from .support.cases import imported
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
