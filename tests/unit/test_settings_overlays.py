"""Overlays that the settings name: every command applies them, to every version of the document."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.cli.watch import Job, take_snapshot

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Shelf", "version": "1"},
    "paths": {"/books": {"get": {"responses": {"204": {"description": "Done."}}}}},
}
ACTION = {"target": "$.paths['/books'].get", "update": {"x-method": "fetch_shelf"}}
OVERLAY = {"overlay": "1.0.0", "info": {"title": "Fixes", "version": "1"}, "actions": [ACTION]}


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document with settings that name an overlay in a folder next to them."""
    api = tmp_path / "api"
    (api / "overlays").mkdir(parents=True)
    (api / "openapi.json").write_text(json.dumps(DOCUMENT))
    (api / "overlays" / "fixes.json").write_text(json.dumps(OVERLAY))
    (api / "openapi-client.toml").write_text('overlays = ["overlays/fixes.json"]\n')
    monkeypatch.chdir(tmp_path)
    return api / "openapi.json"


def test_commands_apply_it(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", str(spec), "--output", "client"]) == 0
    assert "fetch_shelf" in "".join(each.read_text() for each in Path("client").rglob("*.py"))
    assert main(["check", str(spec), "--output", "client"]) == 0
    capsys.readouterr()
    assert main(["bundle", str(spec)]) == 0
    assert "fetch_shelf" in capsys.readouterr().out


def test_a_revision_has_its_own(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.com")
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "first"]):
        subprocess.run(["git", *command], check=True, capture_output=True)
    assert main(["diff", "HEAD", "--spec", str(spec)]) == 0
    (spec.parent / "overlays" / "fixes.json").write_text(
        json.dumps(OVERLAY).replace("fetch_shelf", "read_shelf")
    )
    capsys.readouterr()
    main(["diff", "HEAD", "--spec", str(spec)])
    output = capsys.readouterr().out
    assert "fetch_shelf" in output and "read_shelf" in output


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ('["../outside.json"]', "not in the folder of the settings or below"),
        ('["/etc/passwd"]', "not in the folder of the settings or below"),
        ('["missing.json"]', "missing.json"),
        ('"fixes.json"', "overlays"),
        ("[1]", "overlays"),
    ],
)
def test_what_is_none_is_an_error(
    spec: Path, value: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (spec.parent / "openapi-client.toml").write_text(f"overlays = {value}\n")
    assert main(["check", str(spec), "--output", "client"]) == 2
    assert message in capsys.readouterr().err


def test_it_is_watched(spec: Path) -> None:
    config = spec.with_name("openapi-client.toml")
    job = Job(spec, Path("client"), lambda report: None, bool, config=config)
    assert (spec.parent / "overlays" / "fixes.json") in take_snapshot(job)
