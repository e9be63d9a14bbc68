"""The documents: what they tell readers to type exists, their programs run, and their links lead somewhere."""

from __future__ import annotations

import functools
import importlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cloudflare_ai
import pytest
from cloudflare_ai.testing import FakeTransport

from generator.cli.argument_parser import build_parser

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *sorted(ROOT.glob("docs/**/*.md")),
    *sorted(ROOT.glob("generator/**/*.md")),
    *(ROOT / name for name in ("spec/DIALECT.md", "spec/SOURCES.md", "templates/README.md")),
]
SESSIONS = set(re.findall(r"@nox\.session\ndef (\w+)", (ROOT / "noxfile.py").read_text()))
PROGRAMS = (
    "openapi-client-generator",
    "python -m generator",
    ".nox/generator/bin/python -m generator",
)
"""How the command line is called."""


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _fences(path: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )


def _commands(path: Path) -> Iterator[str]:
    """Yield what a reader is told to type: lines of consoles, and code that begins with a known program."""
    text = path.read_text("utf-8")
    for block in _fences(path, "console"):
        for line in block.splitlines():
            yield from (each.strip() for each in line.split("&&"))
    yield from re.findall(r"^    (nox\b.*|python -m generator .*)$", text, re.MULTILINE)
    for code in re.findall(r"`([^`\n]+)`", text):
        if code.startswith(("nox -s ", *(f"{each} " for each in PROGRAMS))):
            yield code


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_every_command_exists(path: Path) -> None:
    for command in _commands(path):
        _check(command)


def _check(command: str) -> None:
    for program in PROGRAMS:
        if command.startswith(f"{program} "):
            words = shlex.split(command.removeprefix(program).partition(" >")[0], comments=True)
            if words[0].startswith("generator.") or words[0] == "COMMAND":
                return
            try:
                build_parser().parse_args(words)
            except SystemExit as end:
                if end.code:
                    raise AssertionError(command) from end
            return
    if match := re.search(r"(?:^|/)nox -s (\w+)", command):
        assert match[1] in SESSIONS | {"NAME"}, command


@pytest.mark.parametrize(
    ("command", "is_known"),
    [
        ("openapi-client-generator generate a.yaml --output b  # comment", True),
        ("openapi-client-generator generat a.yaml", False),
        ("openapi-client-generator generate a.yaml --outptu b", False),
        (".venv/bin/nox -s tests", True),
        ("nox -s test", False),
    ],
)
def test_a_command_that_does_not_exist_is_noticed(command: str, is_known: bool) -> None:
    try:
        _check(command)
    except AssertionError:
        assert not is_known
    else:
        assert is_known


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text))
    files = [each.partition("#")[0] for each in targets if "://" not in each]
    assert not [each for each in files if each and not (path.parent / each).exists()]


@pytest.mark.parametrize("path", [each for each in DOCUMENTS if _fences(each, "python")], ids=_name)
def test_every_program_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each against the fake of the client, one after the other."""
    monkeypatch.chdir(tmp_path)
    fake = FakeTransport()
    for name in ("CloudflareAI", "AsyncCloudflareAI"):
        client = getattr(importlib.import_module("cloudflare_ai._client"), name)
        made = functools.partial(client, http_client=fake, api_token="test", account_id="test")
        monkeypatch.setattr(cloudflare_ai, name, made, raising=False)
    names: dict[str, Any] = {"__name__": "document"}
    for number, program in enumerate(_fences(path, "python")):
        exec(compile(program, f"{_name(path)}, program {number}", "exec"), names)  # noqa: S102
