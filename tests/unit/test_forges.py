"""The files for forges, hooks and containers: they parse, name what exists, and their jobs do what they say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
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
    steps = read(".github/workflows/checks.yaml")["jobs"]["checks"]["steps"]
    assert steps[-1] == {"run": ".ci/run"}
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


# The jobs as the forges run them: their steps in bash, with pip, twine and the forge's own commands replaced

STUB = """\
#!/usr/bin/env bash
echo "${0##*/} $*" >> "$LOG"
"""


@pytest.fixture
def runner(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runner in a checkout whose document has changed: the generator, and programs that only note how they are called."""
    tools = tmp_path / "tools"
    tools.mkdir()
    programs = {"pip": STUB, "gh": STUB}
    programs["openapi-client-generator"] = f'#!/bin/sh\nexec {sys.executable} -m generator "$@"\n'
    programs["python"] = f'{STUB}[ "$2" = generator ] && exec {sys.executable} "$@" || true\n'
    for name, text in programs.items():
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("LOG", str(tmp_path / "log"))
    shutil.copytree(ROOT / ".ci", checkout / ".ci")
    (checkout / "openapi.yaml").write_text(DOCUMENT.replace("listThings", "listAllThings"))
    git(checkout, "commit", "-qam", "rename")
    return checkout


def run_steps(folder: Path, steps: list[str], variables: dict[str, str]) -> int:
    """Run the steps of a job as a forge does: in one shell each, until one fails."""
    shell = ["bash", "-e", "-o", "pipefail", "-c"]
    for step in steps:
        code = subprocess.run(
            [*shell, step], cwd=folder, env={**os.environ, **variables}, check=False
        ).returncode
        if code:
            return code
    return 0


def run_github(folder: Path, name: str) -> int:
    workflow = read("docs/forges/github.yaml")
    values = {
        "${{ github.token }}": "token",
        "${{ vars.GENERATOR_SOURCE }}": "generator@v1",
        "${{ vars.TWINE_REPOSITORY_URL }}": "https://index.example/",
        "${{ vars.TWINE_USERNAME }}": "user",
        "${{ secrets.TWINE_PASSWORD }}": "password",
    }
    job = workflow["jobs"][name]
    variables = {**workflow["env"], **job.get("env", {})}
    steps = [each for each in job["steps"] if "run" in each]
    for each in steps:
        variables |= each.get("env", {})
    resolved = {key: values.get(value, value) for key, value in variables.items()}
    assert not [value for value in resolved.values() if "${{" in value]
    return run_steps(folder, [each["run"] for each in steps], resolved)


def run_gitlab(folder: Path, name: str) -> int:
    pipeline = read("docs/forges/gitlab.yaml")
    job = pipeline[f"client-{name}"]
    address = "https://client:token@git.example/group/project.git"
    variables = {
        **pipeline["variables"],
        "GENERATOR_SOURCE": "generator@v1",
        "PUSH_TOKEN": "token",
        "CI_SERVER_HOST": "git.example",
        "CI_PROJECT_PATH": "group/project",
        "CI_DEFAULT_BRANCH": "main",
        "TWINE_REPOSITORY_URL": "https://index.example/",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{folder.parent / 'forge.git'}.insteadOf",
        "GIT_CONFIG_VALUE_0": address,
    }
    git(folder.parent / "forge.git", "config", "receive.advertisePushOptions", "true")
    return run_steps(
        folder, [*pipeline[job["extends"]]["before_script"], *job["script"]], variables
    )


@pytest.mark.parametrize("run_job", [run_github, run_gitlab])
def test_the_jobs_of_a_forge(
    run_job: Callable[[Path, str], int], runner: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    assert run_job(runner, "check") == 1  # drift
    assert log.read_text().startswith("pip install generator@v1")
    assert run_job(runner, "publish") == 1
    assert "twine" not in log.read_text().replace("install generator@v1 build twine", "")
    assert run_job(runner, "update") == 0
    assert (
        git(runner, "log", "-1", "--format=%s", "origin/regenerate-client") == "client: regenerate"
    )
    is_github = run_job is run_github
    assert ("gh pr create --head regenerate-client" in log.read_text()) == is_github
    assert run_job(runner, "check") == 0
    assert run_job(runner, "publish") == 0
    build, upload = log.read_text().splitlines()[-2:]
    assert build == "python -m build --outdir dist client"
    assert upload == "python -m twine upload --non-interactive dist/*"


def test_publish_names_no_index_of_its_own(checkout: Path) -> None:
    environment = {"TWINE_REPOSITORY_URL": ""}
    refused = job(checkout, "publish", **environment)
    assert refused.returncode != 0 and "name the index" in refused.stderr
    assert job(checkout, "other").returncode == 2
