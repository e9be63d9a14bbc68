"""The second FastAPI application, served over HTTP and used by the client of its own document."""

from __future__ import annotations

import asyncio
import importlib
import json
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

import httpx
import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation

from .use.proof import imported_package, prove
from .use.serve import serve

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # FastAPI would rather have `root_path` on the server
    from .use import storefront

ID = "0b0f4b8e-3c1d-4f60-8d3a-5f1f5b2a9c11"
OTHER = "1b0f4b8e-3c1d-4f60-8d3a-5f1f5b2a9c12"
MOMENT = datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=UTC)
PRICE = {"amount": "1.50"}
PRODUCT = {"id": ID, "product_title": "Tée & co", "price": PRICE}
CARD = {"method": "card", "number": "4"}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("storefront") / "openapi.json"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two operations have one id
        path.write_text(json.dumps(storefront.app.openapi()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def package(document: Path) -> Iterator[Any]:
    tree = Compilation(document, Report()).tree
    assert tree is not None
    with imported_package(tree) as name:
        for module in ("models", "errors"):
            importlib.import_module(f"{name}.{module}")
        yield importlib.import_module(name)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serve(storefront.app) as base:
        yield f"{base}/shop/v2"


def connect(package: Any, url: str, kind: str = "Storefront", **options: Any) -> Any:
    credentials = {"access_token": "t0", "username": "ann", "password": "p:ss"}
    keys = {"api_key_header": "h", "api_key_query": "q&=", "api_key_cookie": "c"}
    options = {"strict": True, **options}
    return getattr(package, kind)(base_url=url, **credentials, **keys, **options)


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


OUTPUT = {
    "id": ID, "productTitle": "Tée & co", "price": {"amount": "1.50", "currency": "EUR"}, "colors": [], "size": 1,
    "valid": "P1D", "made": None, "extras": {}, "label": "Tée & co (1.50 EUR)",
}  # fmt: skip
CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any], Any]] = [
    ("token.create", (), {"username": "ann", "password": "p&ö", "scope": "read write"},
     {"access_token": "ann/p&ö/read write", "token_type": "bearer"}),
    ("users.read_me", (), {}, "t0:read"),
    ("keys.list", (), {}, ["h", None, None]),  # any of them is enough
    ("basic.read", (), {}, ["ann", "p:ss"]),
    ("headers.list", (), {"x_request": "r 1", "x_tags": ["a"], "if_none": "*"},
     {"x_request": "r 1", "x_tags": ["a"], "if_none": "*"}),
    ("cookies.list", (), {"session": "s-1", "theme": "red"}, {"session": "s-1", "theme": "red"}),
    ("catalog.items.list", (),
     {"limit": 7, "colors": ["red", "dark & red"], "sizes": [1, 10], "since": MOMENT, "text": "a+b&c=ü"},
     {"items": ["red", "dark & red", "1", "10", "2024-05-06 07:08:09.123456+00:00", "a+b&c=ü"], "total": 7,
      "next": None}),
    ("catalog.items.list", (), {}, {"items": ["None", ""], "total": 10, "next": None}),
    ("catalog.items.create", (), PRODUCT, OUTPUT),
    ("catalog.items.create", (),
     {**PRODUCT, "colors": ["dark & red"], "size": 10, "valid": "PT1H", "made": MOMENT, "secret": "s",
      "extras": {"a": 1, "ü": None, "c": "x"}},
     {**OUTPUT, "colors": ["dark & red"], "size": 10, "valid": "PT1H", "made": "2024-05-06T07:08:09.123456Z",
      "extras": {"a": 1, "ü": None, "c": "x"}}),
    ("catalog.items.replace", (7,), {"product": PRODUCT, "offset": 3},
     {"id": 7, "title": "Tée & co", "offset": 3, "limit": 5}),
    ("catalog.items.replace", (ID,), {"product": PRODUCT},
     {"id": ID, "title": "Tée & co", "offset": 0, "limit": 5}),
    ("catalog.items.update_batch", (), {"body": ["skip", PRODUCT]}, ["skip", OUTPUT]),
    ("orders.create", (), {"payment": CARD, "lines": [OTHER, PRODUCT], "note": ["a", "b"]},
     {"payment": CARD, "lines": [OTHER, {**{k: OUTPUT[k] for k in ("id", "productTitle", "label")},
      "price": {"amount": "1.50"}}], "note": ["a", "b"]}),
    ("pay", (), {"body": {"method": "transfer", "iban": "DE", "when": MOMENT}, "dry": True},
     {"method": "transfer", "iban": "DE", "when": "2024-05-06T07:08:09.123456Z"}),
    ("either.create", (), {"body": [1, 2]}, [1, 2]),
    ("either.create", (), {"body": "a"}, "a"),
    ("either.create", (), {"body": {"code": "busy"}}, {"code": "busy", "at": None}),
    ("either.create", (), {"body": PRODUCT}, OUTPUT),
    ("tree.create", (), {"body": {"a": 1, "b": {"c": {}, "d": 2}}}, {"a": 1, "b": {"c": {}, "d": 2}}),
    ("profile.create", (), {"name": "a & ü", "age": 3, "tags": ["x", "y z"], "color": "dark & red"},
     {"name": "a & ü", "age": 3, "tags": ["x", "y z"], "color": "dark & red"}),
    ("profile.create", (), {"name": "a"}, {"name": "a", "age": 0, "tags": [], "color": "red"}),
    ("upload", (), {"title": "ü", "file": ("ä.txt", b"x"), "count": 2}, ["ü", "ä.txt", "text/plain", "x", 2]),
    ("uploads.create", (), {"files": [("a", b"\xe4"), b"y"], "raw": b"r", "levels": [10, 1]},
     {"files": [["a", "ä"], ["files", "y"]], "raw": "r", "levels": [10, 1], "maybe": None}),
    ("uploads.create", (), {"files": [b""], "raw": b"r", "levels": [1], "maybe": ("m.png", b"")},
     {"files": [["files", ""]], "raw": "r", "levels": [1], "maybe": "m.png"}),
    ("values.list", (),
     {"colors": ["dark & red", "red"], "texts": ["b,c", "a"], "literal": "a b", "delta": "PT90S", "number": "1.10"},
     {"colors": ["dark & red", "red"], "texts": ["a", "b,c"], "pair": None, "literal": "a b", "delta": 90.0,
      "number": "1.10"}),
    ("page.read", (), {}, "<p>Grüße</p>"),
    ("plain.read", (), {}, "[1]"),
    ("nothing.read", (), {}, None),
    ("both.read", (), {}, "GET"),
    ("both.delete", (), {}, "DELETE"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "arguments", "keywords", "expected"),
    CALLS,
    ids=[f"{n}-{each[0]}" for n, each in enumerate(CALLS)],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_everything_comes_back_equal(
    package: Any,
    url: str,
    name: str,
    arguments: tuple[Any, ...],
    keywords: dict[str, Any],
    expected: Any,
) -> None:
    with connect(package, url) as client:
        assert plain(attrgetter(name)(client)(*arguments, **keywords)) == expected

    async def run() -> Any:
        async with connect(package, url, "AsyncStorefront") as client:
            return plain(await attrgetter(name)(client)(*arguments, **keywords))

    assert asyncio.run(run()) == expected


def test_models_are_sent_like_dicts(package: Any, url: str) -> None:
    models = package.models
    price = models.MoneyInput(amount="1.50")
    product = models.ProductInput(id=ID, product_title="Tée & co", price=price)
    with connect(package, url) as client:
        assert client.either.create(body=product).to_dict() == OUTPUT
        assert [plain(each) for each in client.catalog.items.update_batch(body=[product])] == [
            OUTPUT
        ]
        order = client.orders.create(
            payment=models.Transfer(iban="DE", when=MOMENT), lines=[product], gift=product, note="n"
        )
        assert type(order.payment) is models.Transfer and order.payment.when == MOMENT
        assert order.gift.product_title == "Tée & co" and order.note == "n"
        received = client.catalog.items.create(**PRODUCT)  # what was received can be sent
        assert client.either.create(body=received).to_dict() == OUTPUT
        assert plain(client.pay(body=models.Card(number="4"))) == CARD


def test_streams_and_files(package: Any, url: str) -> None:
    with connect(package, url) as client:
        assert [each.code for each in client.events.list()] == ["gone", "busy"]
        with pytest.raises(package.ContractError):  # the document says that there is nothing
            client.file.read()
    with connect(package, url, strict=False) as client:
        assert client.file.read() == b"\x00\xff"
        assert client.lines.list() == b'{"n": 0}\n{"n": 1}\n{"n": 2}\n'


def test_errors_are_typed_by_their_status(package: Any, url: str) -> None:
    errors = package.errors
    with connect(package, url, max_retries=0) as client:
        with pytest.raises(errors.ConflictError) as conflict:
            client.catalog.items.create(**{**PRODUCT, "product_title": "gone"})
        assert conflict.value.body.code == "gone" and conflict.value.body.at.year == 2024
        with pytest.raises(errors.APIStatusError) as busy:
            client.catalog.items.create(**{**PRODUCT, "product_title": "busy"})
        assert busy.value.status == 503 and busy.value.body == {"detail": {"why": ["busy"]}}
        with pytest.raises(errors.UnprocessableEntityError) as invalid:
            client.catalog.items.list(limit=1000)
        assert invalid.value.body.detail[0].loc == ["query", "limit"]


def test_the_document_s_path_is_part_of_the_base_url(package: Any) -> None:
    with pytest.raises(package.ConfigurationError, match="/shop/v2"):
        package.Storefront(access_token="t")


def test_what_runs_in_the_background_has_run(package: Any, url: str) -> None:
    with connect(package, url) as client:
        client.catalog.items.create(**{**PRODUCT, "product_title": "in the background"})
    response = httpx.get(f"{url}/plain")  # a later request: the task is over
    assert response.status_code == 200 and "in the background" in storefront.NOTES


def test_what_is_no_part_of_the_document_is_no_method(package: Any) -> None:
    client = package.Storefront(base_url="http://localhost")
    assert not hasattr(client, "socket") and not hasattr(client, "hidden")


def test_the_package_does_what_is_promised(document: Path) -> None:
    proof = prove(document)
    assert proof.failures == [] and proof.skipped == []
