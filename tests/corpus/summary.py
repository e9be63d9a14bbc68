"""What a run of the corpus says in the end: a table for both halves, warnings by kind, failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]


def failed(row: Row) -> list[str]:
    """The demands that a document's client does not meet."""
    if "failure" in row:
        return [row["failure"]]
    result_rows = []
    result_rows += ["operations"] if row["in"] != row["out"] else []
    result_rows += ["imports"] if row.get("imports") else []
    result_rows += ["differs"] if not row.get("same", True) else []
    result_rows += ["use"] if row.get("use") else []
    result_rows += ["mypy"] if row.get("mypy") else []
    result_rows += ["layout"] if row.get("layout") else []
    return result_rows


def table(rows: Sequence[Row]) -> str:
    """The figures of all documents, of the even half and of the odd half."""
    parts = [("all", list(rows)), ("even", [row for row in rows if row["even"]])]
    parts.append(("odd", [row for row in rows if not row["even"]]))
    lines = [_line("", [name for name, _ in parts])]
    columns = [_figures(part) for _, part in parts]
    lines += [_line(name, [column[name] for column in columns]) for name in columns[0]]
    kinds = Counter[str]()
    for row in rows:
        kinds.update(row.get("findings", {}))
    lines += ["", "findings by kind:"] if kinds else []
    lines += [f"  {count:8,}  {kind}" for kind, count in kinds.most_common()]
    return "\n".join(lines)


def _figures(rows: Sequence[Row]) -> dict[str, str]:
    good = [row for row in rows if "failure" not in row]
    problems = Counter(problem for row in rows for problem in failed(row))
    used = [row for row in rows if "use" in row]
    checked = [row for row in rows if "mypy" in row]
    compared = [row for row in rows if "layout" in row]
    operations = sum(row.get("in", 0) for row in rows)
    made = sum(row["out"] for row in good)
    return {
        "documents": f"{len(rows):,}",
        "generated": f"{len(good):,}",
        "complete and importable": f"{sum(not failed(row) for row in rows):,}",
        "operations in": f"{operations:,}",
        "operations out": f"{made:,} ({100 * made / operations if operations else 100:.2f} %)",
        **{f"failed: {name}": f"{problems[name]:,}" for name in _PROBLEMS},
        "proven by use": f"{sum(not row['use'] for row in used):,} of {len(used):,}",
        "calls": f"{sum(row.get('calls', 0) for row in used):,}",
        "snippets": f"{sum(row.get('snippets', 0) for row in used):,}",
        "operations without arguments": f"{sum(row.get('skipped', 0) for row in used):,}",
        "mypy clean": f"{sum(not row['mypy'] for row in checked):,} of {len(checked):,}",
        "as Black formats": f"{sum(not row['layout'] for row in compared):,} of {len(compared):,}",
        "statements formatted by Black": f"{sum(row.get('operations', 0) for row in rows):,}",
        "CPU seconds": f"{sum(row.get('cpu', 0) for row in rows):,.0f}",
        "peak memory, MB": f"{max((row.get('peak_mb', 0) for row in rows), default=0):,}",
    }


_PROBLEMS = (
    "crash",
    "refused",
    "time-out",
    "operations",
    "imports",
    "differs",
    "use",
    "mypy",
    "layout",
)


def failures(rows: Sequence[Row], shown: int) -> str:
    """One line for each kind of failure and each document, the frequent ones first."""
    kinds: dict[str, list[str]] = {}
    for row in rows:
        for problem in failed(row):
            kinds.setdefault(f"{problem}: {_reason(row, problem)}", []).append(row["name"])
    ranked = sorted(kinds.items(), key=lambda item: -len(item[1]))
    return "\n".join(
        f"{len(names):5} × {kind[:230]}  e.g. {names[0]}" for kind, names in ranked[:shown]
    )


def _reason(row: Row, problem: str) -> str:
    if problem == "operations":
        return "fewer out than in" if row["out"] < row["in"] else "more out than in"
    reasons = row.get("why") or [] if "failure" in row else row.get(problem) or [""]
    return str(reasons[0]) if reasons and isinstance(reasons, list) else ""


def _line(name: str, values: Sequence[str]) -> str:
    return f"{name:26}" + "".join(f"{value:>22}" for value in values)
