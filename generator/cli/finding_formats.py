"""Findings as SARIF 2.1.0, and as annotations of GitHub's workflows. All text in them is data."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from ..diagnostics import Finding, Report, Severity, make_printable
from ..program import find_version
from ..rules import RuleSeverity, load_rules

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[RuleSeverity, str] = {
    "error": "error",
    "warning": "warning",
    "hint": "note",
    "off": "none",
}
_ANNOTATIONS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "notice"}


def render_sarif(report: Report) -> str:
    """Lay findings out as a SARIF log with one run."""
    codes = dict.fromkeys(each.code for each in report.findings)
    numbers = {code: number for number, code in enumerate(codes)}
    run = {
        "tool": {
            "driver": {
                "name": "openapi-client-generator",
                "version": find_version(),
                "rules": [_make_sarif_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_make_sarif_result(each, numbers[each.code]) for each in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _make_sarif_rule(code: str) -> dict[str, Any]:
    rule = load_rules()[code]
    text = rule.explanation + (f"\n\n{rule.example}" if rule.example else "")
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": text},
        "defaultConfiguration": {
            "enabled": rule.severity != "off",
            "level": _LEVELS[rule.severity],
        },
    }


def _make_sarif_result(finding: Finding, number: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": _write_sentence(finding)},
    }
    where = finding.location
    if where is not None:
        result["locations"] = [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _make_uri(where.file)},
                    "region": {"startLine": where.line, "startColumn": where.column},
                },
                "logicalLocations": [{"fullyQualifiedName": f"#{finding.pointer}"}],
            }
        ]
    return result


def _make_uri(file: str) -> str:
    """Return a file as a URI; the colon of a name in a relative one would end a scheme."""
    return quote(file, safe="/:" if "://" in file else "/")


def render_github(report: Report) -> str:
    """Lay findings out as workflow commands, one a line."""
    return "".join(f"{_write_annotation(each)}\n" for each in report.findings)


def _write_annotation(finding: Finding) -> str:
    properties = {"title": finding.code}
    where = finding.location
    if where is not None:
        properties |= {"file": where.file, "line": str(where.line), "col": str(where.column)}
    listed = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    return f"::{_ANNOTATIONS[finding.severity]} {listed}::{_escape(_write_sentence(finding))}"


def _write_sentence(finding: Finding) -> str:
    help = f" help: {finding.help}" if finding.help else ""
    return make_printable(f"{finding.message}.{help}")


def _escape(text: str) -> str:
    """Escape text so that it neither ends the command nor begins another one."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(make_printable(text)).replace(":", "%3A").replace(",", "%2C")
