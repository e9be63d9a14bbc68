"""Dependency confusion: somebody publishes our name, with a higher version, on an index that everybody uses.

The settings that the package's README shows are taken from it as they are, but for the address.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from .conftest import Shop
from .servers import Server, pypiserver

PLACEHOLDER = "https://index.example/simple/"
OURS, THEIRS = "1.0.0", "99.0.0"


@frozen
class Indexes:
    """Ours, and the one that everybody uses."""

    internal: Server
    public: Server


@pytest.fixture
def indexes(tmp_path: Path) -> Iterator[Indexes]:
    with (
        pypiserver(tmp_path / "internal", protected=".") as internal,
        pypiserver(tmp_path / "public", protected=".") as public,
    ):
        _wheel(internal.folder, OURS)
        _wheel(public.folder, THEIRS)
        yield Indexes(internal, public)


def _wheel(folder: Path, version: str) -> None:
    """A package of our name that needs nothing."""
    inside = f"shop_of_tests-{version}.dist-info"
    files = {
        "shop_of_tests.py": "",
        f"{inside}/METADATA": f"Metadata-Version: 2.1\nName: shop-of-tests\nVersion: {version}\n",
        f"{inside}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{inside}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{inside}/RECORD"])
    with zipfile.ZipFile(folder / f"shop_of_tests-{version}-py3-none-any.whl", "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)


def _shown(shop: Shop, notation: str, indexes: Indexes) -> str:
    """The settings that the README shows, with the address of our index."""
    readme = (shop.place.generated / "README.md").read_text()
    (block,) = re.findall(rf"```{notation}\n(.*?)```", readme, re.DOTALL)
    assert PLACEHOLDER in block
    return str(block).replace(PLACEHOLDER, indexes.internal.simple)


def _taken_by_pip(settings: str, folder: Path) -> str:
    folder.mkdir()
    (folder / "pip.conf").write_text(settings)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "-d",
            str(folder),
            "shop-of-tests",
        ],
        env={**environment, "PIP_CONFIG_FILE": str(folder / "pip.conf")},
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel.name.split("-")[1]


def test_pip_with_the_settings_shown_takes_ours(
    shop: Shop, indexes: Indexes, tmp_path: Path
) -> None:
    settings = _shown(shop, "ini", indexes)
    assert _taken_by_pip(settings, tmp_path / "one") == OURS
    # What the README warns of is what would happen.
    both = f"{settings}extra-index-url = {indexes.public.simple}\n"
    assert _taken_by_pip(both, tmp_path / "two") == THEIRS


def _taken_by_uv(settings: str, public: Server, folder: Path) -> str:
    folder.mkdir()
    project = '[project]\nname = "program"\nversion = "1"\nrequires-python = ">=3.11"\n'
    text = f'{project}dependencies = ["shop-of-tests"]\n\n{settings}'
    (folder / "pyproject.toml").write_text(text)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("UV_")}
    subprocess.run(
        [
            str(Path(sys.executable).with_name("uv")),
            "lock",
            "-q",
            "--no-cache",
            "--python",
            sys.executable,
        ],
        cwd=folder,
        env={**environment, "UV_DEFAULT_INDEX": public.simple},
        check=True,
    )
    locked = tomllib.loads((folder / "uv.lock").read_text())["package"]
    return str(next(each["version"] for each in locked if each["name"] == "shop-of-tests"))


def test_uv_with_the_settings_shown_takes_ours(
    shop: Shop, indexes: Indexes, tmp_path: Path
) -> None:
    settings = _shown(shop, "toml", indexes)
    assert _taken_by_uv(settings, indexes.public, tmp_path / "one") == OURS
    assert _taken_by_uv("", indexes.public, tmp_path / "two") == THEIRS
