"""One document, in a process of its own: generate, and say as JSON what came of it.

python tests/corpus/one.py DOCUMENT [--output DIR] [--memory GIGABYTES] [--style]
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

METHODS = frozenset("get put post delete options head patch trace query".split())


def main() -> int:
    """Print the record of one document."""
    parser = argparse.ArgumentParser()
    parser.add_argument("document", type=Path)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--memory", type=float, default=4.0)
    parser.add_argument("--style", action="store_true")
    given = parser.parse_args()
    limit = int(given.memory * (1 << 30))
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    print(json.dumps(record(given.document, given.output, given.style)))
    return 0


def record(document: Path, output: Path | None, styled: bool) -> dict[str, Any]:
    """Generate `document` into `output` and measure it."""
    from generator import pipeline
    from generator.diagnostics import Report
    from generator.emit.style import style

    report = Report()
    began = time.process_time()
    tree = pipeline.build(document, report)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    made: dict[str, Any] = {
        "in": operations_in(json.loads(document.read_text(encoding="utf-8"))),
        "cpu": round(seconds, 2),
        "peak_mb": peak // 1024,
        "findings": dict(Counter(f"{each.severity}:{each.code}" for each in report.findings)),
    }
    if tree is None:
        return {**made, "failure": "refused", "why": [each.message for each in report.errors][:3]}
    tree = style(tree) if styled else tree
    made["out"] = sum(operations_out(text) for path, text in tree.items() if "/resources/" in path)
    made["digest"] = hashlib.sha256(repr(sorted(tree.items())).encode()).hexdigest()[:16]
    made["files"], made["characters"] = len(tree), sum(map(len, tree.values()))
    made["syntax"] = [found for path, text in tree.items() if (found := syntax(path, text))]
    if output is not None:
        for path, text in tree.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_text(text, encoding="utf-8")
    return made


def operations_in(document: Any) -> int:
    """The operations that a document has, counted without the generator."""
    found = 0
    paths = document.get("paths") if isinstance(document, dict) else None
    for item in paths.values() if isinstance(paths, dict) else ():
        item = _target(document, item)
        if isinstance(item, dict):
            found += sum(
                key.lower() in METHODS and isinstance(each, dict) for key, each in item.items()
            )
            more = item.get("additionalOperations")
            found += len(more) if isinstance(more, dict) else 0
    return found


def _target(document: Any, item: Any) -> Any:
    """What the local reference of a path leads to."""
    for _ in range(10):
        reference = item.get("$ref") if isinstance(item, dict) else None
        if not isinstance(reference, str) or not reference.startswith("#/"):
            break
        item = document
        for token in reference[2:].split("/"):
            token = token.replace("~1", "/").replace("~0", "~")
            item = item.get(token) if isinstance(item, dict) else None
    return item


def operations_out(text: str) -> int:
    """The methods of the synchronous resource classes of a module."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return 0
    found = 0
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not any(
            "AsyncResource" in ast.dump(each) for each in node.bases
        ):
            names = {
                each.name
                for each in node.body
                if isinstance(each, ast.FunctionDef) and not _property(each)
            }
            found += len(names)
    return found


def _property(node: ast.FunctionDef) -> bool:
    return any("cached_property" in ast.dump(each) for each in node.decorator_list)


def syntax(path: str, text: str) -> str:
    """What is wrong with a file of the package, or ""."""
    if not path.endswith(".py"):
        return ""
    try:
        compile(text, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return f"{path}: {error}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
