"""The run report: operations read, generated and degraded, each with its pointer and reasons, as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from ..diagnostics import Report
from ..pipeline import Compilation
from .impact import findings_by_operation


def render_run_report(compilation: Compilation, report: Report) -> str:
    """Render the report of a run as JSON.

    Args:
        compilation: the run; its API must have been asked for.
        report: its findings as they are judged (warnings may count as errors).

    Returns:
        An object with `document`, `generated`, `operations` (`in`, `out`, `degraded`), `findings_by_code` and
        `findings`. An operation counts as degraded if a finding concerns it or anything that it refers to.
    """
    document, api, operations = compilation.document, compilation.api, compilation.operations
    reasons = (
        findings_by_operation(document, operations, report.findings) if document is not None else []
    )
    degraded = [
        {
            "operation": f"{operation.method.upper()} {operation.path}",
            "pointer": operation.node.pointer,
            "reasons": [finding.to_dict() for finding in findings],
        }
        for operation, findings in zip(operations, reasons, strict=True)
        if findings
    ]
    content: dict[str, Any] = {
        "document": document.root.document.name if document is not None else "",
        "generated": not report.has_errors,
        "operations": {
            "in": len(operations),
            "out": 0 if report.has_errors or api is None else len(api.operations),
            "degraded": degraded,
        },
        "findings_by_code": dict(sorted(Counter(each.code for each in report.findings).items())),
        "findings": [each.to_dict() for each in report.findings],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
