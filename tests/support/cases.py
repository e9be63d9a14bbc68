"""The cases: a folder for each feature, with a document and the files of the package that matter."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from types import ModuleType

from generator.diagnostics import Report
from generator.finding_text import render_text
from generator.pipeline import generate

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = sorted(path.parent for path in CASES.glob("*/openapi.*"))
_SHOWN = ("models", "_codec", "resources")
_README = {"annotated", "fastapi", "reserved-names", "server-path"}
_REFERENCE = {"bodies", "fastapi", "names-without-case", "reserved-names"}
"""Cases that are about what these pages say, among others."""


def generated(folder: Path) -> tuple[dict[str, str], str]:
    """The package of the case in `folder`, and what was said on the way."""
    report = Report()
    with chdir(folder):
        tree = generate(Path(next(folder.glob("openapi.*")).name), report)
        findings = render_text(report.findings)
    assert tree is not None, findings
    return dict(tree), findings


def _first_call(readme: str) -> str:
    """Return the sections of a README that depend on the document."""
    sections = readme.split("\n## ")
    shown = ("First call", "Arguments", "Authentication", "Lists", "Streams")
    return "".join(f"## {each}\n" for each in sections if each.startswith(shown))


def expected(case: str, tree: dict[str, str], findings: str) -> dict[str, str]:
    """The files of a case that stand in its folder: models, operations, resources and findings."""
    files = {"findings.txt": findings} if findings else {}
    for path, text in tree.items():
        parts = Path(path).parts
        if len(parts) == 4 and parts[2] in _SHOWN and not parts[3].startswith("__"):
            files[f"{parts[2]}/{parts[3]}"] = text
    if case in _README:
        files["README.md"] = _first_call(tree["README.md"])
    if case in _REFERENCE:
        files["API.md"] = tree["API.md"]
    return files


def write(tree: dict[str, str], folder: Path) -> str:
    """Write a package below `folder`; gives its name."""
    for path, text in tree.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return next(path.split("/")[1] for path in tree if path.startswith("src/"))


@contextmanager
def imported(case: str, folder: Path) -> Iterator[ModuleType]:
    """The package of a case, imported from `folder` for a while."""
    tree, _ = generated(CASES / case)
    name = write(tree, folder)
    sys.path.insert(0, str(folder / "src"))
    try:
        yield importlib.import_module(name)
    finally:
        sys.path.remove(str(folder / "src"))
        for module in [each for each in sys.modules if each.split(".")[0] == name]:
            del sys.modules[module]
