"""The run report: operations read, generated and degraded, each with its pointer and reasons, as JSON."""

from __future__ import annotations

import json
from collections import Counter
from errno import EEXIST
from pathlib import Path
from typing import Any

from ..diagnostics import Report
from ..pipeline import Compilation
from ..text import escape_json
from .impact import group_findings_by_operation

_MEMBERS = {"document", "generated", "operations", "findings"}
"""The members that identify a file as a run report."""


class NotAReportError(OSError):
    """The path given for a run report holds another file."""


def check_replaceable(path: Path) -> None:
    """Refuse a path that holds anything but an earlier run report, e.g. a document.

    Raises:
        NotAReportError: the path holds another file.
    """
    if not path.is_file():  # nothing, or a device
        return
    try:
        content = json.loads(path.read_bytes() or b"{}")
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or (content and not content.keys() >= _MEMBERS):
        raise NotAReportError(
            EEXIST,
            "this file is not a run report, so it was not replaced; choose another name for --report",
            str(path),
        )


def render_run_report(compilation: Compilation, report: Report) -> str:
    """Render the report of a run as JSON.

    Args:
        compilation: the run, whose API was lowered.
        report: its findings with their final severities.

    Returns:
        An object with `document`, `generated`, `operations` (`in`, `out`, `degraded`), `findings_by_code` and
        `findings`. An operation counts as degraded if a finding concerns it or anything that it refers to.
    """
    document, api, operations = compilation.document, compilation.api, compilation.operations
    reasons = (
        group_findings_by_operation(document, operations, report.findings)
        if document is not None
        else []
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
    return escape_json(json.dumps(content, indent=2, ensure_ascii=False)) + "\n"
