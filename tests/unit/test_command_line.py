"""What the command line says where a generated file can't be laid out or rendered: no traceback, nothing written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.output import format as formatting
from generator.output.layout.strings import Undecided

_DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Small", "version": "1"},
    "paths": {
        "/things": {
            "get": {"operationId": "listThings", "responses": {"204": {"description": "Fine."}}}
        }
    },
}


def _write_package(folder: Path) -> tuple[str, Path]:
    (folder / "openapi.json").write_text(json.dumps(_DOCUMENT), encoding="utf-8")
    return str(folder / "openapi.json"), folder / "out"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("x = = {{ api }}\n", "the generated file src/"),
        ("{{ nobody_knows }}\n", "nobody_knows"),
        ("{% if %}", ""),
    ],
)
def test_a_template_that_fails_is_reported_in_words(
    template: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, output = _write_package(tmp_path)
    own = tmp_path / "templates" / "package" / "src" / "{package}" / "_client.py.jinja"
    own.parent.mkdir(parents=True)
    own.write_text(template.replace("{{ api }}", ""), encoding="utf-8")
    code = main(
        ["generate", spec, "--output", str(output), "--templates", str(tmp_path / "templates")]
    )
    error = capsys.readouterr().err
    assert code == 2
    assert message in error
    assert error.endswith("nothing was written\n")
    assert not output.exists()


@pytest.mark.parametrize(
    "failure", [ValueError("Cannot parse: 3:4: x"), IndentationError("odd"), AssertionError()]
)
def test_whatever_black_raises_names_the_file_and_asks_for_a_report(
    failure: Exception,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def give_up(*_given: object) -> str:
        raise Undecided

    def refuse(_text: str) -> str:
        raise failure

    spec, output = _write_package(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(formatting, "lay_out_module", give_up)
    monkeypatch.setattr(formatting, "format_with_black", refuse)
    assert main(["generate", spec, "--output", str(output)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("internal error: the generated file src/")
    assert "please report" in error
    assert str(failure) in error
    assert not output.exists()


def test_what_is_given_next_to_the_document_must_be_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, output = _write_package(tmp_path)
    for option, message in (
        ("--config", "there is no file"),
        ("--overlay", "there is no file"),
        ("--templates", "templates"),
    ):
        assert (
            main(["generate", spec, "--output", str(output), option, str(tmp_path / "none")]) == 2
        )
        assert message in capsys.readouterr().err
    assert not output.exists()


def test_the_files_that_are_counted_are_those_of_the_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, output = _write_package(tmp_path)
    assert main(["generate", spec, "--output", str(output)]) == 0
    files, changed = capsys.readouterr().err.split()[-4::2]
    assert files == changed


@pytest.mark.parametrize("command", ["generate", "check"])
def test_our_own_package_is_not_replaced_by_another(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, _ = _write_package(tmp_path)
    with pytest.raises(SystemExit) as caught:
        main([command, spec])
    assert caught.value.code == 2
    assert "name the folder of the package: " in capsys.readouterr().err


def test_an_installed_generator_asks_for_a_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.cli.argument_parser.SPEC", tmp_path / "spec" / "openapi.yaml")
    with pytest.raises(SystemExit) as caught:
        main(["generate"])
    assert caught.value.code == 2
    assert "name a document" in capsys.readouterr().err


def test_a_link_to_itself_is_no_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.symlink_to("openapi.yaml")
    assert main(["generate", str(spec), "--output", str(tmp_path / "out")]) == 2
    assert "there is no file" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_link_to_itself_is_no_folder(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, output = _write_package(tmp_path)
    output.symlink_to("out")
    assert main([command, spec, "--output", str(output)]) == {"generate": 2, "check": 1}[command]
    assert "Traceback" not in capsys.readouterr().err
    assert output.is_symlink()


@pytest.mark.parametrize("name", ["httpx", "json", "class", "con"])
def test_a_package_hides_no_other(name: str, tmp_path: Path) -> None:
    spec = tmp_path / "openapi.json"
    spec.write_text(json.dumps({**_DOCUMENT, "x-client": {"package": name}}), encoding="utf-8")
    assert main(["generate", str(spec), "--output", str(tmp_path / "out")]) == 0
    assert [each.name for each in (tmp_path / "out" / "src").iterdir()] == [f"{name}_api"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("genrate openapi.yaml", "there is no `genrate`; did you mean `generate`?"),
        ("xyz", "there is no `xyz`; choose from generate, check, lint,"),
        ("generate --ouput=client openapi.yaml", "`--ouput=client`; did you mean `--output`?"),
        ("diff --fromat json a b", "`--fromat`; did you mean `--format`?"),
        ("lint --format sarrif", "there is no `sarrif`; did you mean `sarif`?"),
        ("check a.yaml b.yaml", "unknown argument `b.yaml`; `"),
        ("check --zz\x1b[2J", r"unknown argument `--zz\x1b[2J`; `"),
    ],
)
def test_a_misspelt_command_or_option_names_the_one_that_was_meant(
    line: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(line.split(" "))
    assert caught.value.code == 2
    assert message in capsys.readouterr().err.replace("\n", " ")


def test_a_setting_for_a_switch_that_no_argument_has_is_an_error_at_the_setting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, output = _write_package(tmp_path)
    settings = tmp_path / "openapi-client.toml"
    settings.write_text('[operations.listThings]\nstream = "stream"\n', encoding="utf-8")
    assert main(["generate", spec, "--output", str(output)]) == 2
    message = capsys.readouterr().err
    assert "openapi-client.toml:2:1: error: the operation takes no `stream`" in message
