"""What the documents of the repository tell: every file and every command that they name is there."""

from __future__ import annotations

import functools
import re
import shlex
import subprocess
from pathlib import Path

import cloudflare_ai
import pytest
from cloudflare_ai.testing import FakeTransport

from generator.cli.argument_parser import build_parser

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


def test_the_documents_name_every_command() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
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


USER_DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", USER_DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_documents_are_understood(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for _, block in (each for each in _BLOCK.findall(text) if each[0] == "console"):
        for line in block.splitlines():
            program, separator, arguments = line.partition("openapi-client-generator ")
            if not separator or program not in ("", 'podman run --rm -v "$PWD:/data" '):
                continue
            words = shlex.split(arguments, comments=True)
            if words in (["--version"], []) or ">" in words:
                continue
            build_parser().parse_args(words)


def test_programs_in_the_tutorial_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"):
        monkeypatch.setenv(name, "test")
    client = functools.partial(cloudflare_ai.CloudflareAI, http_client=FakeTransport())
    monkeypatch.setattr(cloudflare_ai, "CloudflareAI", client, raising=False)
    text = (ROOT / "docs" / "tutorial-application.md").read_text(encoding="utf-8")
    programs = [block for kind, block in _BLOCK.findall(text) if kind == "python"]
    assert len(programs) == 6
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}  # a later one may go on with what an earlier one has made
    for number, program in enumerate(programs):
        exec(compile(program, f"program {number}", "exec"), names)  # noqa: S102  # our own document
