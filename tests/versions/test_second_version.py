"""The second version: after an edit, `diff`, `release --write` and `publish` agree on what changed and what follows."""

from __future__ import annotations

import json
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version
from pypi_simple import DistributionPackage

from generator.__main__ import main
from generator.publishing.build import stage_sources
from generator.publishing.errors import Refusal
from generator.publishing.index import Releases
from generator.publishing.project import make_workplace, read_project
from generator.publishing.version_check import check_bump

SHAPES = {
    "Shelf": {
        "type": "object",
        "description": "A shelf.",
        "properties": {
            "id": {"type": "string"},
            "size": {"type": "object", "properties": {"width": {"type": "integer"}}},
        },
    }
}
PATHS = {
    "shelves": {
        "get": {
            "operationId": "list_shelves",
            "tags": ["shelves"],
            "summary": "List shelves.",
            "responses": {
                "200": {
                    "description": "Shelves.",
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "result": {
                                        "type": "array",
                                        "items": {"$ref": "schemas.json#/Shelf"},
                                    },
                                    "page": {"$ref": "#/page"},
                                },
                            }
                        }
                    },
                }
            },
        },
        "post": {
            "operationId": "create_shelves",
            "tags": ["shelves"],
            "requestBody": {
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "properties": {
                                "label": {"$ref": "#/page/properties/label"},
                                "of": {"$ref": "schemas.json#/Shelf/properties/size"},
                            },
                        }
                    }
                }
            },
            "responses": {"204": {"description": "Done."}},
        },
    },
    "page": {
        "type": "object",
        "properties": {
            "number": {"type": "integer"},
            "label": {"type": "object", "properties": {"text": {"type": "string"}}},
        },
    },
}
ROOT = {
    "openapi": "3.1.0",
    "info": {"title": "Shelves", "version": "1", "license": {"name": "MIT", "identifier": "MIT"}},
    "servers": [{"url": "https://shelves.example"}],
    "x-client": {"version": "1.0.0"},
    "paths": {"/shelves": {"$ref": "parts/paths.json#/shelves"}},
}


def _reword(root: Path) -> None:
    _rewrite(root / "spec/parts/schemas.json", lambda d: d["Shelf"].update(description="A board."))


def _add_operation(root: Path) -> None:
    operation = {
        "operationId": "delete_shelves",
        "tags": ["shelves"],
        "responses": {"204": {"description": "Done."}},
    }
    _rewrite(root / "spec/parts/paths.json", lambda d: d["shelves"].update(delete=operation))


def _remove_operation(root: Path) -> None:
    _rewrite(root / "spec/parts/paths.json", lambda d: d["shelves"].pop("post"))


def _rewrite(path: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    document = json.loads(path.read_text())
    edit(document)
    path.write_text(json.dumps(document, indent=1))


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A repository whose version 1.0.0 is tagged."""
    root = tmp_path / "repository"
    (root / "spec/parts").mkdir(parents=True)
    (root / "spec/openapi.yaml").write_text(json.dumps(ROOT, indent=1))
    (root / "spec/parts/paths.json").write_text(json.dumps(PATHS))
    (root / "spec/parts/schemas.json").write_text(json.dumps(SHAPES))
    assert main(["generate", *_places(root)]) == 0
    for command in (
        ["init", "-q", "-b", "main"],
        ["add", "-A"],
        ["commit", "-q", "-m", "first"],
        ["tag", "v1.0.0"],
    ):
        settings = ("user.name=Nobody", "user.email=nobody@example.com", "commit.gpgsign=false")
        options = [part for each in (*settings, "tag.gpgsign=false") for part in ("-c", each)]
        subprocess.run(["git", *options, *command], cwd=root, check=True, capture_output=True)
    return root


def _places(root: Path) -> list[str]:
    return [str(root / "spec/openapi.yaml"), "--output", str(root / "generated")]


def _check_version(root: Path, sdist: Path) -> None:
    """Do what `publish` does before it builds."""
    place = make_workplace(root, ("true",))
    last, package = Version("1.0.0"), DistributionPackage.__new__(DistributionPackage)
    listed = Releases({last: {}}, {last: package})
    check_bump(place, read_project(place.generated), listed, lambda _, path: _copy(sdist, path))


def _copy(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes())


def _pack(root: Path) -> Path:
    """Return the sdist of what is there, without the time that a build takes."""
    source = root.parent / "shelves-1.0.0"
    stage_sources(read_project(root / "generated"), root / "spec/openapi.yaml", source)
    with tarfile.open(root.parent / "sdist.tar.gz", "w:gz") as archive:
        archive.add(source, source.name)
    return root.parent / "sdist.tar.gz"


@pytest.mark.parametrize(
    ("edit", "verdict", "version"),
    [
        (_reword, "documentation", "1.0.1"),
        (_add_operation, "additive", "1.1.0"),
        (_remove_operation, "callers", "2.0.0"),
    ],
)
def test_an_edit_is_released(
    released: Path,
    edit: Callable[[Path], None],
    verdict: str,
    version: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sdist = _pack(released)
    edit(released)
    spec, package = _places(released)[0], _places(released)[2]

    capsys.readouterr()
    assert main(["diff", "v1.0.0", "--spec", spec, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == verdict

    assert main(["release", "--write", "--spec", spec, "--output", package]) == 0
    text = (released / "CHANGELOG.md").read_text()
    assert text.startswith(f"# Changelog\n\n## {version} (")
    assert json.loads(Path(spec).read_text())["x-client"]["version"] == version
    _check_version(released, sdist)


def test_a_version_that_is_too_low_is_refused(released: Path) -> None:
    sdist = _pack(released)
    _remove_operation(released)
    _rewrite(released / "spec/openapi.yaml", lambda d: d["x-client"].update(version="1.0.1"))
    assert main(["generate", *_places(released)]) == 0
    with pytest.raises(Refusal, match=r"1.0.1 is too low: 1 breaking for callers.* ask for 2.0.0"):
        _check_version(released, sdist)
