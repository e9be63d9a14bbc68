"""An internal error in any stage of any command: one sentence, a file to report, exit 70; no traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.publishing.__main__ import main as publishing
from generator.publishing.index import Index

DOCUMENT = """\
openapi: 3.1.0
info: {title: Small, version: '1'}
servers: [{url: https://small.example}]
paths:
  /things:
    get: {operationId: listThings, responses: {'204': {description: Fine}}}
"""
RECORDING = {"operation": "things.list", "method": "GET", "path": "/things", "status": 200}
GENERATE = ["generate", "openapi.yaml", "--output", "client"]
COMMANDS: dict[str, list[str]] = {
    "generate": GENERATE,
    "generate --dry-run": [*GENERATE, "--dry-run"],
    "generate --report": [*GENERATE, "--report", "report.json"],
    "check": ["check", "openapi.yaml", "--output", "client"],
    "lint": ["lint", "openapi.yaml"],
    "bundle": ["bundle", "openapi.yaml"],
    "diff": ["diff", "openapi.yaml", "other.yaml"],
    "release": ["release", "--spec", "openapi.yaml", "--output", "client", "HEAD"],
    "reconcile": ["reconcile", "recording.jsonl", "openapi.yaml"],
    "init": ["init", "openapi.yaml", "--yes"],
    "completion": ["completion", "bash"],
}
MESSAGE = "\x1b[2Junforeseen \ud800"


def fail(*_: object, **__: object) -> None:
    raise RuntimeError(MESSAGE)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a document, a recording, and a temporary folder of its own."""
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(DOCUMENT)
    Path("other.yaml").write_text(DOCUMENT.replace("listThings", "allThings"))
    Path("recording.jsonl").write_text(json.dumps(RECORDING))
    (tmp_path / "reports").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "reports"))
    return tmp_path


def check_sentence(text: str, folder: Path, command: str) -> None:
    """Check that a text is the message of an internal error, and that its file has the rest."""
    assert text.startswith("internal error (RuntimeError): a bug in the generator, not in your ")
    assert text.count("\n") == 1 and text.strip().isprintable() and "Traceback" not in text
    (file,) = folder.glob("reports/openapi-client-generator-*.txt")
    assert str(file) in text
    report = file.read_text()
    assert "RuntimeError" in report and "Traceback" in report and f"command: {command}" in report
    file.unlink()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_fault_of_a_command(
    name: str,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The error is in what every command calls first: the function that the parser names for it."""
    from generator.cli import argument_parser

    real = argument_parser.build_parser

    def build_parser() -> Any:
        parser = real()
        parse = parser.parse_args

        def parse_args(arguments: Any = None) -> Any:
            namespace = parse(arguments)
            namespace.run = fail
            return namespace

        monkeypatch.setattr(parser, "parse_args", parse_args)
        return parser

    monkeypatch.setattr(argument_parser, "build_parser", build_parser)
    assert main(COMMANDS[name]) == 70
    check_sentence(capsys.readouterr().err, repository, COMMANDS[name][0])
    with pytest.raises(RuntimeError):
        main([*COMMANDS[name], "--debug"])


PLACES: list[tuple[str, str]] = [
    ("generate", "generator.openapi.loading.loader.bundle"),
    ("generate", "generator.pipeline.check_grammar"),
    ("generate", "generator.lowering.lower_document.fingerprint"),
    ("generate", "generator.pipeline.render"),
    ("generate", "generator.pipeline.format_tree"),
    ("generate", "generator.cli.commands.write"),
    ("generate", "generator.cli.commands.read_package_lock"),
    ("generate --dry-run", "generator.cli.commands.compare"),
    ("generate --report", "generator.cli.run_report.render_run_report"),
    ("check", "generator.cli.commands.compare"),
    ("lint", "generator.openapi.loading.loader.bundle"),
    ("bundle", "generator.pipeline.Compilation.bundle"),
    ("diff", "generator.openapi.loading.loader.bundle"),
    ("reconcile", "generator.openapi.loading.loader.bundle"),
    ("init", "generator.openapi.loading.loader.bundle"),
]


@pytest.mark.parametrize(("command", "place"), PLACES)
@pytest.mark.parametrize("error", [RuntimeError, RecursionError, AssertionError, UnicodeError])
def test_a_fault_in_a_stage(
    command: str,
    place: str,
    error: type[Exception],
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail_so(*_: object, **__: object) -> None:
        raise error(MESSAGE)

    monkeypatch.setattr(place, fail_so)
    code = main(COMMANDS[command])
    printed = capsys.readouterr().err
    assert "Traceback" not in printed and "\x1b[2J" not in printed
    if error is RuntimeError:
        assert code == 70, printed
        check_sentence(printed, repository, command.split()[0])
    else:
        assert code in (2, 70), printed
    assert not Path("client").exists()


@pytest.mark.parametrize("error", [MemoryError(), OSError(28, "No space left on device", "x\x1by")])
def test_what_the_machine_lacks_is_no_fault(
    error: Exception,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def run_out(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("generator.pipeline.render", run_out)
    assert main(GENERATE) == 2
    printed = capsys.readouterr().err
    assert printed.count("\n") == 1 and "\x1b" not in printed and not Path("client").exists()


def test_a_temporary_folder_that_is_full(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(repository / "nowhere"))
    monkeypatch.setattr("generator.pipeline.render", fail)
    assert main(GENERATE) == 70
    assert "please report it with what `--debug` shows" in capsys.readouterr().err


PUBLISHING: dict[str, str] = {
    "build": "generator.publishing.__main__.build",
    "docs": "generator.publishing.__main__.build_docs",
    "publish": "generator.publishing.__main__.publish",
}


@pytest.mark.parametrize("command", PUBLISHING)
def test_a_fault_of_publishing_shows_no_password(
    command: str,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    index = Index("https://index.example/", "https://index.example/simple/", "user", "pass/word")
    monkeypatch.setattr("generator.publishing.__main__.indexes.find_index", lambda: index)
    monkeypatch.setattr("generator.publishing.__main__.read_project", lambda _: None)

    def fail_with_password(*_: object, **__: object) -> None:
        raise RuntimeError(f"{MESSAGE} https://user:pass%2Fword@index.example pass/word")

    monkeypatch.setattr(PUBLISHING[command], fail_with_password)
    arguments = [command, "--root", str(repository)]
    assert publishing(arguments) == 70
    files = [each.read_text() for each in repository.glob("reports/*.txt")]
    check_sentence(capsys.readouterr().err, repository, command)
    assert publishing([*arguments, "--debug"]) == 70
    printed = capsys.readouterr().err
    assert "Traceback" in printed and "\x1b" not in printed
    if command == "publish":
        for text in (*files, printed):
            assert "pass/word" not in text and "pass%2Fword" not in text


def test_a_file_that_publishing_cannot_read_is_named(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publishing(["build", "--root", str(repository / "nowhere")]) == 1
    printed = capsys.readouterr().err
    assert printed.startswith("refused: ") and "Traceback" not in printed
