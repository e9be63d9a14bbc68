"""The house rules that a machine can hold: sizes, the direction of imports, what templates may do."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[1]
MODULE_LINES = 315  # about 300
FUNCTION_LINES = 40

# Who may import whom inside `generator`. `pipeline`, `commands` and `__main__` sit on top and see all.
MAY_IMPORT = {
    "words": set(),
    "records": set(),
    "diagnostics": set(),
    "cache": set(),
    "shapes": set(),
    "regex": {"regex"},
    "api": {"api", "records"},
    "source": {"source", "shapes", "diagnostics", "cache"},
    "dialect": {"dialect", "shapes", "source", "diagnostics"},
    "grammar": {"grammar", "dialect", "shapes", "source", "diagnostics", "cache"},
    "lower": {
        "lower",
        "api",
        "source",
        "dialect",
        "shapes",
        "diagnostics",
        "regex",
        "words",
        "records",
    },
    "python": {"python", "api", "regex", "words"},
    "emit": {"emit", "python", "diagnostics", "cache"},
    "kept": {"shapes"},
    "diff": {"diff", "api", "python", "emit", "diagnostics", "kept", "pipeline"},
    "reconcile": {"reconcile", "lower", "source", "diagnostics", "pipeline", "words"},
}


def _tracked(*suffixes: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        ROOT / line
        for line in listed.stdout.splitlines()
        if line.endswith(suffixes) and (ROOT / line).is_file()
    ]


HAND_WRITTEN = [
    path
    for path in _tracked(".py")
    if path.relative_to(ROOT).parts[0] in ("generator", "templates") or path.name == "noxfile.py"
]


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", HAND_WRITTEN, ids=_shown)
def test_modules_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (
        text.count("\n") <= MODULE_LINES
    ), f"{_shown(path)} is over {MODULE_LINES} lines: cut it where it has two reasons"
    long = [
        f"{_shown(path)}:{node.lineno} {node.name}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and _length(node) > FUNCTION_LINES
    ]
    assert not long


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def _imported(path: Path) -> Iterator[str]:
    """The parts of `generator` that a module of it imports."""
    package = path.relative_to(ROOT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            target = (*base, *(node.module or "").split("."))
            names = [target] if node.module else [(*base, alias.name) for alias in node.names]
            yield from (name[1] for name in names if len(name) > 1)


@pytest.mark.parametrize(
    "path", [p for p in HAND_WRITTEN if "generator" in p.parts[-3:]], ids=_shown
)
def test_imports_point_one_way(path: Path) -> None:
    parts = path.relative_to(ROOT / "generator").with_suffix("").parts
    if parts[0] not in MAY_IMPORT:
        return
    wrong = sorted(set(_imported(path)) - MAY_IMPORT[parts[0]])
    assert not wrong, f"{_shown(path)} imports {wrong}"


def test_emit_and_templates_see_only_the_view() -> None:
    for path in (ROOT / "generator" / "emit").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("python"):
                assert node.module == "python.view", f"{_shown(path)} imports {node.module}"


TEMPLATES = sorted((ROOT / "templates").rglob("*.jinja"))
FORBIDDEN = (
    nodes.Compare,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Filter,
    nodes.BinExpr,
)


@pytest.mark.parametrize("path", TEMPLATES, ids=_shown)
def test_templates_only_loop_and_ask(path: Path) -> None:
    tree = Environment().parse(path.read_text(encoding="utf-8"))
    found = [
        f"{_shown(path)}:{node.lineno} {type(node).__name__}"
        for kind in FORBIDDEN
        for node in tree.find_all(kind)
    ]
    assert not found, "compute it in generator/python and give the view a field"


def test_every_field_of_the_view_is_used() -> None:
    view = ast.parse((ROOT / "generator" / "python" / "view.py").read_text(encoding="utf-8"))
    fields = {
        node.target.id
        for node in ast.walk(view)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    readers = TEMPLATES + sorted((ROOT / "generator").rglob("*.py"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in readers if path.name != "view.py")
    assert not {field for field in fields if not re.search(rf"\.{field}\b", text)}


def test_the_repository_speaks_of_the_project_alone() -> None:
    secret = re.compile(
        r"/work/|/tmp/plan|/root/|pypi\.org|registry\.npmjs|files\.pythonhosted|TODO|FIXME|XXX"
    )
    found = [
        f"{_shown(path)}: {match.group()}"
        for path in _tracked(".py", ".md", ".toml", ".yaml", ".jinja", ".cfg", "run")
        if path != Path(__file__)
        for match in secret.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found
