"""Each rule finds its violation, and only where there is one."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Finding, Report
from generator.pipeline import Compilation
from generator.rules import SEVERITIES, load_rules
from tests.lint.violations import (
    RIGHT,
    VIOLATIONS,
    Violation,
    get,
    merge,
    operation,
    pet,
    query,
    response,
)

GENERATOR = Path(__file__).resolve().parents[2] / "generator"


def lint(folder: Path, document: dict[str, Any]) -> tuple[Finding, ...]:
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    compilation = Compilation(path, Report())
    compilation.lint()
    return compilation.report.findings


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_a_document_without_fault_has_no_findings(tmp_path: Path, version: str) -> None:
    assert lint(tmp_path, RIGHT | {"openapi": version}) == ()


@pytest.mark.parametrize("violation", VIOLATIONS, ids=lambda each: f"{each.rule}: {each.name}")
def test_a_violation_is_found_at_its_place(tmp_path: Path, violation: Violation) -> None:
    findings = lint(tmp_path, violation.document)
    places = [each.pointer for each in findings if each.code == violation.rule]
    assert any(violation.place in place for place in places), [
        (each.code, each.pointer) for each in findings
    ]
    assert all(each.help for each in findings if each.code == violation.rule)


ALLOWED: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("a concrete path next to a templated one", {"paths": {"/pets/mine": operation("mine")}}, "3.1.0"),
    ("a null in a nullable enumeration", pet(kind={"nullable": True, "enum": ["cat", "dog", None]}), "3.0.3"),
    ("a list of types with null", pet(name={"type": ["string", "null"], "example": None}), "3.1.0"),
    ("whole numbers as floats", pet(id={"example": 3.0, "default": 4.0}), "3.1.0"),
    ("an exclusive bound that is a flag", pet(id={"minimum": 0, "exclusiveMinimum": True, "example": 1}), "3.0.3"),
    ("an example of a body that is not JSON", response(content={"application/xml": {"schema": {"type": "object"}, "example": "<a/>"}}), "3.1.0"),
    ("an example of a request without what the server sets", {"components": {"schemas": {"Pet": {"required": ["id", "name"], "example": {"name": "Rex"}}}}}, "3.1.0"),
    ("an example that is null", pet(name={"example": None}), "3.0.3"),
    ("a default that is null", query(schema={"type": "string", "default": None}), "3.1.0"),
    ("an example of 3.1 next to a reference", pet(last={"$ref": "#/components/schemas/Error", "description": "The last."}), "3.1.0"),
    ("a parameter with content", query(content={"application/json": {"schema": {"type": "object"}}}), "3.1.0"),
    ("an example of a parameter as a component", query(schema={"type": "string"}, examples={"one": {"$ref": "#/components/examples/Q"}}) | {"components": {**RIGHT["components"], "examples": {"Q": {"value": "x"}}}}, "3.1.0"),
    ("a range of media types", response(content={"image/*": {"schema": {"type": "string", "format": "binary"}}}), "3.1.0"),
    ("a media type with a parameter", response(content={"text/csv; charset=utf-8": {"schema": {"type": "string"}}}), "3.1.0"),
    ("a redirection alone", get({"responses": {"200": {"description": "x"}, "302": {"description": "x"}}}), "3.1.0"),
    ("names of members that are keywords", pet(enum={"type": "string"}, required={"type": "boolean"}, minLength={"type": "integer"}), "3.1.0"),
    ("data that looks like a schema", pet(tags={"example": ["x"]}, name={"x-note": {"type": "array"}}), "3.1.0"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "change", "version"), ALLOWED, ids=[each[0] for each in ALLOWED])
def test_what_is_allowed_has_no_findings(
    tmp_path: Path, name: str, change: dict[str, Any], version: str
) -> None:
    off = {"read-only-required", "unused-media-type"}
    findings = lint(tmp_path, merge(RIGHT, change) | {"openapi": version})
    assert [(each.code, each.message) for each in findings if each.code not in off] == []


def test_a_convention_of_slashes_is_no_fault(tmp_path: Path) -> None:
    paths = {f"{path}/": item for path, item in RIGHT["paths"].items()}
    paths["/shops/"] = RIGHT["paths"]["/pets"] | {"get": {}, "post": {}}
    reported = {each.code for each in lint(tmp_path, RIGHT | {"paths": paths})}
    assert "trailing-slash" not in reported


def test_swagger_2_is_not_checked_against_the_version_it_becomes(tmp_path: Path) -> None:
    document = {
        "swagger": "2.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "x", "schema": {"$ref": "#/definitions/A"}}}}}},
        "definitions": {"A": {"type": "integer", "minimum": 0, "exclusiveMinimum": True}},
    }  # fmt: skip
    codes = {each.code for each in lint(tmp_path, document)}
    assert codes <= {
        "operation-id",
        "operation-tags",
        "operation-summary",
        "operation-error-response",
    }


def test_a_document_that_can_not_be_generated_is_checked_as_well(tmp_path: Path) -> None:
    document = {**RIGHT, "paths": {}, "webhooks": {}, "components": {}, "security": []}
    codes = {each.code for each in lint(tmp_path, document)}
    assert "no-paths" in codes
    assert lint(tmp_path, {"openapi": "3.1.0", "paths": []})


def test_every_code_has_a_row_and_every_row_a_use() -> None:
    used: set[str] = set()
    constants: set[str] = set()
    for path in GENERATOR.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            if isinstance(node, ast.Call):
                used |= _code_of(node)
    rules = load_rules()
    assert sorted(used - rules.keys()) == []
    assert sorted(rules.keys() - constants) == []


def _code_of(call: ast.Call) -> set[str]:
    """Return the code of a call that makes a finding."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    position = {"warning": 0, "error": 0, "warn": 0, "refuse": 0, "BrokenReference": 0, "Issue": 1}
    index = position.get(name)
    if index is None or len(call.args) < 2 + index:
        return set()
    first = call.args[index]
    return (
        {first.value} if isinstance(first, ast.Constant) and isinstance(first.value, str) else set()
    )


@pytest.mark.parametrize("rule", load_rules().values(), ids=lambda rule: rule.id)
def test_a_rule_is_explained(rule: Any) -> None:
    assert rule.severity in SEVERITIES
    assert rule.id == rule.id.lower() and " " not in rule.id
    assert rule.title and not rule.title.endswith(".") and rule.explanation.endswith(".")
