"""What became of a document, for machines: operations in, out, and degraded, each with its pointer and reason."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from ..diagnostics import Finding, Report
from ..ir.document import Api
from ..lowering.naming.allocate import Place, places
from ..openapi.loading import Source
from .impact import concerns


def account(source: Source | None, api: Api | None, report: Report) -> str:
    """The account of a run as JSON.

    Args:
        source: the description, None where it can't be read.
        api: what was made of it, None where nothing could be.
        report: what there was to say.

    Returns:
        An object with `document`, `generated`, `operations` (`in`, `out`, `degraded`), and all `findings`.
        Every operation that a finding concerns is listed below `degraded`, those of what it refers to included.
    """
    found = places(source) if source is not None and source.root.is_map else []
    operations = api.operations if api is not None else ()
    degraded = [
        {
            "operation": f"{place.method.upper()} {place.path}",
            "pointer": place.node.pointer,
            "reasons": [_finding(each) for each in reasons],
        }
        for place, reasons in zip(found, _reasons(source, found, report), strict=True)
        if reasons
    ]
    told: dict[str, Any] = {
        "document": source.root.document.name if source is not None else "",
        "generated": not report.has_errors,
        "operations": {
            "in": len(found),
            "out": 0 if report.has_errors else len(operations),
            "degraded": degraded,
        },
        "findings_by_code": dict(sorted(Counter(each.code for each in report.findings).items())),
        "findings": [_finding(each) for each in report.findings],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _reasons(source: Source | None, found: list[Place], report: Report) -> list[list[Finding]]:
    return concerns(source, found, report.findings) if source is not None else []


def _finding(finding: Finding) -> dict[str, Any]:
    location = finding.location
    return {
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        "cure": finding.cure,
        "pointer": finding.pointer,
        "file": location.file if location is not None else None,
        "line": location.line if location is not None else None,
        "column": location.column if location is not None else None,
    }
