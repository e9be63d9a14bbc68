"""`generated/` is exactly what the generator makes of `spec/`, on any machine, however often."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

ROOT = Path(__file__).resolve().parents[1]
GENERATED = ROOT / "generated"


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m generator` with `arguments`."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every generated file below `folder`."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.split("\n") if listed.returncode == 0 and folder == GENERATED else []
    paths = [folder / name for name in names if name] or [
        path for path in folder.rglob("*") if path.is_file()
    ]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_committed_client_is_as_generated() -> None:
    done = run("check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_deleting_and_generating_restores_every_byte(tmp_path: Path) -> None:
    for seed in ("0", "1234"):
        target = tmp_path / seed
        done = run(
            "generate",
            "--output",
            target,
            PYTHONHASHSEED=seed,
            XDG_CACHE_HOME=str(tmp_path / f"cache-{seed}"),
        )
        assert done.returncode == 0, done.stderr
        made = {name: text for name, text in files(target).items() if not name.startswith(".")}
        committed = {
            name: text for name, text in files(GENERATED).items() if not name.startswith(".")
        }
        del committed["LICENSE"]  # the maintainer's
        assert made == committed


def test_a_second_run_touches_nothing(tmp_path: Path) -> None:
    run("generate", "--output", tmp_path / "client")
    before = {
        path: path.stat().st_mtime_ns for path in (tmp_path / "client").rglob("*") if path.is_file()
    }
    done = run("generate", "--output", tmp_path / "client")
    assert ", 0 written" in done.stderr
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_check_prints_the_drift_and_fails(tmp_path: Path) -> None:
    run("generate", "--output", tmp_path / "client")
    errors = next((tmp_path / "client").rglob("errors.py"))
    errors.write_text(errors.read_text(encoding="utf-8") + "\nADDED = 1\n", encoding="utf-8")
    next((tmp_path / "client").rglob("py.typed")).unlink()
    done = run("check", "--output", tmp_path / "client")
    assert done.returncode == 1
    assert "-ADDED = 1" in done.stdout
    assert "py.typed" in done.stdout
    assert "1 missing, 0 stale, 1 changed" in done.stderr


def test_bad_input_writes_nothing(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text("openapi: 3.1.0\ninfo: [\n", encoding="utf-8")
    done = run("generate", spec, "--output", tmp_path / "client")
    assert done.returncode == 2
    assert "openapi.yaml:" in done.stderr and "error:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "client").exists()


def test_every_command_explains_itself() -> None:
    for command in ((), ("generate",), ("check",), ("lint",), ("bundle",)):
        done = run(*command, "--help")
        assert done.returncode == 0 and done.stdout.startswith("usage: python -m generator")


def test_the_reference_gives_attributes_the_types_of_their_classes() -> None:
    descriptions: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(GENERATED.glob("src/*/models/*.py")):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef) and "Model" in map(ast.unparse, node.bases):
                descriptions[node.name] = [
                    (ast.unparse(each.target), ast.unparse(each.annotation).replace("'", '"'))
                    for each in node.body
                    if isinstance(each, ast.AnnAssign)
                ]
    documented = {
        section.partition("`\n")[0]: re.findall(r"^- `(\w+)`: `([^`]*)`", section, re.MULTILINE)
        for section in (GENERATED / "API.md").read_text().split("\n### `")
    }
    shared = descriptions.keys() & documented.keys()
    assert all(name.startswith("Unknown") for name in descriptions.keys() - shared)
    assert {name: documented[name] for name in shared} == {
        name: descriptions[name] for name in shared
    }


def test_the_contents_of_the_reference_lead_to_its_headings() -> None:
    text = (GENERATED / "API.md").read_text(encoding="utf-8")
    page = MarkdownIt().use(anchors_plugin, max_level=4, slug_func=_slug)
    tokens = page.parse(text)
    anchors = {str(each.attrs["id"]) for each in tokens if each.type == "heading_open"}
    links = re.findall(r"\]\(#([^)]*)\)", text)
    assert set(links) <= anchors
    headings = len(re.findall("^####? `", text, re.MULTILINE))
    contents = text.partition("## Methods")[0]
    assert len(set(re.findall(r"\]\(#([^)]*)\)", contents)) - {"types"}) == headings
    assert "Types: [`Gateway`](#gateway), [`PageInfo`](#pageinfo)" in text


def _slug(title: str) -> str:
    """The anchor of a heading as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
