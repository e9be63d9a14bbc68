"""Findings: sorted, counted once, and laid out for people and machines."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from generator.diagnostics import Report, excerpt, make_printable
from generator.finding_text import fold, render_text
from generator.openapi.loading import Source, load
from generator.pipeline import Compilation

TEXT = "openapi: 3.1.0\npaths:\n  /pets: {}\n  /cats: {}\n"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
    monkeypatch.chdir(tmp_path)
    Path("shop.yaml").write_text(TEXT)
    loaded = load(Path("shop.yaml"), Report())
    assert loaded is not None
    return loaded


def test_findings_are_sorted_by_place_and_counted_once(source: Source) -> None:
    report = Report()
    for _ in range(2):
        report.warning("late", source.root / "paths" / "/cats", "later")
        report.error("early", source.root / "paths" / "/pets", "earlier")
        report.error("nowhere", None, "no file at all")
    assert [finding.code for finding in report.findings] == ["nowhere", "early", "late"]
    assert [str(finding.location) for finding in report.findings[1:]] == [
        "shop.yaml:3:3",
        "shop.yaml:4:3",
    ]
    assert report.counts() == {"late": 1, "early": 1, "nowhere": 1}
    assert len(report.errors) == 2 and len(report.warnings) == 1 and report.has_errors


def test_warnings_alone_are_no_errors_unless_strict(source: Source) -> None:
    report = Report()
    report.warning("w", source.root, "hm")
    assert not report.has_errors
    assert report.strict().has_errors
    assert not report.has_errors


def test_the_text_shows_place_pointer_lines_caret_and_help(source: Source) -> None:
    report = Report()
    report.error("bad", source.root / "paths" / "/pets", "this is wrong", "make it right")
    report.error("worse", None, "nothing is there")
    assert render_text(report.findings) == (
        "error: nothing is there [worse]\n"
        "\n"
        "shop.yaml:3:3: error: this is wrong (#/paths/~1pets) [bad]\n"
        "  2 | paths:\n"
        "  3 |   /pets: {}\n"
        "    |   ^\n"
        "  4 |   /cats: {}\n"
        "  help: make it right\n"
    )


def test_colour_is_only_added(source: Source) -> None:
    report = Report()
    report.warning("bad", source.root / "paths", "this is wrong", "make it right")
    plain, coloured = render_text(report.findings), render_text(report.findings, colour=True)
    assert "\x1b" not in plain
    for code in ("\x1b[1;33m", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_machines_get_json(source: Source) -> None:
    report = Report()
    report.warning("bad", source.root / "paths", "wrong", "right")
    report.error("gone", None, "nothing")
    assert [each.to_dict() for each in report.findings] == [
        {
            "severity": "error",
            "code": "gone",
            "message": "nothing",
            "help": "",
            "file": None,
            "line": None,
            "column": None,
            "pointer": "",
        },
        {
            "severity": "warning",
            "code": "bad",
            "message": "wrong",
            "help": "right",
            "file": "shop.yaml",
            "line": 2,
            "column": 1,
            "pointer": "/paths",
        },
    ]


def test_text_of_a_document_cannot_steer_the_terminal(source: Source) -> None:
    report = Report()
    report.error("bad", source.root, "the key `\x1b[2J\u202e` is wrong", "not `\r\n`")
    text = render_text(report.findings)
    assert make_printable(text.replace("\n", "")) == text.replace("\n", "")


def test_long_lines_are_cut_around_the_place() -> None:
    shown = excerpt(["x" * 1_000_000], 1, 500_000)
    assert len(shown) == 2
    assert len(shown[0]) < 120 and shown[0].startswith("  1 | …") and shown[0].endswith("…")
    assert shown[1].index("^") == shown[0].index("…") + 61
    assert shown[1].strip() == "|" + " " * 62 + "^"


def test_a_location_is_found_relative_to_where_we_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "shop.yaml").write_text(
        "components: {schemas: {A: {$ref: more/pets.yaml#/x}}}\n"
    )
    (tmp_path / "spec" / "more").mkdir()
    (tmp_path / "spec" / "more" / "pets.yaml").write_text("x: {type: string}\n")
    monkeypatch.chdir(tmp_path)
    for given in (Path("spec/shop.yaml"), tmp_path / "spec" / "shop.yaml"):
        loaded = load(given, Report())
        assert loaded is not None
        node = loaded.root / "components" / "schemas" / "A"
        assert str(node.location()) == "spec/more/pets.yaml:1:1"


def test_a_report_keeps_no_document_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "shop.json"
    path.write_text('{"openapi": "3.1.0", "info": {}}')
    report = Report()
    source = load(path, report)
    assert source is not None
    report.warning("w", source.root / "info", "hm")
    reference_to_document = weakref.ref(source.document)
    gc.disable()  # nothing may wait for the collector, which large documents are read without
    try:
        del source
        assert reference_to_document() is None
    finally:
        gc.enable()
    assert str(report.findings[0].location) == f"{path}:1:22"


def test_what_is_found_at_many_places_is_shown_once(tmp_path: Path) -> None:
    parameter = "{name: since, in: query, schema: {type: string, format: datetime}}"
    lines = [
        f"  /p{n}: {{get: {{parameters: [{parameter}], responses: {{}}}}}}" for n in range(300)
    ]
    path = tmp_path / "openapi.yaml"
    head = "openapi: 3.1.0\ninfo: {title: Many, version: '1'}\npaths:\n"
    path.write_text(head + "\n".join(lines), encoding="utf-8")
    report = Report()
    assert Compilation(path, report).api is not None
    folded = [each for each in fold(report.findings) if each.finding.code == "unknown-format"]
    assert [len(each.repetitions) for each in folded] == [299]
    text = render_text(each for each in report.findings if each.code == "unknown-format")
    assert text.count("is not a known format") == 1 and text.rstrip().endswith(" and 294 more")
