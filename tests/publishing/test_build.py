"""`nox -s build`: the same bytes every time, and everything that an index wants to know."""

from __future__ import annotations

import json
import os
import tarfile
import zipfile
from email import message_from_string
from pathlib import Path

import pytest
from attrs import evolve
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from generator.publishing.build import Built, build, digest
from generator.publishing.errors import Refusal
from generator.publishing.project import EARLIEST, read_project

from .conftest import Shop


@pytest.fixture
def built(shop: Shop) -> Built:
    return build(shop.project, shop.place.spec, shop.place.dist)


def test_the_same_bytes_at_another_time_and_place(
    shop: Shop, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = {path.name: path.read_bytes() for path in (built.sdist, built.wheel, built.bill)}
    moved = Shop(shop.root.rename(tmp_path / "elsewhere"))
    for path in moved.place.generated.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o755 if path.is_dir() else 0o600)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    before = os.umask(0o077)
    try:
        again = build(moved.project, moved.place.spec, tmp_path / "dist2")
    finally:
        os.umask(before)
    assert {p.name: p.read_bytes() for p in (again.sdist, again.wheel, again.bill)} == first


def test_the_date_is_that_of_source_date_epoch(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    project = shop.project
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    built = build(project, shop.place.spec, shop.place.dist)
    with zipfile.ZipFile(built.wheel) as wheel:
        assert {info.date_time for info in wheel.infolist()} == {(2023, 11, 14, 22, 13, 20)}
    with tarfile.open(built.sdist) as sdist:
        assert {info.mtime for info in sdist} == {1_700_000_000}
        assert {(info.uid, info.gid, info.uname) for info in sdist} == {(0, 0, "")}


def test_without_a_commit_the_date_is_the_earliest(shop: Shop) -> None:
    assert read_project(shop.place.generated, {}).epoch == EARLIEST


def test_only_what_was_generated_goes_in(shop: Shop) -> None:
    (shop.place.generated / "src" / "shop_of_tests" / "stray.py").write_text("x = 1\n")
    (shop.place.generated / "notes.txt").write_text("mine\n")
    built = build(shop.project, shop.place.spec, shop.place.dist)
    with tarfile.open(built.sdist) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"openapi.json", "PKG-INFO", "README.md", "API.md", "pyproject.toml"} <= names
    assert not {name for name in names if "stray" in name or "notes" in name or "generated" in name}


def test_a_licence_goes_in_with_its_text(shop: Shop) -> None:
    licensed = evolve(shop.project, licence="MIT")
    with pytest.raises(Refusal, match="claims the licence MIT without its text"):
        build(licensed, shop.place.spec, shop.place.dist)
    (shop.place.generated / "LICENSE").write_text("Do what you want.\n", encoding="utf-8")
    shop.generate()  # which keeps the file
    built = build(licensed, shop.place.spec, shop.place.dist)
    with tarfile.open(built.sdist) as sdist, zipfile.ZipFile(built.wheel) as wheel:
        assert f"{shop.project.stem}/LICENSE" in sdist.getnames()
        inside = f"{shop.project.stem}.dist-info/licenses/LICENSE"
        assert wheel.read(inside) == b"Do what you want.\n"
        metadata = wheel.read(f"{shop.project.stem}.dist-info/METADATA").decode()
    assert "License-File: LICENSE\n" in metadata


def test_the_metadata_are_complete(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as wheel:
        inside = f"{built.wheel.name.removesuffix('-py3-none-any.whl')}.dist-info/METADATA"
        document = message_from_string(wheel.read(inside).decode())
    assert (document["Name"], document["Summary"]) == ("shop-of-tests", "Items of a shop.")
    assert document["License-Expression"] is None  # the description claims none
    assert document["Requires-Python"] == ">=3.11"
    assert document["Description-Content-Type"] == "text/markdown"
    assert "Typing :: Typed" in document.get_all("Classifier", [])
    assert "# shop-of-tests" in str(document.get_payload())


def test_the_bill_of_materials_is_valid_and_says_what_is_inside(built: Built) -> None:
    text = built.bill.read_text()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    document = json.loads(text)
    files = document["metadata"]["component"]["components"]
    assert {each["name"]: each["hashes"][0]["content"] for each in files} == {
        path.name: digest(path) for path in (built.sdist, built.wheel)
    }
    required = {each["name"] for each in document["components"] if each["scope"] == "required"}
    assert required == {"attrs", "httpx"}


def test_a_folder_without_a_package_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no generated package in empty/; make it with"):
        read_project(tmp_path / "empty")


def test_a_build_that_fails_says_why_and_leaves_nothing(
    shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = shop.place.generated / "pyproject.toml"
    settings.write_text(
        settings.read_text().replace('requires-python = ">=3.11"', 'requires-python = "soon"')
    )
    assert shop.release("build") == 1
    assert (
        "refused: the build fails; the output:" in (stderr := capsys.readouterr().err)
        and "requires-python" in stderr
    )
    assert list(shop.place.dist.iterdir()) == []
