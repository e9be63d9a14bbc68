"""Settings name operations wherever their path item is written: in place, in components, at another path, in a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation

RESPONSES = {"204": {"description": "Done."}}
ITEM = {"get": {"responses": RESPONSES}, "additionalOperations": {"COPY": {"responses": RESPONSES}}}


def name_operations(folder: Path, paths: dict[str, Any], settings: str, **more: Any) -> list[str]:
    """Return the names of the operations of a document with settings."""
    info = {"title": "Shelf", "version": "1"}
    document = {"openapi": "3.2.0", "info": info, "paths": paths, **more}
    (folder / "openapi.json").write_text(json.dumps(document))
    (folder / "openapi-client.toml").write_text(settings)
    report = Report()
    api = Compilation(folder / "openapi.json", report).api
    assert api is not None, [each.message for each in report.errors]
    return sorted(".".join((*each.resource, each.name)) for each in api.operations)


def name(*keys: str) -> str:
    return "\n".join(
        f'[operations."{key}"]\nresource = "r"\nmethod = "m{number}"'
        for number, key in enumerate(keys)
    )


@pytest.mark.parametrize(
    "reference", ["#/components/pathItems/Book", "book.json", "#/paths/~1b%7D"]
)
def test_an_operation_behind_a_reference_is_named(tmp_path: Path, reference: str) -> None:
    (tmp_path / "book.json").write_text(json.dumps(ITEM))
    paths = {"/book": {"$ref": reference}}
    paths |= {"/b}": ITEM} if reference.startswith("#/paths") else {}
    components = {"pathItems": {"Book": ITEM}}
    named = name_operations(tmp_path, paths, name("GET /book", "COPY /book"), components=components)
    assert named[-2:] == ["r.m0", "r.m1"]


def test_a_setting_is_about_one_of_the_paths_that_share_an_item(tmp_path: Path) -> None:
    paths = {
        f"/{each}": {"$ref": "#/components/pathItems/Book"} for each in ("one", "two", "three")
    }
    item = {"get": {"responses": RESPONSES}}
    settings = name("GET /one", "GET /two")
    named = name_operations(tmp_path, paths, settings, components={"pathItems": {"Book": item}})
    assert named[:2] == ["r.m0", "r.m1"] and named[2].startswith("three.")
