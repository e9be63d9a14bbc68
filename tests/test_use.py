"""The proof by use of every case: calls against the package's own fake, snippets, diff with itself, bundle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .support.cases import FOLDERS
from .use.proof import prove

AWKWARD = Path(__file__).parent / "use/awkward.yaml"
"""A document of what once failed in published ones."""
UNDESCRIBED = {"parameters": " broken.get: "}
"""Operations whose path has a placeholder that the document does not describe."""


def test_what_published_documents_have_can_be_used() -> None:
    proof = prove(AWKWARD)
    assert proof.failures == [] and proof.skipped == []


@pytest.mark.parametrize(
    "schema",
    [
        {"oneOf": [{"type": "string", "pattern": "^adr_"}, {"type": "string", "pattern": "^con_"}]},
        {"allOf": [{"type": "string", "pattern": "^adr_"}], "type": "string"},
    ],
)
def test_snippets_respect_what_parts_of_a_schema_say(schema: Any, tmp_path: Path) -> None:
    parameter = {"name": "to", "in": "path", "required": True, "schema": schema}
    responses = {"200": {"description": "It.", "content": {"application/json": {"schema": {}}}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Letters", "version": "1"},
        "servers": [{"url": "https://letters.example"}],
        "paths": {"/letters/{to}": {"get": {"parameters": [parameter], "responses": responses}}},
    }
    (path := tmp_path / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
    assert prove(path).failures == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_package_does_what_is_promised(folder: Path) -> None:
    proof = prove(next(folder.glob("openapi.*")))
    undescribed = UNDESCRIBED.get(folder.name, "\0")
    assert [each for each in proof.failures if undescribed not in each] == []
    assert proof.skipped == [] and proof.snippets > 1
