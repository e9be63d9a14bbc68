"""Packages of hostile documents are imported, and their texts parsed as the tools do that read them.

Importing runs nothing but definitions: under an audit hook no file is opened for writing, no process or connection
begins, and no code runs that comes from anywhere but files of packages. CI imports a few packages;
`HOSTILE_PACKAGES=500 pytest tests/unit/test_hostile_packages.py` imports more.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from markdown_it import MarkdownIt
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from test_hostile_operations import MARK, TEXTS, document
from test_hostile_text import documents

from generator.diagnostics import Report
from generator.pipeline import Compilation

PACKAGES = int(os.environ.get("HOSTILE_PACKAGES", "6"))
"""Packages of each kind."""
IMPORT = Path(__file__).parents[1] / "support" / "import_packages.py"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def compile_package(content: Mapping[str, Any], folder: Path) -> Mapping[str, str] | None:
    """Write the package of a document into a folder; None where the document is refused."""
    folder.mkdir()
    (folder / "openapi.json").write_text(json.dumps(content), encoding="utf-8")
    tree = Compilation(folder / "openapi.json", Report()).tree
    for path, text in (tree or {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    return tree


def check_imports(folder: Path) -> None:
    """Import every module of the packages in a folder, in a process that reports what else it does."""
    process = subprocess.run(
        [sys.executable, "-B", "-P", IMPORT, folder], capture_output=True, text=True, check=False
    )
    assert process.returncode == 0, process.stdout[-3000:] + process.stderr[-3000:]
    packages = [each for each in folder.iterdir() if (each / "src").is_dir()]
    assert process.stdout == f"{len(packages)} packages\n"


def check_project(text: str) -> None:
    """Check that a pyproject.toml declares what every package declares, and nothing more."""
    metadata = tomllib.loads(text)
    assert set(metadata) == {"build-system", "project", "tool"}
    assert set(metadata["tool"]) == {"hatch"}
    assert metadata["build-system"]["build-backend"] == "hatchling.build"
    project = metadata["project"]
    assert not {"scripts", "gui-scripts", "entry-points", "dynamic"} & set(project)
    assert canonicalize_name(project["name"], validate=True)
    SpecifierSet(project["requires-python"])
    required = {Requirement(each).name for each in project["dependencies"]}
    assert required == {"attrs", "httpx"}
    for extra, requirements in project.get("optional-dependencies", {}).items():
        names = {Requirement(each).name for each in requirements}
        assert extra in ("aiohttp", "fast", "http2", "speedups", "strict") or names <= {
            "orjson",
            "h2",
            "aiohttp",
            "httpx",
        }


def check_page(text: str) -> None:
    """Check that a page has no live HTML and no link that runs something, and that its programs are Python."""
    parser = MarkdownIt("commonmark")
    parser.validateLink = lambda _: True  # type: ignore[method-assign]  # dangerous links stay links, to be seen
    for token in parser.parse(text):
        for each in (token, *(token.children or ())):
            if each.type in ("html_block", "html_inline"):
                assert re.fullmatch(r"<!--[^>]*-->\s*", each.content), each.content
            for attribute in ("href", "src"):
                target = str(each.attrs.get(attribute, ""))
                assert not _SCHEME.match(target) or target.startswith(
                    ("https:", "http:", "mailto:")
                ), target
        if token.type == "fence" and token.info == "python":
            signature = re.sub(
                r"\A(?:async )?client[\w.]*\((.*\n?\) -> .*)\n\Z",
                r"def f(\1: ...",
                token.content,
                flags=re.DOTALL,
            )
            for node in ast.walk(ast.parse(signature)):
                assert not isinstance(node, ast.Call) or ast.unparse(node.func) != MARK


def check_package(tree: Mapping[str, str]) -> None:
    check_project(tree["pyproject.toml"])
    for path, text in tree.items():
        if path.endswith(".md"):
            check_page(text)


@pytest.mark.parametrize("name", ["open", "process", "socket", "exec"])
def test_what_runs_when_it_is_imported_is_found(name: str, tmp_path: Path) -> None:
    code = {
        "open": f"open({str(tmp_path / 'x')!r}, 'w')",
        "process": "import subprocess; subprocess.run(['true'])",
        "socket": "import socket; socket.create_server(('127.0.0.1', 0))",
        "exec": "exec('1')",
    }[name]
    source = tmp_path / "packages" / "one" / "src" / "evil"
    source.mkdir(parents=True)
    (source / "__init__.py").write_text(code)
    with pytest.raises(AssertionError, match="evil"):
        check_imports(tmp_path / "packages")


def test_packages_of_texts_that_would_break_out(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS[:: max(1, len(TEXTS) // PACKAGES)]):
        tree = compile_package(document(text), tmp_path / str(number))
        assert tree is not None
        check_package(tree)
    check_imports(tmp_path)


def test_packages_of_documents_drawn_at_random(tmp_path: Path) -> None:
    @settings(
        max_examples=PACKAGES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(documents())
    def compile_all(content: dict[str, Any]) -> None:
        tree = compile_package(content, tmp_path / str(len(list(tmp_path.iterdir()))))
        if tree is not None:
            check_package(tree)

    compile_all()
    check_imports(tmp_path)
