"""Versions on the index: what may follow what, and that every one of them can be installed and works."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing import publish as publishing

from .conftest import Shop
from .servers import PASSWORD, USER, Server, devpi

ROOT = Path(__file__).resolve().parents[2]
GREEN = ("--tests", "true")
PRICE = "        price: {type: number, description: Price in euros.}\n"
STOCK = "        stock: {type: integer, description: How many there are.}\n"
COLOUR = (
    "      parameters:\n"
    "        - name: colour\n"
    "          in: query\n"
    "          description: Only items of this colour.\n"
    "          schema: {type: string}\n"
)


def _raise(shop: Shop, old: str, new: str) -> None:
    shop.edit(f"  version: {old}\n", f"  version: {new}\n")


def _refused(shop: Shop, read_stderr: Callable[[], str], version: str, wanted: str) -> None:
    assert shop.release("publish", *GREEN) == 1
    message = read_stderr()
    assert (
        f"refused: {version} is too low: " in message
        and f"ask for {wanted}; `python -m generator diff`" in message
    )


def test_additive_then_breaking(
    shop: Shop, index: Server, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def read_stderr() -> str:
        return capfd.readouterr().err

    assert shop.release("publish", *GREEN) == 0, read_stderr()

    shop.edit(PRICE, PRICE + STOCK)
    _raise(shop, "1.0.0", "1.0.1")
    _refused(shop, read_stderr, "1.0.1", "1.1.0")
    _raise(shop, "1.0.1", "1.1.0")
    assert shop.release("publish", *GREEN) == 0, read_stderr()

    shop.edit(COLOUR, "")
    _raise(shop, "1.1.0", "1.2.0")
    _refused(shop, read_stderr, "1.2.0", "2.0.0")
    _raise(shop, "1.2.0", "2.0.0")
    assert shop.release("publish", *GREEN) == 0, read_stderr()

    assert [name for name in index.files() if name.endswith(".whl")] == [
        f"shop_of_tests-{version}-py3-none-any.whl" for version in ("1.0.0", "1.1.0", "2.0.0")
    ]
    for version, program in (
        ("1.0.0", "assert not hasattr(Item, 'stock') and 'colour' in arguments"),
        ("1.1.0", "assert hasattr(Item, 'stock') and 'colour' in arguments"),
        ("2.0.0", "assert hasattr(Item, 'stock') and 'colour' not in arguments"),
    ):
        _installed(index, version, program, tmp_path / version)


def _installed(index: Server, version: str, program: str, folder: Path) -> None:
    """Install a version as a user does, run the smoke test, and look at what it has."""
    _run(sys.executable, "-m", "venv", "--without-pip", str(folder))
    python = str(folder / "bin" / "python")
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "-q")
    credentials = f"//{USER}:{PASSWORD.replace('/', '%2F').replace(' ', '%20')}@"
    address = index.simple.replace("//", credentials)
    _run(
        *pip,
        "--no-deps",
        f"shop-of-tests=={version}",
        PIP_INDEX_URL=address,
        PIP_CONFIG_FILE=os.devnull,
    )
    _run(*pip, "attrs", "httpx")
    _run(
        python,
        "-I",
        str(ROOT / "generator" / "publishing" / "smoke_test.py"),
        "shop-of-tests",
        "shop_of_tests",
        version,
    )
    look = (
        "import inspect; from shop_of_tests.models import Item; from shop_of_tests.resources import ItemsResource; "
        f"arguments = inspect.signature(ItemsResource.list).parameters; {program}"
    )
    _run(python, "-I", "-c", look)


def _run(*command: str, **variables: str) -> None:
    subprocess.run(command, check=True, env={**os.environ, **variables})


def test_the_same_way_to_another_kind_of_index(
    shop: Shop, tmp_path: Path, named: Callable[[Server], None], capfd: pytest.CaptureFixture[str]
) -> None:
    with devpi(tmp_path / "devpi") as server:
        named(server)
        assert shop.release("publish", *GREEN) == 0, capfd.readouterr().err
        assert shop.release("publish", *GREEN) == 1
        assert "the index has shop-of-tests 1.0.0 already" in capfd.readouterr().err
        shop.edit(PRICE, PRICE + STOCK)
        _raise(shop, "1.0.0", "1.0.1")
        _refused(shop, lambda: capfd.readouterr().err, "1.0.1", "1.1.0")
        _raise(shop, "1.0.1", "1.1.0")
        assert shop.release("publish", *GREEN) == 0, capfd.readouterr().err
        for version in ("1.0.0", "1.1.0"):
            _installed(server, version, "assert True", tmp_path / version)


def test_words_alone_and_templates_alone_ask_for_a_patch(
    shop: Shop, index: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(publishing, "try_from_index", lambda *_arguments: None)
    assert shop.release("publish", *GREEN) == 0
    shop.edit("Price in euros.", "Price in dollars.")
    _raise(shop, "1.0.0", "1.0.1")
    assert shop.release("publish", *GREEN) == 0, capfd.readouterr().err
    _raise(shop, "1.0.1", "1.0.2")
    assert shop.release("publish", *GREEN) == 0, capfd.readouterr().err


def test_without_an_sdist_to_compare_with_it_refuses(
    shop: Shop, index: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(publishing, "try_from_index", lambda *_arguments: None)
    assert shop.release("publish", *GREEN) == 0
    (index.folder / "shop_of_tests-1.0.0.tar.gz").unlink()
    _raise(shop, "1.0.0", "1.1.0")
    assert shop.release("publish", *GREEN) == 1
    assert "refused: the index has no sdist of 1.0.0" in capfd.readouterr().err
