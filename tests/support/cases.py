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
_MODELS = ("models", "_codec")
_CALLS = ("resources", "_codec")
_CLIENT = ("_client.py", "_codec", "README.md")
_ALL = ("models", "_codec", "resources")
ABOUT = {
    "allof-override": _MODELS,
    "annotated": (*_ALL, "_client.py", "README.md"),
    "argument-names": ("resources",),
    "bodies": (*_ALL, "API.md"),
    "client-methods": ("_client.py", "resources", "README.md"),
    "defaults": ("models", "resources"),
    "downloads": (*_CALLS, "README.md"),
    "dynamic-refs": _MODELS,
    "enumerations": ("models",),
    "equal-schemas": _MODELS,
    "extra-members": _MODELS,
    "fastapi": (*_ALL, "README.md", "API.md"),
    "hostile-text": ("models", "resources"),
    "inheritance": _MODELS,
    "names-without-case": (*_ALL, "API.md"),
    "nullable": _MODELS,
    "oauth": _CLIENT,
    "operation-names": ("resources",),
    "overloads": _CALLS,
    "paging": (*_CALLS, "README.md"),
    "parameters": _CALLS,
    "positional-last": ("resources", "API.md"),
    "query-objects-with-lists": _CALLS,
    "read-write-only": ("models", "resources"),
    "recursion": _MODELS,
    "reserved-names": (*_ALL, "README.md", "API.md"),
    "responses": _CALLS,
    "security": _CLIENT,
    "server-path": _CLIENT,
    "servers": _CLIENT,
    "servers-own": _CLIENT,
    "servers-relative": _CLIENT,
    "typed-responses": _CALLS,
    "unions": _MODELS,
    "webhooks-only": ("models", "README.md"),
}
"""The parts of its package that a case is about, where these are not all of `_ALL`; the others are called, not read."""


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
    """The files of a case that are in its folder: those that it is about, and the findings."""
    about = ABOUT.get(case, _ALL)
    files = {"findings.txt": findings} if findings else {}
    for path, text in tree.items():
        parts = Path(path).parts
        if parts[0] != "src":
            if path in about:
                files[path] = _first_call(text) if path == "README.md" else text
        elif parts[2] in about and not parts[-1].startswith("__"):
            files["/".join(parts[2:])] = text
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
