"""The package's README: every program in it runs, against the fake transport."""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path
from typing import Any

import cloudflare_ai
import pytest
from cloudflare_ai.testing import FakeTransport

from .conftest import Shop

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "generated" / "README.md"
SECTIONS = [
    "Install",
    "First call",
    "Arguments and models",
    "Authentication",
    "Errors",
    "Settings",
    "Lists of several pages",
    "Streams",
    "Asynchronous programs",
    "Tests",
]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # programs write files


def _programs(text: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def _run(
    package: Any, clients: list[str], text: str, monkeypatch: pytest.MonkeyPatch
) -> FakeTransport:
    """Run the programs of a README one after the other, as a reader does who tries them in one session."""
    fake = sys.modules[f"{package.__name__}.testing"].FakeTransport()
    for name in clients:
        made = functools.partial(getattr(package, name), http_client=fake)
        monkeypatch.setattr(package, name, made, raising=False)
    names: dict[str, Any] = {"__name__": "readme"}
    for number, program in enumerate(_programs(text)):
        code = compile(program, f"README.md, program {number}", "exec")
        exec(code, names)  # noqa: S102  # our own README
    return fake


def test_every_program_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "token")
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "account")
    text = README.read_text()
    assert len(_programs(text)) == 17
    fake = _run(cloudflare_ai, ["CloudflareAI", "AsyncCloudflareAI"], text, monkeypatch)
    assert {"ai_gateway.get", "ai_gateway.list", "ai.run"} <= {
        each.operation for each in fake.requests
    }
    output = capsys.readouterr().out
    assert "Gateway(id='my-gateway'" in output and "200 " in output


def test_every_section_is_there() -> None:
    assert re.findall(r"^## (.*)", README.read_text(), re.MULTILINE) == SECTIONS


def test_an_api_with_little_to_show_has_a_guide_too(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (shop.place.generated / "README.md").read_text()
    assert "result = client.items.list()" in text
    assert "Streams" not in text and "several pages" not in text
    monkeypatch.setenv("SHOP_TOKEN", "token")
    monkeypatch.syspath_prepend(str(shop.place.generated / "src"))
    import shop_of_tests  # type: ignore[import-not-found]
    import shop_of_tests.testing  # type: ignore[import-not-found]

    fake = _run(shop_of_tests, ["Shop", "AsyncShop"], text, monkeypatch)
    assert {each.operation for each in fake.requests} == {"items.list"}


def test_an_api_whose_operations_ask_for_much_shows_none(shop: Shop) -> None:
    shop.edit(
        "description: Identifier of the item.\n          schema: {type: string}",
        "description: Number.\n          schema: {type: number}",
    )
    shop.edit(
        "  /items:\n    get:\n",
        "  /items:\n    put:\n      requestBody: {required: true, content: {image/png: {}}}\n",
    )
    text = (shop.place.generated / "README.md").read_text()
    assert "client = Shop()" in text and "client.items" not in text
    for program in _programs(text):
        compile(program, "README.md", "exec")


def test_a_name_is_given_with_its_password(shop: Shop) -> None:
    shop.edit(", scheme: bearer, x-argument: token, x-environment: SHOP_TOKEN", ", scheme: basic")
    text = (shop.place.generated / "README.md").read_text()
    pair = 'username="example-username", password="example-password"'
    assert f"Shop({pair}, http_client=fake)" in text
    assert f"other = client.with_credentials({pair})" in text


def test_null_is_shown_where_an_argument_takes_it(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.edit("  /items/{item_id}:\n", _RENAMING + "  /items/{item_id}:\n")
    text = (shop.place.generated / "README.md").read_text()
    assert 'client.items.rename("my-item", note=NULL)' in text
    monkeypatch.setenv("SHOP_TOKEN", "token")
    monkeypatch.syspath_prepend(str(shop.place.generated / "src"))
    for name in [each for each in sys.modules if each.split(".")[0] == "shop_of_tests"]:
        monkeypatch.delitem(sys.modules, name)
    import shop_of_tests
    import shop_of_tests.testing

    fake = _run(shop_of_tests, ["Shop", "AsyncShop"], text, monkeypatch)
    sent = {each.operation: each.body for each in fake.requests}
    assert sent["items.rename"] == {"note": None}


def test_the_reference_says_what_can_be_sent_for_bytes(shop: Shop) -> None:
    reference = shop.place.generated / "API.md"
    assert (
        "`BodyContent`:" not in reference.read_text() and "- `Page`:" not in reference.read_text()
    )
    shop.edit("  /items/{item_id}:\n", _PICTURE + "  /items/{item_id}:\n")
    assert (
        "- `BodyContent`: Bytes, a file open in binary mode, a `pathlib.Path`, or an iterable of bytes.\n"
        in reference.read_text()
    )


def test_a_single_operation_is_one(shop: Shop) -> None:
    whole = shop.place.spec.read_text()
    start, end = whole.index("  /items/{item_id}:"), whole.index("components:")
    shop.edit(whole[start:end], "")
    assert " 1 operation, synchronous" in (shop.place.generated / "README.md").read_text()
    assert "\n1 operation. " in (shop.place.generated / "API.md").read_text()


_RENAMING = """\
  /items/{item_id}/note:
    patch:
      x-resource: items
      x-method: rename
      parameters: [{name: item_id, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, properties: {note: {type: [string, "null"]}}}
      responses: {"204": {description: Done.}}
"""
_PICTURE = """\
  /items/{item_id}/picture:
    put:
      x-resource: items
      x-method: illustrate
      parameters: [{name: item_id, in: path, required: true, schema: {type: string}}]
      requestBody: {required: true, content: {image/png: {}}}
      responses: {"204": {description: Done.}}
"""
