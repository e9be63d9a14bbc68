"""A FastAPI application used by the client of its own document: what is sent arrives, what it returns comes back."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation

from .use.application import app
from .use.proof import imported_package, prove

MOMENT = datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=UTC)
ID = "0b0f4b8e-3c1d-4f60-8d3a-5f1f5b2a9c11"


class _Transport(httpx.BaseTransport):
    """Hands requests of a sync client to the application."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        async def handle() -> httpx.Response:
            sent = httpx.Request(
                request.method, request.url, headers=request.headers, content=request.read()
            )
            response = await httpx.ASGITransport(app).handle_async_request(sent)
            content = await response.aread()
            return httpx.Response(response.status_code, headers=response.headers, content=content)

        return asyncio.run(handle())


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fastapi") / "openapi.json"
    path.write_text(json.dumps(app.openapi()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def package(document: Path) -> Iterator[Any]:
    tree = Compilation(document, Report()).tree
    assert tree is not None
    with imported_package(tree) as name:
        yield importlib.import_module(name)


def connect(package: Any, **options: Any) -> Any:
    http = httpx.Client(transport=_Transport())
    return package.Clinic(
        http_client=http, base_url="http://app", access_token="t0", strict=True, **options
    )


CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any], Any]] = [
    ("filtered.read", (), {"limit": 5, "order": ["a", "b"]}, {"limit": 5, "order": ["a", "b"]}),
    ("files.read", ("a/ü b?c#d%2F",), {}, {"path": "a/ü b?c#d%2F"}),
    ("levels.read", (2,), {}, 2),
    ("tenant.read", (), {"x_tenant": "acme", "session": "s-1"}, "acme/s-1"),
    ("tenant.read", (), {"x_tenant": "acme"}, "acme/None"),
    ("pet.update", (), {"body": {"kind": "dog", "good": True, "owner": "ö"}}, {"kind": "dog", "good": True, "owner": "ö"}),
    ("pet.update", (), {"body": {"kind": "cat"}}, {"kind": "cat", "lives": 9}),
    ("embedded.update", (), {"pet": {"kind": "cat", "lives": 3}, "note": "n"}, {"lives": 3, "note": "n"}),
    ("numbers.update", (), {"body": [1, 2.5, -0.0]}, [1.0, 2.5, -0.0]),
    ("items.delete", (ID,), {}, None),
    ("text.read", (), {}, "Grüße"),
    ("stream", (), {}, b"\x00onetwo\xff"),
    ("items.read", (ID,), {"q": "a&b=c+d"}, {"q": "a&b=c+d"}),
]  # fmt: skip


def call(client: Any, name: str, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
    target = client
    for part in name.split("."):
        target = getattr(target, part)
    return target(*arguments, **keywords)


def plain(value: Any) -> Any:
    return value.to_dict() if hasattr(value, "to_dict") else value


@pytest.mark.parametrize(("name", "arguments", "keywords", "expected"), CALLS)
def test_what_is_sent_arrives(
    package: Any, name: str, arguments: tuple[Any, ...], keywords: dict[str, Any], expected: Any
) -> None:
    with connect(package) as client:
        assert plain(call(client, name, arguments, keywords)) == expected

    async def run() -> Any:
        http = httpx.AsyncClient(transport=httpx.ASGITransport(app))
        async with package.AsyncClinic(http_client=http, base_url="http://app") as client:
            return plain(await call(client, name, arguments, keywords))

    assert asyncio.run(run()) == expected


def test_values_of_a_query_arrive_as_their_types(package: Any) -> None:
    with connect(package) as client:
        received = client.search(
            word=["a b", "ü&=", ""], ids=[1, -2], kind="used & more", since=MOMENT, flag=True,
            the_ratio=1e-7,
        )  # fmt: skip
    assert received["word"] == ["a b", "ü&=", ""] and received["ids"] == [1, -2]
    assert (received["kind"], received["flag"]) == ("used & more", True)
    assert received["ratio"] == 1e-7 and received["since"] == "2024-05-06T07:08:09.123456Z"


def test_a_model_comes_back_as_it_was_sent(package: Any) -> None:
    models = importlib.import_module(f"{package.__name__}.models")
    with connect(package) as client:
        item = client.items.create(
            id=ID, display_name="näme", price="1.50", made=MOMENT, day=date(2024, 5, 6),
            kind="used & more", level=2, tags=["a"], sizes={"x": [1, 2]},
            pet=models.Dog(good=False, owner=None), either="7", pair=[1, "z"],
            parent={
                "id": ID, "display_name": "p", "price": 2, "made": MOMENT, "day": "2024-01-02",
                "pet": {"kind": "cat", "lives": 1},
            },
        )  # fmt: skip
    assert (item.display_name, item.price, item.made, item.day) == (
        "näme", "1.50", MOMENT, date(2024, 5, 6),
    )  # fmt: skip
    assert (item.kind, item.level, item.tags, item.sizes) == (
        "used & more",
        2,
        ["a"],
        {"x": [1, 2]},
    )
    assert item.pet.good is False and item.parent.pet.lives == 1
    assert item.either == "7" and list(item.pair) == [1, "z"] and item.data is None


def test_files_and_fields_of_a_form_arrive(package: Any) -> None:
    with connect(package) as client:
        received = client.upload(
            file=("bücher.csv", b"a;b"), note="ü & =", more=[b"one", b"two"], count=3
        )
    assert received == {
        "name": "bücher.csv", "type": "text/csv", "content": "a;b", "note": "ü & =", "count": 3,
        "more": ["one", "two"],
    }  # fmt: skip


def test_credentials_go_where_they_are_asked_for(package: Any) -> None:
    with connect(package) as client:
        assert client.token.login(username="ann", password="secret") == {
            "access_token": "token-of-ann",
            "token_type": "bearer",
        }
        assert client.me.read() == client.bearer.read() == {"token": "t0"}


def test_errors_are_what_the_application_describes(package: Any) -> None:
    errors = importlib.import_module(f"{package.__name__}.errors")
    with connect(package, max_retries=0) as client:
        with pytest.raises(errors.NotFoundError) as missing:
            client.items.read(ID, q="missing")
        assert missing.value.body.code == "gone"
        with pytest.raises(errors.UnprocessableEntityError) as invalid:
            client.filtered.read(limit=1000)
        assert invalid.value.body.detail[0].loc == ["query", "limit"]


def test_the_package_does_what_is_promised(document: Path) -> None:
    proof = prove(document)
    assert proof.failures == [] and proof.skipped == []
