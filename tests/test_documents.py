"""What the documents of the repository tell: every file and every command that they name is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from generator.cli.parser import build_parser

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    ROOT / line
    for line in subprocess.run(
        ["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if not line.startswith(("generated/", "tests/cases/"))
]
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
_FILE = re.compile(r"`((?:[\w.{}]+/)+[\w.{}]+\.(?:md|py|yaml|txt))`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_document_names_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = [*_LINK.findall(text), *_FILE.findall(text)]
    places = (document.parent, ROOT)
    missing = [name for name in named if not any((place / name).exists() for place in places)]
    assert not missing


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (\w+)(?: |$)", build_parser().format_help(), re.MULTILINE)
    assert {"generate", "reconcile"} <= set(commands)
    assert not [each for each in commands if f"| `{each} " not in text]


def test_contributing_names_every_session() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    sessions = re.findall(
        r"@nox\.session\ndef (\w+)", (ROOT / "noxfile.py").read_text(encoding="utf-8")
    )
    assert len(sessions) > 10
    assert not [each for each in sessions if f"`{each}`" not in text.partition("## Finding")[0]]
