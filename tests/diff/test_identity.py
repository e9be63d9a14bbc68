"""A document does not differ from itself, nor from its bundle, nor from another spelling of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.diff.compare_apis import compare
from generator.diff.snapshot import Snapshot
from generator.finding_text import render_text
from generator.pipeline import Compilation

from .description import DOCUMENT, changed, side

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "spec" / "openapi.yaml", *sorted(ROOT.glob("tests/cases/*/openapi.*"))]


def _snapshot(path: Path) -> Snapshot:
    report = Report()
    compilation = Compilation(path, report)
    source, api = compilation.document, compilation.api
    assert source is not None, render_text(report.errors)
    assert api is not None, render_text(report.errors)
    return Snapshot(api, source)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.parent.name)
def test_a_document_does_not_differ_from_itself_or_its_bundle(path: Path, tmp_path: Path) -> None:
    old = _snapshot(path)
    assert compare(old, _snapshot(path)) == ()
    bundle = Compilation(path, Report()).bundle("json")
    assert bundle is not None
    whole = tmp_path / path.parent.name / "openapi.json"
    whole.parent.mkdir()
    whole.write_text(bundle)
    assert compare(old, _snapshot(whole)) == ()
    assert compare(_snapshot(whole), old) == ()


def test_paths_that_differ_by_fragment_or_query_are_two(tmp_path: Path) -> None:
    get = DOCUMENT["paths"]["/logs"]["get"]
    document = changed(
        {
            "/paths/~1logs#shared": {"get": {**get, "operationId": "shared", "tags": ["links"]}},
            "/paths/~1logs?all": {"get": {**get, "operationId": "all", "parameters": []}},
        }
    )
    assert compare(side(document, tmp_path, "old"), side(document, tmp_path, "new")) == ()


def test_the_order_of_keys_is_no_change(tmp_path: Path) -> None:
    turned = json.loads(json.dumps(DOCUMENT, sort_keys=True))
    assert compare(side(DOCUMENT, tmp_path, "old"), side(turned, tmp_path, "new")) == ()
