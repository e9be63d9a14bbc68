"""No command prints what could control a terminal or turn its text around, and no generated file has it raw."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from test_hostile_operations import document

from generator.cli.main import run

CONTROL = "".join(
    (
        *("\x1b]0;owned\x07", "\x1b[2J", "\x1bP1$r\x1b\\", "\x9b2J", "\x85", "\b", "\r", "\x7f"),
        *("\u061c", "\u200b", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"),
        *("\u2028", "\u2029", "\u2060", "\ufeff", "\U000e0041", "\ud800", "\ufff9"),
    )
)
"""Sequences of terminals, marks that turn the direction of text around, and what takes no room."""
COMMANDS = {
    "generate": ["generate", "api.json", "--output", "out", "-v"],
    "plan": ["generate", "api.json", "--output", "plan", "--dry-run", "-v"],
    "check": ["check", "api.json", "--output", "missing"],
    "lint": ["lint", "api.json", "--limit", "0"],
    "annotations": ["lint", "api.json", "--format", "github"],
    "bundle": ["bundle", "api.json"],
    "json": ["bundle", "api.json", "--as", "json"],
    "diff": ["diff", "other.json", "api.json"],
    "markdown": ["diff", "other.json", "api.json", "--format", "markdown"],
    "release": ["release", "--spec", "api.json", "--output", "out", "HEAD"],
    "init": ["init", "api.json", "--yes"],
    "paths": ["lint", f"\x1b[2J{CONTROL[:20]}.json"],
}


def is_safe(text: str) -> bool:
    """Tell whether a terminal shows a text as it is."""
    return all(each.isprintable() or each in "\n\t" for each in text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("terminal")
    hostile = json.dumps(document(f"a{CONTROL}b"))
    (place / "api.json").write_text(json.dumps(document("plain")))
    for command in (["git", "init", "-q"], ["git", "add", "."]):
        subprocess.run(command, cwd=place, check=True)
    identity = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run(["git", *identity, "commit", "-q", "-m", "x"], cwd=place, check=True)
    (place / "api.json").rename(place / "other.json")
    (place / "api.json").write_text(hostile)
    return place


@pytest.mark.parametrize("name", COMMANDS)
def test_a_terminal_shows_what_is_printed(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert run(COMMANDS[name]) in (0, 1, 2)
    printed = capsys.readouterr()
    assert printed.out or printed.err
    assert is_safe(printed.out) and is_safe(printed.err)


def test_generated_files_have_none_of_it_raw(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert run(["generate", "api.json", "--output", "files"]) == 0
    files = [each for each in (folder / "files").rglob("*") if each.is_file()]
    assert len(files) > 20
    for path in files:
        assert is_safe(path.name) and is_safe(path.read_text("utf-8")), path
