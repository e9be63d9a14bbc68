"""Where versions come from: revisions that must not be left, links, shallow clones, overlays, no repository at all."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main

from .description import DOCUMENT, GONE, changed

NEW = changed({"/paths/~1logs/get/parameters/0": GONE})


def _write(path: Path, document: dict[str, Any]) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document))
    return str(path)


def _git(folder: Path, *arguments: str) -> None:
    settings = ("user.name=Nobody", "user.email=nobody@example.com", "commit.gpgsign=false")
    options = [part for each in (*settings, "tag.gpgsign=false") for part in ("-c", each)]
    subprocess.run(["git", *options, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose document was committed and then edited; the current folder."""
    root = tmp_path / "repository"
    _write(root / "api/openapi.json", DOCUMENT)
    (root / "api/password.json").symlink_to("/etc/passwd")
    (root / "api/outside.json").symlink_to("../../outside.json")
    _write(tmp_path / "outside.json", DOCUMENT)
    _git(tmp_path, "init", "-q", "-b", "main", str(root))
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "first")
    _write(root / "api/openapi.json", NEW)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def no_own_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command as it is installed, without the document of its repository."""
    monkeypatch.setattr("generator.cli.argument_parser.SPEC", tmp_path / "none" / "openapi.yaml")
    monkeypatch.setattr("generator.cli.argument_parser.OUTPUT", tmp_path / "none" / "generated")


@pytest.mark.parametrize(
    "argument",
    ["HEAD:{root}/api/openapi.json", "HEAD:../outside.json", "HEAD:api/../../outside.json"],
)
def test_a_path_that_leads_out_of_the_revision_is_refused(
    repository: Path, argument: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", argument.format(root=repository), "api/openapi.json"]) == 2
    output = capsys.readouterr()
    assert "is not a path inside a revision\nhelp: write it from the top" in output.err
    assert output.out == ""


@pytest.mark.parametrize("argument", ["HEAD:api/openapi.json", "HEAD:./api/openapi.json"])
def test_a_file_of_a_revision_against_the_work_tree(
    repository: Path, argument: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", argument]) == 0, "links next to the document are left out"
    assert "api/openapi.json: 1 breaking for callers\n" in capsys.readouterr().out


@pytest.mark.parametrize("link", ["api/password.json", "api/outside.json"])
def test_a_link_that_leads_out_is_no_document(
    repository: Path, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", f"HEAD:{link}", "api/openapi.json"]) == 2
    assert f"{link} is a symbolic link in HEAD that leads out" in capsys.readouterr().err


def test_tags_that_are_missing(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["release", "--spec", "api/openapi.json"]
    assert main(command) == 2
    message = capsys.readouterr().err
    assert "nothing has been released yet: there is no tag like `v1.2.0`\nhelp: " in message
    assert "publish the version that is there as it is, then tag its commit" in message
    _git(repository, "checkout", "-q", "--orphan", "other")
    _git(repository, "commit", "-q", "-a", "-m", "other")
    _git(repository, "tag", "v1.0.0", "main")
    assert main(command) == 2
    assert "none of the 1 tags like `v1.0.0` leads to this commit" in capsys.readouterr().err


def test_a_shallow_clone_is_named(
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _git(repository, "tag", "v1.0.0")
    _git(repository, "commit", "-q", "-a", "-m", "second")
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    monkeypatch.chdir(clone)
    assert main(["release", "--spec", "api/openapi.json"]) == 2
    assert "`v1.0.0`\nhelp: `git fetch --unshallow --tags` fetches them" in capsys.readouterr().err
    _git(clone, "remote", "remove", "origin")
    assert main(["release", "--spec", "api/openapi.json"]) == 2
    assert "this is a shallow clone, which may lack tags" in capsys.readouterr().err
    assert main(["diff", "HEAD~1", "--spec", "api/openapi.json"]) == 2
    assert "`git fetch --unshallow --tags` fetches its history" in capsys.readouterr().err


def test_a_release_is_not_compared_with_an_old_tag(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    origin = tmp_path / "origin"
    origin.mkdir()
    spec = Path(_write(origin / "api.json", DOCUMENT))
    _git(origin, "init", "-q")
    for tag in ("v0.1.0", "v0.2.0"):
        _git(origin, "add", "-A")
        _git(origin, "commit", "-q", "--allow-empty", "-m", tag)
        _git(origin, "tag", tag)
    clone = tmp_path / "clone"
    _git(tmp_path, "clone", "-q", "--no-tags", str(origin), str(clone))
    _git(clone, "fetch", "-q", "origin", "tag", "v0.1.0", "--no-tags")
    monkeypatch.chdir(clone)
    assert main(["release", "--spec", spec.name]) == 2
    error = capsys.readouterr().err
    assert "tags of this history that were not fetched: `v0.2.0`" in error
    assert "`git fetch --tags`" in error


@pytest.mark.usefixtures("no_own_document")
def test_two_files_outside_any_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    _write(tmp_path / "old.json", DOCUMENT)
    _write(tmp_path / "new.json", NEW)
    assert main(["diff", "old.json", "new.json"]) == 0
    assert capsys.readouterr().out.startswith("old.json → new.json: 1 breaking for callers\n")
    assert main(["release", "old.json", "--spec", "new.json"]) == 0
    assert capsys.readouterr().out.startswith(
        "0.1.0 → 0.2.0: 1 breaking for callers since old.json"
    )
    for command, message in (
        (["diff", "old.json"], "help: name it: `diff OLD NEW`"),
        (["diff", "HEAD"], "help: name a file, a URL or"),
        (["release", "old.json"], "help: name it with --spec"),
        (["release", "--spec", "new.json"], "is in no git repository"),
        (["release", "old.json", "--spec", "new.json", "--write"], "help: name it with --output"),
        (["diff", "x" * 5000, "new.json"], "help: name a file, a URL or"),
    ):
        assert main(command) == 2
        assert message in capsys.readouterr().err


def test_overlays_and_settings_apply_to_both(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "Fixes", "version": "1"},
        "actions": [{"target": "$.paths['/logs']", "remove": True}],
    }
    outside = _write(repository.parent / "fix.json", overlay)
    command = ["diff", "HEAD:api/openapi.json", "--overlay"]
    assert main([*command, outside]) == 0
    assert ": no change\n" in capsys.readouterr().out, "what changed is cut off on both sides"
    inside = _write(repository / "fix.json", overlay)
    assert main([*command, inside]) == 0
    assert (
        "`logs.list` (`GET /logs`) and `logs.create` (`POST /logs`) are gone"
        in capsys.readouterr().out
    ), "the revision has no such overlay"
    _git(repository, "add", "-A")
    _git(repository, "commit", "-q", "-m", "overlay")
    _write(repository / "fix.json", {**overlay, "actions": []})
    assert main([*command, inside]) == 0
    assert (
        "`logs.list` (`GET /logs`) and `logs.create` (`POST /logs`) are new"
        in capsys.readouterr().out
    ), "the revision's own state of it counts"


def test_control_characters_do_not_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "\x1b[2J\x9b31m\u202e"
    member = {f"/components/schemas/Log/properties/a{evil}": {"type": "string"}}
    old, new = (
        _write(tmp_path / "old.json", DOCUMENT),
        _write(tmp_path / f"n{evil}.json", changed({**member, "/info/summary": f"New{evil}."})),
    )
    for format_ in ("text", "markdown", "json"):
        assert main(["diff", old, new, "--format", format_]) == 0
        output = capsys.readouterr().out
        assert output.replace("\n", "").replace("→", "").isprintable(), format_
    assert main(["diff", f"v1{evil}", new]) == 2
    assert capsys.readouterr().err.replace("\n", "").isprintable()
