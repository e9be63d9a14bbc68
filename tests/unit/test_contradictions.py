"""What a document says that can't be meant is reported, with what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_schemas import lowered

from generator.diagnostics import Report
from generator.lowering.checks.operation_rules import check_operations
from generator.lowering.naming.operation_index import index_operations
from generator.openapi.loading import load

OK = {"200": {"description": ""}}


def object_of(schema: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "properties": {"name": schema}, "required": list(required)}


@pytest.mark.parametrize(
    ("schema", "code", "help"),
    [
        (
            object_of({"type": "string"}, "nmae"),
            "required-without-property",
            "did you mean `name`?",
        ),
        (
            object_of({"type": "string"}, "id"),
            "required-without-property",
            "describe it below `properties`",
        ),
        (object_of({"type": "string"}, "name"), None, ""),
        (
            object_of({"type": "string", "format": "date-tme"}),
            "unknown-format",
            "did you mean `date-time`?",
        ),
        (
            object_of({"type": "string", "format": "datetime"}),
            "unknown-format",
            "did you mean `date-time`?",
        ),
        (object_of({"type": "string", "format": "date-time"}), None, ""),
        (object_of({"type": "string", "format": "our-own"}), None, ""),
        (object_of({"type": "string", "format": "uuid4"}), None, ""),
        (object_of({"type": "integr"}), "unknown-type", "did you mean `integer`?"),
        (object_of({"type": "int"}), "unknown-type", "write `type: integer`"),
        (
            object_of({"enum": ["open", "done"], "default": "opne"}),
            "invalid-default",
            "did you mean `open`?",
        ),
        (object_of({"enum": ["open", "done"], "default": "open"}), None, ""),
        (object_of({"type": "integer", "default": "1"}), "invalid-default", ""),
        (object_of({"type": "integer", "default": 1}), None, ""),
        (object_of({"type": "number", "default": 1}), None, ""),
        (object_of({"type": "boolean", "default": 1}), "invalid-default", ""),
    ],
)
def test_schemas(tmp_path: Path, schema: dict[str, Any], code: str | None, help: str) -> None:
    report = Report()
    lowered(tmp_path, {"A": schema}, report)
    assert [each.code for each in report.findings] == ([code] if code else [])
    assert all(each.location is not None and each.help.startswith(help) for each in report.findings)


@pytest.mark.parametrize(
    ("paths", "code", "help"),
    [
        (
            {"/a": {"get": {"responses": {"20O": {"description": ""}}}}},
            "invalid-status",
            "did you mean `200`?",
        ),
        (
            {"/a": {"get": {"responses": {"defualt": {"description": ""}}}}},
            "invalid-status",
            "did you mean `default`?",
        ),
        ({"/a": {"get": {"responses": {**OK, "4XX": {"description": ""}}}}}, None, ""),
        *(
            (
                {"/a": {"get": {"responses": {**OK, key: {"description": ""}}}}},
                "invalid-status",
                f"did you mean `{intended}`?",
            )
            for key, intended in (
                ("2000", "200"),
                ("Default", "default"),
                ("201 Created", "201"),
                ("4Xx", "4XX"),
            )
        ),
        (
            {
                "/a/{id}": {"get": {"responses": OK}},
                "/a/{name}": {"get": {"responses": OK}, "put": {"responses": OK}},
            },
            "identical-paths",
            "describe it once",
        ),
        (
            {
                "/pets": {"get": {"responses": OK, "x-method": "get"}},
                "/pets/{id}": {"get": {"responses": OK}},
            },
            "displaced-method",
            "choose another name here",
        ),
        (
            {
                "/pets": {"get": {"responses": OK, "x-method": "get"}},
                "/pets/{id}": {"get": {"responses": OK, "x-method": "get_one"}},
            },
            None,
            "",
        ),
        (
            {"/a": {"get": {"responses": OK, "parameters": [{"name": "q", "in": "query"}] * 2}}},
            "duplicate-parameter",
            "remove one",
        ),
        (
            {
                "/a": {
                    "parameters": [{"name": "q", "in": "query"}],
                    "get": {"responses": OK, "parameters": [{"name": "q", "in": "query"}]},
                }
            },
            None,
            "",
        ),
    ],
)
def test_operations(tmp_path: Path, paths: dict[str, Any], code: str | None, help: str) -> None:
    lowered(tmp_path, {}, None, paths)
    report = Report()
    source = load(tmp_path / "openapi.json", report)
    assert source is not None
    check_operations(source, index_operations(source), report)
    assert [each.code for each in report.findings] == ([code] if code else [])
    assert all(each.location is not None and each.help.startswith(help) for each in report.findings)
