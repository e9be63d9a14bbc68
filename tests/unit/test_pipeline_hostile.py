"""Whatever is in a document, the whole pipeline answers: a package whose files compile, or findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_loading_hostile import ODD, PLACES, changed

from generator import pipeline
from generator.diagnostics import Report
from generator.finding_text import render_text


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD), min_size=1, max_size=4))
def test_a_document_with_anything_anywhere_becomes_a_package_or_findings(
    tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any]]
) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(changed(changes)))
    report = Report()
    tree = pipeline.Compilation(path, report).tree
    render_text(report.findings)
    assert tree is not None or report.has_errors
    for name, text in (tree or {}).items():
        if name.endswith(".py") and "/_core/" not in name:
            compile(text, name, "exec")
    linted = pipeline.Compilation(path, Report())
    linted.lint()
    render_text(linted.report.findings)
