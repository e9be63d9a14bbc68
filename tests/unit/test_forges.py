"""The files for forges, hooks and containers: they parse, name what exists, and their jobs do what they say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.cli.argument_parser import build_parser

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / ".ci" / "client"
DOCUMENT = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
paths:
  /things:
    get: {operationId: listThings, responses: {"204": {description: Fine.}}}
"""


def read(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8"))


def commands_in(value: Any) -> list[str]:
    """All texts of a workflow that run something."""
    if isinstance(value, str):
        return value.splitlines()
    if isinstance(value, dict):
        return [line for each in value.values() for line in commands_in(each)]
    return (
        [line for each in value or () for line in commands_in(each)]
        if isinstance(value, list)
        else []
    )


@pytest.mark.parametrize("name", ["docs/forges/github.yaml", "docs/forges/gitlab.yaml"])
def test_a_forge_runs_the_three_jobs_of_the_script(name: str) -> None:
    lines = "\n".join(commands_in(read(name)))
    for job in ("check", "update", "publish"):
        assert f".ci/client {job}" in lines
    assert "pip install openapi-client-generator" in lines


def test_hooks_run_commands_that_exist() -> None:
    parser = build_parser()
    hooks = read(".pre-commit-hooks.yaml")
    assert [each["id"] for each in hooks] == ["openapi-client-check", "openapi-client-lint"]
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "openapi-client-generator"
        assert parser.parse_args([command, "openapi.yaml"]).command == command
    sessions = {
        hook["entry"].split()[-1] for hook in read(".pre-commit-config.yaml")["repos"][0]["hooks"]
    }
    noxfile = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    assert all(f"def {session}(" in noxfile for session in sessions)


def test_the_checks_of_the_repository_are_those_of_the_script() -> None:
    assert ".ci/run" in commands_in(read(".github/workflows/checks.yaml"))
    noxfile = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    assert 'nox.options.sessions = ["check", "lint", "types", "tests"]' in noxfile


# The jobs, with a repository on disk for a forge


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    if shutil.which("bash") is None:
        pytest.skip("needs bash")
    git(tmp_path, "init", "-q", "--bare", "forge.git")
    git(tmp_path, "clone", "-q", "forge.git", "work")
    folder = tmp_path / "work"
    for key, value in (("user.name", "tester"), ("user.email", "tester@example.invalid")):
        git(folder, "config", key, value)
    (folder / "openapi.yaml").write_text(DOCUMENT)
    git(folder, "add", "openapi.yaml")
    git(folder, "commit", "-qm", "document")
    assert job(folder, "update").stdout == "regenerate-client\n"
    git(folder, "checkout", "-q", "-B", "main")
    git(folder, "push", "-q", "origin", "main")
    return folder


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def job(folder: Path, name: str, **variables: str) -> subprocess.CompletedProcess[str]:
    generator = f"{sys.executable} -m generator"
    environment = {**os.environ, "GENERATOR": generator, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run(
        [str(SCRIPT), name],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_update_pushes_a_branch_and_check_fails_until_it_is_merged(checkout: Path) -> None:
    assert job(checkout, "check").returncode == 0
    unchanged = job(checkout, "update")
    assert (unchanged.returncode, unchanged.stdout) == (0, "")
    (checkout / "openapi.yaml").write_text(DOCUMENT.replace("listThings", "listAllThings"))
    git(checkout, "commit", "-qam", "rename")
    drift = job(checkout, "check")
    assert drift.returncode == 1 and "changed" in drift.stderr
    updated = job(checkout, "update")
    assert (updated.returncode, updated.stdout) == (0, "regenerate-client\n")
    assert (
        git(checkout, "log", "-1", "--format=%s", "origin/regenerate-client")
        == "client: regenerate"
    )
    git(checkout, "checkout", "-q", "main")
    git(checkout, "merge", "-q", "regenerate-client")
    assert job(checkout, "check").returncode == 0


def test_publish_names_no_index_of_its_own(checkout: Path) -> None:
    environment = {"TWINE_REPOSITORY_URL": ""}
    refused = job(checkout, "publish", **environment)
    assert refused.returncode != 0 and "name the index" in refused.stderr
    assert job(checkout, "other").returncode == 2
