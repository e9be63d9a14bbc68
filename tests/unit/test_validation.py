"""What the grammar check lets pass; what it tells of is under tests/refusals."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.openapi.loading import load
from generator.openapi.validation.validate import check_grammar

BARE: dict[str, Any] = {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": {}}
OPERATION: dict[str, Any] = {"responses": {"200": {"description": "Fine."}}}


def report_on(folder: Path, document: Any) -> Report:
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    report = Report()
    source = load(path, report)
    assert source is not None
    check_grammar(source, report)
    return report


@pytest.mark.parametrize(
    "more",
    [
        {"openapi": "3.0.3"},
        {
            "openapi": "3.2.0",
            "$self": "https://shop.example/api",
            "paths": {"/a": {"query": OPERATION}},
        },
        {"openapi": "3.2.0", "paths": {"/a": {"additionalOperations": {"LINK": OPERATION}}}},
        {"openapi": "3.1.1", "webhooks": {"new": {"post": OPERATION}}},
        {"paths": {"x-note": "text", "/a": {"get": {"operationId": "a"}}}},
        {"paths": {"/a": {"get": {"responses": {"x-note": "text", "4xx": {"description": ""}}}}}},
        {
            "components": {
                "schemas": {"A": True, "B": {"items": False, "additionalProperties": True}}
            }
        },
        {"components": {"schemas": {"A": {"const": None}, "B": {"const": {"a": [1]}}}}},
        {
            "components": {
                "schemas": {"A": {"properties": {"propertis": {}, "x-y": {}, "$ref": {}}}}
            }
        },
        {
            "components": {
                "schemas": {"A": {"$defs": {"B": {}}, "if": {}, "then": {}, "prefixItems": [{}]}}
            }
        },
        {"components": {"schemas": {"A": {"example": {"$ref": "#/nowhere", "propertis": 1}}}}},
        {
            "components": {
                "callbacks": {"c": {"$ref": "#/components/callbacks/d"}, "d": {"{$url}": {}}}
            }
        },
        {"components": {"mediaTypes": {"m": {"itemSchema": {}, "prefixEncoding": []}}}},
    ],
    ids=lambda more: json.dumps(more)[:60],
)
def test_what_openapi_allows_passes(tmp_path: Path, more: dict[str, Any]) -> None:
    assert report_on(tmp_path, BARE | more).findings == ()


def test_without_paths_only_3_1_is_complete(tmp_path: Path) -> None:
    document = {key: value for key, value in BARE.items() if key != "paths"}
    assert [finding.message for finding in report_on(tmp_path, document).findings] == [
        "`paths` is missing here"
    ]
    assert report_on(tmp_path, document | {"components": {}}).findings == ()


def test_one_break_does_not_hide_another(tmp_path: Path) -> None:
    broken = {
        "/a": {"get": []},
        "/b": {"put": OPERATION | {"sumary": "?"}},
        "/c": {"post": {"tags": 1}},
    }
    report = report_on(tmp_path, BARE | {"paths": broken})
    assert [finding.pointer for finding in report.findings] == [
        "/paths/~1a/get",
        "/paths/~1b/put/sumary",
        "/paths/~1c/post/tags",
    ]
    assert not report.has_errors


def test_a_union_is_reported_once(tmp_path: Path) -> None:
    schemas = {"A": {"exclusiveMinimum": "x", "additionalProperties": "y"}}
    report = report_on(tmp_path, BARE | {"components": {"schemas": schemas}})
    pointers = [finding.pointer for finding in report.findings]
    assert len(pointers) == len(set(pointers)) == 2


def test_the_schema_is_only_asked_where_something_is_in_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openapi_python_client.schema", None)
    assert report_on(tmp_path, BARE | {"tags": []}).findings == ()
    with pytest.raises(ImportError):
        report_on(tmp_path, BARE | {"tags": [1]})


def test_our_own_description_passes() -> None:
    report = Report()
    source = load(Path(__file__).parents[2] / "spec" / "openapi.yaml", report)
    assert source is not None and check_grammar(source, report)
    assert report.findings == ()


@pytest.mark.parametrize(
    ("place", "pointer"),
    [
        ({"webhooks": {"new": {"post": {"tags": 1}}}}, "/webhooks/new/post/tags"),
        (
            {"components": {"pathItems": {"p": {"get": {"tags": 1}}}}},
            "/components/pathItems/p/get/tags",
        ),
        ({"paths": {"/a~b": {"query": {"tags": 1}}}}, "/paths/~1a~0b/query/tags"),
        (
            {"paths": {"/a": {"additionalOperations": {"LINK": {"tags": 1}}}}},
            "/paths/~1a/additionalOperations/LINK/tags",
        ),
        ({"paths": []}, "/paths"),
        ({"components": []}, "/components"),
        ({"components": {"schemas": []}}, "/components/schemas"),
        ({"info": []}, "/info"),
        (
            {"paths": {f"/{n}": {"get": {"tags": 1 if n == 77 else []}} for n in range(99)}},
            "/paths/~177/get/tags",
        ),
    ],
    ids=lambda place: json.dumps(place)[:50],
)
def test_a_break_is_found_wherever_it_is(
    tmp_path: Path, place: dict[str, Any], pointer: str
) -> None:
    findings = report_on(tmp_path, BARE | {"openapi": "3.2.0"} | place).findings
    assert {finding.pointer for finding in findings} == {pointer}


@pytest.mark.parametrize(
    "paths",
    [{"/a": {}}, {"/a": {"parameters": []}}, {"/a": {"$ref": "none.yaml"}}, {"/a": {"get": 1}}, []],
)
def test_paths_without_an_operation_are_an_error(tmp_path: Path, paths: object) -> None:
    report = report_on(tmp_path, BARE | {"paths": paths})
    assert [each.code for each in report.errors] == ["no-operation"]


@pytest.mark.parametrize(
    "paths", [{}, {"x-note": 1}, {"/a": {"additionalOperations": {"LINK": {}}}}]
)
def test_a_document_may_have_no_paths(tmp_path: Path, paths: object) -> None:
    assert not report_on(tmp_path, BARE | {"paths": paths}).errors
