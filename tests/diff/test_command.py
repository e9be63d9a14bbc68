"""The command: files and revisions, forms of output, exit codes, and the package compared as Python."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.diff.changes import Change
from generator.diff.python_surface import compare_surfaces, read_surface
from generator.diff.revisions import unpack

from .description import DOCUMENT, GONE, changed

BREAKING = changed({"/paths/~1logs/get/parameters/0": GONE})
ADDITIVE = changed({"/components/schemas/Log/properties/new": {"type": "string"}})


def _file(folder: Path, name: str, document: dict[str, Any]) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document))
    return str(path)


def _git(folder: Path, *arguments: str) -> None:
    who = (
        "-c",
        "user.name=Nobody",
        "-c",
        "user.email=nobody@example.com",
        "-c",
        "commit.gpgsign=false",
    )
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits: a description in two files, then a breaking change of the second."""
    root = tmp_path / "repository"
    schemas = DOCUMENT["components"]["schemas"]
    split = changed(
        {f"/components/schemas/{name}": {"$ref": f"parts/schemas.json#/{name}"} for name in schemas}
    )
    local = json.loads(json.dumps(schemas).replace("#/components/schemas/", "#/"))
    _file(root, "spec/api.json", split)
    _file(root, "spec/parts/schemas.json", local)
    _git(root.parent, "init", "-q", "-b", "main", str(root))
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", "first")
    local["Log"]["properties"].pop("cost")
    _file(root, "spec/parts/schemas.json", local)
    _git(root, "commit", "-q", "-a", "-m", "second")
    return root


def test_files_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = _file(tmp_path, "old.json", DOCUMENT), _file(tmp_path, "new.json", BREAKING)
    assert main(["diff", old, new]) == 0
    out = capsys.readouterr().out
    assert out == (
        f"{old} → {new}: 1 breaking for callers\n\nlogs\n"
        "  BREAKS CALLERS  The query parameter `page` of `logs.list` is gone [request-parameter-removed]\n"
    )


def test_fail_on_breaking(tmp_path: Path) -> None:
    old = _file(tmp_path, "old.json", DOCUMENT)
    breaking, additive = _file(tmp_path, "b.json", BREAKING), _file(tmp_path, "a.json", ADDITIVE)
    assert main(["diff", old, breaking, "--fail-on", "breaking"]) == 1
    assert main(["diff", old, additive, "--fail-on", "breaking"]) == 0
    assert main(["diff", additive, old, "--fail-on", "breaking"]) == 1, "readers count as well"


def test_revisions_leave_the_work_tree_alone(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = repository / "spec" / "api.json"
    (repository / "spec" / "parts" / "schemas.json").unlink()
    before = sorted(path.name for path in repository.rglob("*") if ".git" not in path.parts)
    given = [
        "diff",
        "HEAD~1",
        "HEAD",
        "--spec",
        str(spec),
        "--format",
        "json",
        "--fail-on",
        "breaking",
    ]
    assert main(given) == 1
    output = json.loads(capsys.readouterr().out)
    assert output["verdict"] == "readers"
    (change,) = (each for each in output["changes"] if each["verdict"] == "readers")
    assert change["check"] == "response-optional-property-removed"
    assert change["old"] == "HEAD~1:spec/parts/schemas.json#/Log/properties/cost"
    assert change["new"] == "HEAD:spec/parts/schemas.json#/Log"
    assert change["operations"] == [{"name": "logs.list", "method": "GET", "path": "/logs"}]
    assert before == sorted(path.name for path in repository.rglob("*") if ".git" not in path.parts)


def test_a_revision_against_the_work_tree(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = repository / "spec" / "api.json"
    assert main(["diff", "HEAD", "--spec", str(spec)]) == 0
    assert "no change" in capsys.readouterr().out
    assert main(["diff", "HEAD~1", "--spec", str(spec), "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("## `HEAD~1` → ")
    assert "### Breaking for readers of results\n\n**Models**\n\n- " in out


@pytest.mark.parametrize("argument", ["nowhere", "HEAD~9", "--output=x", "HEAD:spec/none.json"])
def test_what_is_neither_file_nor_revision(
    repository: Path, argument: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--spec", str(repository / "spec" / "api.json"), "--", argument]) == 2
    streams = capsys.readouterr()
    assert streams.out == "" and "Traceback" not in streams.err and streams.err.strip()


def test_a_side_with_errors_is_shown_and_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = _file(tmp_path, "old.json", DOCUMENT)
    broken = tmp_path / "new.yaml"
    broken.write_text("openapi: 3.1.0\npaths: [")
    assert main(["diff", old, str(broken)]) == 2
    assert "new.yaml:2:" in capsys.readouterr().err


def test_what_only_a_template_changed_is_found_between_revisions(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spec, package = repository / "spec" / "api.json", repository / "generated"
    assert main(["generate", str(spec), "--output", str(package)]) == 0
    module = package / "src" / "small" / "resources" / "logs.py"
    module.write_text(module.read_text().replace("def update(", "def replace("))
    _git(repository, "add", "-A")
    _git(repository, "commit", "-q", "-m", "a package that another template made")
    capsys.readouterr()
    monkeypatch.setattr("generator.cli.argument_parser.OUTPUT", package)
    assert (
        main(["diff", "HEAD", "--spec", str(spec), "--format", "json", "--fail-on", "breaking"])
        == 1
    )
    output = json.loads(capsys.readouterr().out)
    assert [(each["check"], each["subject"].partition(".")[2]) for each in output["changes"]] == [
        ("python-object-removed", "replace"),
        ("python-object-added", "update"),
    ]
    assert output["changes"][0]["old"].startswith("src/small/resources/"), "and where it was"


def test_a_class_written_in_place_keeps_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = {"type": "object", "properties": {"id": {"type": "string"}}}
    get = {
        "responses": {
            "200": {"description": "ok", "content": {"application/json": {"schema": schema}}}
        }
    }
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"},
                "servers": [{"url": "https://api.example"}], "paths": {"/things": {"get": get}}}  # fmt: skip
    more = changed({"/paths/~1apples": {"get": get}}, document)
    old, new = _file(tmp_path, "old.json", document), _file(tmp_path, "new.json", more)
    assert main(["diff", old, new, "--format", "json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert [each["check"] for each in changes] == ["endpoint-added"]


OLD = {
    "src/pack/__init__.py": "",
    "src/pack/logs.py": (
        "class LogsResource:\n"
        "    def list(self, page: int, *, size: int = 1) -> int: ...\n"
        "    def get(self) -> str: ...\n"
        "class AsyncLogsResource:\n"
        "    def get(self) -> str: ...\n"
    ),
}


def _packages(new: str, *explained: Change) -> list[tuple[str, str, str]]:
    files = {**OLD, "src/pack/logs.py": new}
    output = compare_surfaces(read_surface(OLD, "pack"), read_surface(files, "pack"), explained)
    return [(each.check, each.verdict, each.subject) for each in output]


def test_a_rename_in_a_template_is_found() -> None:
    renamed = OLD["src/pack/logs.py"].replace("def get", "def fetch")
    assert _packages(renamed) == [
        ("python-object-removed", "callers", "LogsResource.get"),
        ("python-object-added", "additive", "LogsResource.fetch"),
    ]


def test_parameters_and_results_of_the_package() -> None:
    other = "class LogsResource:\n    def list(self, number: int, *, size: int) -> float: ...\n    def get(self) -> str: ...\nclass AsyncLogsResource:\n    def get(self) -> str: ...\n"  # fmt: skip
    output = _packages(other)
    assert ("python-parameter-removed", "callers", "LogsResource.list(page)") in output
    assert ("python-parameter-added-required", "callers", "LogsResource.list(number)") in output
    assert ("python-parameter-changed-required", "callers", "LogsResource.list(size)") in output
    assert ("python-type-changed", "readers", "LogsResource.list") in output


def test_what_the_api_explains_is_not_reported_again() -> None:
    explained_change = Change(
        "x", "callers", "", "", "", "", "", objects=frozenset({"LogsResource.get"})
    )
    without = OLD["src/pack/logs.py"].replace("    def get(self) -> str: ...\nclass", "class")
    assert _packages(without, explained_change) == []
    assert _packages(without) == [("python-object-removed", "callers", "LogsResource.get")]


def test_private_modules_may_change() -> None:
    old = {
        **OLD,
        "src/pack/_core/__init__.py": "",
        "src/pack/_core/work.py": "def run(a): ...\nclass Thing: ...\n",
    }
    new = {**OLD, "src/pack/_core/__init__.py": "", "src/pack/_core/work.py": "def go(b): ...\n"}
    assert compare_surfaces(read_surface(old, "pack"), read_surface(new, "pack"), ()) == ()


def test_private_things_may_change() -> None:
    assert _packages(OLD["src/pack/logs.py"] + "def _private() -> None: ...\n") == []


def test_python_before_3_11_4_unpacks_nothing_beyond_the_folder_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(tarfile, "data_filter", raising=False)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in ("spec/api.json", "../beyond.json", str(tmp_path / "root.json")):
            member = tarfile.TarInfo(name)
            member.size = 2
            archive.addfile(member, io.BytesIO(b"{}"))
        link = tarfile.TarInfo("spec/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc"
        archive.addfile(link)
    packed.seek(0)
    with tarfile.open(fileobj=packed) as archive:
        unpack(archive, tmp_path / "into")
    output = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert output == ["into", "into/spec", "into/spec/api.json"]
