"""Black changes nothing in what the generator writes: in our package, in every case, in what is copied."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.cli import commands
from generator.diagnostics import Report
from generator.output import format as formatting
from generator.output.format import find_layout_differences
from generator.pipeline import Compilation

from .support.cases import FOLDERS

SPEC = Path(__file__).parents[1] / "spec" / "openapi.yaml"
DOCUMENTS = [SPEC, *(next(folder.glob("openapi.*")) for folder in FOLDERS)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.parent.name)
def test_the_layout_writes_what_black_writes(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[str]] = []
    real = formatting.format_statement

    def count(lines: list[str], depth: int) -> list[str]:
        calls.append(lines)
        return real(lines, depth)

    monkeypatch.setattr(formatting, "format_statement", count)
    compilation = Compilation(document, Report())
    tree, rendering = compilation.tree, compilation.rendering
    assert tree is not None and rendering is not None
    generated = {path: text for path, text in tree.items() if path not in rendering.copied}
    assert find_layout_differences(generated) == {}
    assert calls == [], "the layout knows every form of our templates"


def test_a_user_can_have_the_layout_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ("check", str(DOCUMENTS[1]), "--output", str(tmp_path))
    assert main(["generate", *given[1:]]) == 0
    assert main([*given, "--verify-layout"]) == 0
    monkeypatch.setattr(formatting, "lay_out_module", lambda text, *_: text + "x = 'a'\n")
    assert main(["generate", *given[1:]]) == 0
    capsys.readouterr()
    assert main(given) == 0
    assert main([*given, "--verify-layout"]) == commands.FINDINGS
    assert "-x = 'a'\n+x = \"a\"\n" in capsys.readouterr().out


def test_a_command_does_not_import_what_others_need() -> None:
    program = (
        "import sys; from generator.cli.argument_parser import build_parser; build_parser().parse_args(['generate', 'x']);"
        "print(*sorted(m for m in sys.modules if m.split('.')[0] in ('black', 'griffe', 'jsonschema', 'httpx')"
        " or m.startswith(('generator.diff', 'generator.release', 'generator.reconcile'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=SPEC.parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "\n"
