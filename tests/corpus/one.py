"""What generating the client of one document comes to, and whether the result can be imported."""

from __future__ import annotations

import ast
import hashlib
import json
import resource
import sys
import time
import traceback
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.diagnostics import Report
from generator.output import format as formatting
from tests.use.proof import prove

METHODS = frozenset("get put post delete options head patch trace query".split())


def generated(document: Path, output: Path) -> dict[str, Any]:
    """Generate `document` into `output` and measure it."""
    report = Report()
    sizes: list[int] = []
    ask = formatting.format_statement

    def count(lines: list[str], depth: int, width: int = formatting.LINE_LENGTH) -> list[str]:
        sizes.append(depth)
        return ask(lines, depth, width)

    formatting.format_statement = count  # what the layout does not know
    began = time.process_time()
    tree = pipeline.Compilation(document, report).tree
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
    made["out"] = sum(operations_out(text) for path, text in tree.items() if "/resources/" in path)
    made["digest"] = _digest(tree)
    made["asked"] = len(sizes)
    made["files"], made["characters"] = len(tree), sum(map(len, tree.values()))
    for path, text in tree.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text, encoding="utf-8")
    return made


def again(document: Path) -> dict[str, Any]:
    """Generate `document` a second time: what it comes to, for comparing."""
    return {"digest": _digest(pipeline.Compilation(document, Report()).tree or {})}


def laid_out(output: Path) -> dict[str, Any]:
    """The files of the package in `output` that Black would format in another way."""
    tree = {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(output.rglob("*.py"))
        if "_core" not in path.parts
    }
    return {"layout": list(formatting.find_layout_differences(tree))}


def used(document: Path) -> dict[str, Any]:
    """Use the package of `document` as its README promises: counts, and the promises that do not hold."""
    proof = prove(document)
    return {
        "calls": proof.calls,
        "snippets": proof.snippets,
        "skipped": len(proof.skipped),
        "use": proof.failures[:20],
    }


def _digest(tree: Any) -> str:
    return hashlib.sha256(repr(sorted(tree.items())).encode()).hexdigest()[:16]


def imported(output: Path) -> dict[str, Any]:
    """Import every module of the package in `output`: the failures, and how long the package itself took (ms)."""
    source = output / "src"
    sys.path.insert(0, str(source))
    sys.dont_write_bytecode = True
    package = next(each for each in sorted(source.iterdir()) if (each / "__init__.py").exists())
    for name in [each for each in sys.modules if each.partition(".")[0] == package.name]:
        del sys.modules[name]  # a package may be called as we are: `generator`
    failures: list[str] = []
    began = time.perf_counter()
    _load(package.name, failures)
    took = (time.perf_counter() - began) * 1000
    for path in sorted(package.rglob("*.py")):
        name = ".".join(path.relative_to(source).with_suffix("").parts)
        if not name.endswith("aiohttp_transport"):  # needs an extra
            _load(name.removesuffix(".__init__"), failures)
    return {"import_ms": round(took, 1), "imports": failures}


def _load(name: str, failures: list[str]) -> None:
    try:
        import_module(name)
    except BaseException:
        last = traceback.format_exc().strip().splitlines()
        failures.append(f"{name}: {last[-1]} | {last[-3].strip() if len(last) > 2 else ''}")


def operations_in(document: Any) -> int:
    """The operations that a document has, counted without the generator."""
    number = 0
    paths = document.get("paths") if isinstance(document, dict) else None
    for item in paths.values() if isinstance(paths, dict) else ():
        item = _target(document, item)
        if isinstance(item, dict):
            number += sum(
                key.lower() in METHODS and isinstance(each, dict) for key, each in item.items()
            )
            more = item.get("additionalOperations")
            number += len(more) if isinstance(more, dict) else 0
    return number


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
    number = 0
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not any(
            "Async" in ast.dump(each) for each in node.bases
        ):
            names = {
                each.name
                for each in node.body
                if isinstance(each, ast.FunctionDef) and not _property(each)
            }
            number += len(names)
    return number


def _property(node: ast.FunctionDef) -> bool:
    return any("cached_property" in ast.dump(each) for each in node.decorator_list)
