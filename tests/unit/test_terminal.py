"""What commands print: for people, for machines, quietly, at length, and when something unforeseen happens."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
import threading
import tomllib
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.__main__ import main
from generator.cli import commands
from generator.cli.terminal import Terminal
from generator.diagnostics import Report
from generator.finding_text import render_text
from generator.openapi.editor_schemas import build_schemas
from generator.pipeline import Compilation, Options
from generator.program import PACKAGE

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
paths:
  /things:
    get:
      operationId: listThings
      parameters:
        - {$ref: "#/components/parameters/Page"}
        - {name: per_page, in: query, schema: {type: integer}}
      responses:
        "200":
          description: Fine.
          content: {application/json: {schema: {type: odd}}}
components:
  parameters:
    Page: {name: page, in: query, schema: {type: integer}}
"""


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(DOCUMENT)
    return Path("openapi.yaml")


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    code = main([*arguments, "--format", "json"])
    streams = capsys.readouterr()
    assert streams.err == ""
    result: dict[str, Any] = json.loads(streams.out)
    assert (result["version"], result["exit_code"]) == (1, code)
    assert result["command"] == arguments[0]
    return result


def test_every_command_about_a_document_has_a_form_for_machines(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = (str(spec), "--output", "client")
    planned = as_json(capsys, "generate", *given, "--dry-run")
    assert "README.md" in planned["add"] and not Path("client").exists()
    generate_report = as_json(capsys, "generate", *given)
    assert (sorted(planned["add"]), planned["files"]) == (
        sorted(generate_report["changed"]),
        generate_report["files"],
    )
    assert "unknown-type" in [each["code"] for each in generate_report["findings"]]
    assert as_json(capsys, "check", *given)["changed"] == []
    Path("client/README.md").write_text("edited\n")
    drift = as_json(capsys, "check", *given)
    assert drift["changed"] == ["README.md"] and "-edited" in drift["diff"]
    findings = as_json(capsys, "lint", str(spec))["findings"]
    assert [each["line"] for each in findings if each["code"] == "unknown-type"] == [13]
    assert as_json(capsys, "bundle", str(spec))["document"]["info"]["title"] == "Small"
    Path("broken.yaml").write_text("a: [")
    for command in ("generate", "check", "lint", "bundle"):
        more = ("--output", "other") if command in ("generate", "check") else ()
        broken = as_json(capsys, command, "broken.yaml", *more)
        assert broken["exit_code"] == 2 and broken["findings"][0]["severity"] == "error"
    failed = main(["generate", str(spec), "--output", "/", "--format", "json"])
    assert failed == 2 and "can't hold a package" in json.loads(capsys.readouterr().out)["error"]


def test_every_command_about_versions_and_recordings_has_a_form_for_machines(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("new.yaml").write_text(DOCUMENT.replace("/things:", "/others:"))
    compared = as_json(capsys, "diff", str(spec), "new.yaml", "--fail-on", "breaking")
    assert (compared["exit_code"], compared["verdict"]) == (1, "callers")
    proposal = as_json(capsys, "release", str(spec), "--spec", "new.yaml")
    assert proposal["next"] and proposal["next"] in proposal["section"]
    assert (proposal["verdict"], proposal["written"]) == ("callers", False)
    Path("seen.jsonl").write_text("")
    seen = as_json(capsys, "reconcile", "seen.jsonl", str(spec))
    assert (seen["exchanges"], seen["differences"], seen["overlay"]) == (0, [], None)
    for command in (
        ("diff", "missing.yaml", str(spec)),
        ("release", "missing.yaml", "--spec", str(spec)),
        ("reconcile", "missing.jsonl", str(spec)),
    ):
        failed = as_json(capsys, *command)
        assert (failed["exit_code"], "missing" in failed["error"]) == (2, True), command


def test_quiet_shows_errors_only_and_verbose_shows_stages_and_files(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate", str(spec), "--output", "client", "-q"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["-q", "generate", "missing.yaml", "--output", "client"]) == 2
    assert "error: " in capsys.readouterr().err
    assert main(["-v", "generate", str(spec), "--output", "other"]) == 0
    shown = capsys.readouterr().err
    assert "lowering 1 operations: " in shown and "  README.md\n" in shown
    assert "warning: " in shown and re.search(r"\n0 errors, \d warnings?\n", shown)


@pytest.mark.parametrize(
    ("arguments", "variables", "has_colour"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours(
    arguments: list[str],
    variables: dict[str, str],
    has_colour: bool,
    spec: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    main(["lint", str(spec), *arguments])
    assert ("\x1b[" in capsys.readouterr().err) == has_colour


def test_a_terminal_that_knows_no_colours_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for kind, has_colour in (("xterm", True), ("dumb", False)):
        monkeypatch.setenv("TERM", kind)
        assert Terminal("lint").has_colour(Screen()) == has_colour


SLOW = """
import sys, time
from generator.cli.terminal import Terminal
terminal = Terminal("generate")
terminal.begin_stage("lowering 7 operations")
ended = time.monotonic() + 30
while not terminal._progress._is_shown and time.monotonic() < ended:
    sum(range(1000))
terminal.note("done")
terminal.close()
"""


def test_what_takes_longer_than_a_second_has_a_line_of_progress_on_a_terminal() -> None:
    leader, follower = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", SLOW], cwd=ROOT, stderr=follower)
    os.close(follower)
    shown = b""
    while chunk := _read(leader):
        shown += chunk
    assert process.wait() == 0
    assert "lowering 7 operations … 1 s".encode() in shown
    assert shown.rstrip().endswith(b"\r\x1b[Kdone")


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 1 << 16)
    except OSError:  # the other end is closed
        return b""


def test_an_internal_error_whose_message_is_no_text_is_written_too(
    spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("\ud800")

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(commands, "read_package_lock", fail)
    assert main(["generate", str(spec), "--output", "client"]) == 70
    (file,) = tmp_path.glob("openapi-client-generator-*.txt")
    assert str(file) in capsys.readouterr().err and r"ValueError: \ud800" in file.read_text()


def test_an_internal_error_is_one_sentence_with_a_file_to_report(
    spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(commands, "read_package_lock", fail)
    command = ["generate", str(spec), "--output", "client"]
    assert main(command) == 70
    message = capsys.readouterr().err
    assert message.startswith(
        "internal error (KeyError): a bug in the generator, not in your document;"
    )
    assert message.count("\n") == 1
    (file,) = tmp_path.glob("openapi-client-generator-*.txt")
    assert str(file) in message and "KeyError: 'unforeseen'" in file.read_text()
    assert json.loads(_json_of(command, capsys))["exit_code"] == 70
    with pytest.raises(KeyError):
        main([*command, "--debug"])


def _json_of(command: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    main([*command, "--format", "json"])
    return capsys.readouterr().out


def test_a_run_report_replaces_no_document(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["generate", str(spec), "--output", "client", "--report"]
    for name, text in (
        ("openapi.yaml", DOCUMENT),
        ("other.json", '{"openapi": "3.1.0"}'),
        ("a.txt", "x"),
    ):
        Path(name).write_text(text)
        assert main([*command, name]) == 2
        assert "not a run report" in capsys.readouterr().err
        assert Path(name).read_text() == text
    assert not Path("client").exists()
    assert main([*command, "report.json"]) == 0
    assert main([*command, "report.json"]) == 0


def test_references_to_a_broken_file_are_folded_into_its_finding() -> None:
    class Spot:
        def __init__(self, file: str, pointer: str) -> None:
            self.file, self.pointer = file, pointer

        def pinned(self) -> Spot:
            return self

        def location(self) -> None:
            return None

        def excerpt(self) -> tuple[str, ...]:
            return ()

    report = Report()
    for number in range(8):
        report.warning(
            "broken-file", Spot("a.yaml", f"/{number}"), "`b.yaml` can't be read", "fix it"
        )
    for number in range(3):
        report.warning(
            "missing-file", Spot("a.yaml", f"/{number}"), "there is no `c.yaml`", "check"
        )
    report.error("yaml-syntax", Spot("b.yaml", ""), "this is not YAML", "correct it")
    text = render_text(report.findings)
    assert text.count("broken") == text.count("can't be read") == 0
    assert "this is not YAML [yaml-syntax]\n  help: correct it\n  and 8 references to it\n" in text
    assert text.count("there is no `c.yaml`") == 1
    assert "  and 2 other references to it\n" in text
    assert len(report.findings) == 12


@pytest.mark.parametrize("place", ["-", "http"])
def test_a_document_from_standard_input_or_an_address(
    place: str, spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del spec
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DOCUMENT.encode())))
    with HTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            named = (
                f"http://127.0.0.1:{server.server_port}/openapi.yaml" if place == "http" else "-"
            )
            result = main(["generate", named, "--output", "client", "--format", "json"])
        finally:
            server.shutdown()
            thread.join()
    assert result == 0
    files = json.loads(capsys.readouterr().out)["changed"]
    assert any(path.endswith("/_client.py") for path in files)


# init, schemas, completion


def test_init_writes_settings_that_are_valid_and_change_nothing(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    items = "{type: object, properties: {items: {type: array, items: {type: object}}}}"
    spec.write_text(DOCUMENT.replace("{type: odd}", items))
    before = Compilation(spec, Report()).tree
    assert main(["init", str(spec), "--yes", "--package", "tiny", "--output", "made"]) == 0
    text = Path("openapi-client.toml").read_text()
    settings = tomllib.loads(text)
    assert settings["package"] == "tiny" and settings["base_url_variable"] == "TINY_BASE_URL"
    assert settings["class"] == "Tiny" and settings["distribution"] == "tiny-client"
    assert text.startswith("#:schema ./openapi-client.schema.json\n")
    schema = json.loads(Path("openapi-client.schema.json").read_text())
    jsonschema.validate(settings, schema)
    assert "openapi-client-generator check openapi.yaml --output made" in text
    report = Report()
    tree = Compilation(spec, report).tree
    assert before is not None and tree is not None and not report.has_errors
    capsys.readouterr()
    assert main(["init", str(spec), "--yes"]) == 2
    assert "already exists" in capsys.readouterr().err


def test_what_init_is_given_is_text_of_toml_and_nothing_else(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = 'x"\nenvironment = "evil\x1b\x7f'
    assert main(["init", str(spec), "--yes", "--authors", evil]) == 0
    settings = tomllib.loads(Path("openapi-client.toml").read_text())
    assert settings["authors"] == [evil] and "environment" not in settings


@pytest.mark.parametrize(
    ("option", "value", "help"),
    [
        ("--license", "Foo", "for example `MIT`"),
        ("--package", "my-shop", "write `my_shop`"),
        ("--package", "-", "for example `petstore_client`"),
        ("--class", "My Shop", "write `My_Shop`"),
        ("--base-url-variable", "1", "for example `PETSTORE_BASE_URL`"),
        ("--distribution", "-x-", "for example `acme-client`"),
    ],
)
def test_init_refuses_what_the_next_command_would_refuse(
    spec: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, help: str
) -> None:
    assert main(["init", str(spec), "--yes", f"{option}={value}"]) == 2
    assert f"help: {help}" in capsys.readouterr().err
    assert not Path("openapi-client.toml").exists()


def test_init_asks_again_for_what_is_invalid(
    spec: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = io.StringIO("my-shop\nmy_shop\n\n\nFoo\nMIT\n\n\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert main(["init", str(spec)]) == 0
    assert tomllib.loads(Path("openapi-client.toml").read_text()) == {
        "package": "my_shop",
        "class": "MyShop",
        "distribution": "my-shop-client",
        "license": "MIT",
        "base_url_variable": "MY_SHOP_BASE_URL",
    }


def test_schemas_are_those_of_the_tables() -> None:
    for name, schema in build_schemas().items():
        text = (PACKAGE / "editor_schemas" / name).read_text(encoding="utf-8")
        assert json.loads(text) == schema, "nox -s goldens writes them"
        jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("settings", "is_valid"),
    [
        ("package = 'a'", True),
        ("package = 'not a name'", False),
        ("pakage = 'a'", False),
        ("[operations.listThings]\npaging = {style = 'page', page = 'page'}", True),
        ("[operations.listThings]\npaging = {style = 'pages'}", False),
        ("[operations.listThings]\nretry_safe = 'yes'", False),
    ],
)
def test_the_schema_and_the_check_agree(settings: str, is_valid: bool, spec: Path) -> None:
    Path("settings.toml").write_text(settings)
    compilation = Compilation(spec, Report(), Options(config=Path("settings.toml")))
    assert (compilation.document is not None) == is_valid
    schema = build_schemas()["openapi-client.schema.json"]
    validator = jsonschema.Draft7Validator(schema)
    assert validator.is_valid(tomllib.loads(settings)) == is_valid


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_of_a_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "openapi-client-generator" in script
    assert as_json(capsys, "completion", shell)["script"] == script


def test_commands_and_options_are_completed() -> None:
    line = "openapi-client-generator generate --dry"
    done = subprocess.run(
        [sys.executable, "-m", "generator"],
        cwd=ROOT,
        env={
            **os.environ,
            "_ARGCOMPLETE": "1",
            "_ARGCOMPLETE_STDOUT_FILENAME": "/dev/stdout",
            "COMP_LINE": line,
            "COMP_POINT": str(len(line)),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "--dry-run"
