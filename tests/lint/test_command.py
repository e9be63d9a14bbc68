"""`lint` as a command: severities, forms of its output, and what it says of rules."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import run
from generator.rules import load_rules
from tests.lint.violations import RIGHT, merge, pet


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(merge(RIGHT, pet(kind={"enum": ["cat", "dog", "cat"]}))))
    return path


def settings(folder: Path, text: str) -> None:
    (folder / "openapi-client.toml").write_text(text)


@pytest.mark.parametrize(
    ("severity", "code", "shown"),
    [("off", 0, "no findings"), ("hint", 0, "hint: "), ("warning", 1, "warning: "), ("error", 1, "error: ")],
)  # fmt: skip
def test_settings_give_severities(
    document: Path, severity: str, code: int, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(document.parent, f'[lint]\nduplicate-enum-value = "{severity}"\n')
    assert run(["lint", "openapi.json"]) == code
    assert shown in capsys.readouterr().err


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('duplicate-enum-valeu = "off"', "did you mean `duplicate-enum-value`?"),
        ('nothing-like-it = "off"', "`lint --rules` lists the rules"),
        ('duplicate-enum-value = "of"', "did you mean `off`?"),
        ("duplicate-enum-value = 3", "write one of them"),
    ],
)
def test_settings_that_mean_nothing_are_errors(
    document: Path, table: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(document.parent, f"[lint]\n{table}\n")
    assert run(["lint", "openapi.json"]) == 2
    assert message in capsys.readouterr().err


def test_the_table_of_severities_is_a_table(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(document.parent, 'lint = "off"\n')
    assert run(["lint", "openapi.json"]) == 2
    assert "expected" in (text := capsys.readouterr().err) or "mapping" in text


def test_severities_hold_for_other_commands(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = merge(RIGHT, pet(last={"$ref": "#/components/schemas/Nothing"}))
    document.write_text(json.dumps(broken))
    arguments = ["generate", "openapi.json", "--output", "client", "--dry-run"]
    assert run(arguments) == 0
    assert "[dangling-reference]" in capsys.readouterr().err
    settings(document.parent, '[lint]\ndangling-reference = "off"\n')
    assert run(arguments) == 0
    assert "dangling" not in capsys.readouterr().err
    settings(document.parent, '[lint]\ndangling-reference = "error"\n')
    assert run(arguments) == 2


def test_what_prevents_a_package_stays_an_error(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document.write_text(
        '{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {"/a": {}}}'
    )
    settings(document.parent, '[lint]\nno-operation = "off"\n')
    assert run(["lint", "openapi.json"]) == 2
    assert "error: this document has paths, but no operation" in capsys.readouterr().err


def test_json_has_the_version_and_the_rule(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lint", "openapi.json", "--format", "json"]) == 1
    output = json.loads(capsys.readouterr().out)
    assert (output["version"], output["command"], output["exit_code"]) == (1, "lint", 1)
    assert [(each["severity"], each["code"]) for each in output["findings"]] == [
        ("warning", "duplicate-enum-value")
    ]


def test_sarif(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(document.parent, '[lint]\noperation-error-response = "hint"\n')
    document.write_text(document.read_text().replace('"4XX"', '"x-4XX"'))
    assert run(["lint", "openapi.json", "--format", "sarif"]) == 1
    streams = capsys.readouterr()
    log = json.loads(streams.out)
    assert (log["version"], streams.err) == ("2.1.0", "")
    (only,) = log["runs"]
    rules = only["tool"]["driver"]["rules"]
    assert {result["level"] for result in only["results"]} == {"warning", "note"}
    for result in only["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (place,) = result["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "openapi.json"
        assert place["physicalLocation"]["region"]["startLine"] >= 1
        assert place["logicalLocations"][0]["fullyQualifiedName"].startswith("#/")
    for rule in rules:
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note", "none")


HOSTILE = "dog%0A\n::error::mine\r\n,:\x1b[31m"


def test_github_annotations_are_one_line_each(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change = pet(kind={"enum": [HOSTILE, HOSTILE], "default": None})
    document = document.rename(document.with_name("a,b:c%.json"))
    document.write_text(json.dumps(merge(RIGHT, change)))
    assert run(["lint", document.name, "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    ours = [line for line in lines if "duplicate-enum-value" in line]
    assert all(line.startswith("::") for line in lines) and len(ours) == 1
    start = "::warning title=duplicate-enum-value,file=a%2Cb%3Ac%25.json,line="
    assert ours[0].startswith(start)
    assert "\x1b" not in "".join(lines) and "dog%250A" in ours[0]


def test_sarif_holds_what_its_schema_requires(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change = pet(kind={"enum": [HOSTILE, HOSTILE], "type": HOSTILE, HOSTILE: 1})
    document = document.rename(document.with_name("we ird,%:ü.json"))
    document.write_text(json.dumps(merge(RIGHT, change)))
    assert run(["lint", document.name, "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert log.keys() == {"$schema", "version", "runs"} and log["version"] == "2.1.0"
    [only] = log["runs"]
    driver = only["tool"]["driver"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert driver["name"] and len(set(ids)) == len(ids)
    assert all(
        rule["shortDescription"]["text"] and rule["help"]["text"] for rule in driver["rules"]
    )
    assert only["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert only["results"]
    for result in only["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"].isprintable()
        [place] = result["locations"]
        region = place["physicalLocation"]["region"]
        assert region["startLine"] >= 1 and region["startColumn"] >= 1
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == "we%20ird%2C%25%3A%C3%BC.json"


@pytest.mark.parametrize("form", ["sarif", "github"])
def test_no_findings_are_a_result_as_well(
    document: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document.write_text(json.dumps(RIGHT))
    assert run(["lint", "openapi.json", "--format", form]) == 0
    out = capsys.readouterr().out
    assert json.loads(out)["runs"][0]["results"] == [] if form == "sarif" else out == ""


def test_many_findings_of_a_rule_are_counted(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = {f"m{n}": {"enum": [f"a{n}", f"a{n}"]} for n in range(25)}
    document.write_text(json.dumps(merge(RIGHT, pet(**many))))
    assert run(["lint", "openapi.json"]) == 1
    text = capsys.readouterr().err
    assert text.count("[duplicate-enum-value]") == 10
    assert "and 15 more of duplicate-enum-value; `lint --limit 0` shows all" in text
    assert "25 warnings" in text
    run(["lint", "openapi.json", "--limit", "0"])
    assert capsys.readouterr().err.count("[duplicate-enum-value]") == 25


@pytest.mark.parametrize("command", ["generate", "check"])
def test_generate_and_check_limit_the_findings_they_show(
    document: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    many = {f"m{n}": {"$ref": f"#/components/schemas/Nowhere{n}"} for n in range(25)}
    document.write_text(json.dumps(merge(RIGHT, pet(**many))))
    output = ["--output", "out", "--report", "report.json"]
    run([command, "openapi.json", *output])
    text = capsys.readouterr().err
    assert text.count("[dangling-reference]") == 10
    assert "and 15 more of dangling-reference; `lint --limit 0` shows all" in text
    run([command, "openapi.json", *output, "--limit", "0"])
    assert capsys.readouterr().err.count("[dangling-reference]") == 25
    run([command, "openapi.json", *output, "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 25
    assert len(json.loads(Path("report.json").read_text())["findings"]) == 25


def test_rules_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--rules"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(load_rules())
    assert run(["lint", "--rules", "--format", "json"]) == 0
    listed: list[Any] = json.loads(capsys.readouterr().out)["rules"]
    assert [each["id"] for each in listed] == list(load_rules())
    assert run(["lint", "--explain", "duplicate-key"]) == 0
    text = capsys.readouterr().out
    assert "key is repeated" in text and "operationId: listPets" in text
    setting = tomllib.loads("\n".join(text.splitlines()[-2:]))
    assert setting == {"lint": {"duplicate-key": load_rules()["duplicate-key"].severity}}
    assert run(["lint", "--explain", "duplicate-kye"]) == 2
    assert "did you mean `duplicate-key`?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "similar"),
    [
        ("unused", "`unused-component`"),
        ("example-mismatch", "`invalid-example`"),
        ("endpoint-added", "generator/diff/README.md explains what `diff` reports"),
    ],
)
def test_a_rule_that_does_not_exist_has_near_ones(
    name: str, similar: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lint", "--explain", name]) == 2
    assert similar in capsys.readouterr().err
