"""Hostile values of the dialect, the settings, overlays and recordings end in a message or in a package.

Each value of each is replaced, in turn, by text that would break out of a string, a comment or a template, and by
values of other kinds. A command ends with 0, 1 or 2, never with an internal error; what it prints can't control a terminal; what
it writes is Python, TOML and YAML with the text as data.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import commands
from generator.cli.main import run
from generator.diagnostics import Report
from generator.openapi.extensions.registry import KEYS
from generator.openapi.settings_file import CLIENT_KEYS, CREDENTIAL_KEYS, OPERATION_KEYS
from generator.pipeline import Compilation
from tests.support import hostile

SHARE = 50
"""One of so many values is tried at each place."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_TEXT = {"type": "string"}
_JSON = "application/json"

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "x-client": {
        **{"package": "shop", "class": "Shop", "version": "1.2.3", "distribution": "shop-x"},
        **{"environment": {"base_url": "SHOP_URL"}, "request_id_header": "x-ray"},
        **{"positional": "all", "license": "MIT", "authors": ["A <a@b.example>"]},
        **{
            "urls": {"Home": "https://a.example"},
            "keywords": ["k"],
            "classifiers": ["Typing :: Typed"],
        },
    },
    "x-client-parameters": {"shop_id": {"environment": "SHOP", "description": "Which shop."}},
    "x-envelope": {"success": "success", "errors": "errors", "messages": "messages"},
    "security": [{"Key": []}],
    "paths": {
        "/pets/{shop_id}": {
            "get": {
                "operationId": "listPets",
                **{"x-resource": "pets.all", "x-method": "list", "x-result": "result"},
                "x-paging": {
                    **{"style": "page", "items": "result", "info": "info"},
                    **{"total": "info.total", "page": "page", "size": "size"},
                },
                "x-retry-safe": True,
                "x-source": {"document": "d", "heading": "h"},
                "x-permissions": ["p"],
                "parameters": [
                    {
                        **{"name": "shop_id", "in": "path", "required": True, "schema": _TEXT},
                        **{"x-unescaped": True, "x-refuse-empty": True},
                    },
                    {"name": "page", "in": "query", "schema": {"type": "integer"}},
                    {"name": "size", "in": "query", "schema": {"type": "integer"}},
                    {
                        "name": "q",
                        "in": "query",
                        "x-name": "new",
                        "schema": {**_TEXT, "x-secret": True},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "content": {_JSON: {"schema": {"$ref": "#/components/schemas/R"}}},
                    }
                },
            }
        },
        "/run": {
            "post": {
                "operationId": "run",
                "x-stream": {"member": "stream"},
                "x-media-by": {"form": {"csv": "text/csv"}},
                "x-overloads": [
                    {
                        "required": ["a"],
                        "optional": ["form"],
                        "result": {"$ref": "#/components/schemas/P"},
                    }
                ],
                "parameters": [{"name": "form", "in": "query", "schema": _TEXT}],
                "requestBody": {
                    "content": {
                        _JSON: {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "stream": {"type": "boolean"},
                                    "a": {**_TEXT, "x-optional": True},
                                },
                            }
                        }
                    }
                },
                "responses": {
                    "200": {
                        "description": "",
                        "content": {
                            _JSON: {
                                "schema": {
                                    "anyOf": [
                                        {"$ref": "#/components/schemas/P"},
                                        {"$ref": "#/components/schemas/R"},
                                    ]
                                }
                            },
                            "text/csv": {"schema": _TEXT},
                            "text/event-stream": {"schema": _TEXT},
                        },
                    }
                },
            }
        },
    },
    "components": {
        "securitySchemes": {
            "Key": {
                "type": "http",
                "scheme": "bearer",
                "x-argument": "token",
                "x-environment": "TOKEN",
            }
        },
        "schemas": {
            "R": {
                "type": "object",
                "x-name": "Result",
                "properties": {
                    "success": {"type": "boolean"},
                    "errors": {"type": "array"},
                    "messages": {"type": "array"},
                    "info": {"type": "object", "properties": {"total": {"type": "integer"}}},
                    "result": {"type": "array", "items": {"$ref": "#/components/schemas/P"}},
                },
            },
            "P": {
                "type": "object",
                "properties": {
                    "kind": {**_TEXT, "enum": ["a", "b"], "x-enum-varnames": ["AA", "BB"]},
                    "size": {**_TEXT, "enum": ["a-1", "b"], "x-beyond-source": True},
                },
            },
        },
    },
}
SETTINGS: dict[str, Any] = {
    **{
        "package": "shop",
        "class": "Shop",
        "base_url_variable": "SHOP_URL",
        "distribution": "shop-x",
        "version": "1.2.3",
        "request_id_header": "x-request-id",
    },
    **{"positional": "all", "license": "MIT", "authors": ["A <a@b.example>"]},
    **{
        "urls": {"Home": "https://a.example"},
        "keywords": ["k"],
        "classifiers": ["Typing :: Typed"],
    },
    "parameters": {"shop_id": {"environment": "SHOP", "description": "Which shop."}},
    "credentials": {"Key": {"argument": "token", "environment": "TOKEN"}},
    "envelope": {"success": "success", "errors": "errors"},
    "operations": {
        "GET /pets/{shop_id}": {
            **{"resource": "pets", "method": "list", "result": "result", "retry_safe": True},
            "paging": {"style": "page", "items": "result", "page": "page", "size": "size"},
        },
        "run": {"stream": "stream"},
    },
}
OVERLAY: dict[str, Any] = {
    "overlay": "1.0.0",
    "info": {"title": "Changes", "version": "1"},
    "extends": "openapi.json",
    "actions": [
        {"target": "$.info", "description": "d", "update": {"title": "New"}},
        {"target": "$.paths['/run']", "remove": True},
        {"target": "$..schemas.P", "copy": "$..schemas.R"},
    ],
}
RECORDING: dict[str, Any] = {
    **{"operation": "pets.all.list", "method": "GET", "path": "/pets/a", "status": 200},
    "media_type": _JSON,
    "response": {
        "success": "no",
        "result": [{"kind": 3, "new": 1}],
        "info": 5,
        "extra": {"a": [1]},
    },
}


def _ids(path: hostile.Path) -> str:
    return ".".join(map(str, path))


def _places(value: Any) -> list[hostile.Path]:
    return [path for path in hostile.list_places(value) if path]


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """Collect the packages that `generate` makes instead of writing them, which takes longer than all else."""
    packages: list[dict[str, str]] = []

    def write(tree: dict[str, str], *_: object) -> tuple[str, ...]:
        packages.append(tree)
        return ()

    monkeypatch.setattr(commands, "write", write)
    return packages


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., int]:
    """Run a command in a folder with the document, and check how it ends and what it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    Path("openapi.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")

    def run_command(*arguments: str) -> int:
        code = run(arguments)
        printed = capsys.readouterr()
        assert code in (0, 1, 2), printed.err
        assert code != 2 or printed.err
        assert not _CONTROL.search(printed.out + printed.err)
        return code

    return run_command


def _check_package(tree: dict[str, str]) -> None:
    """Check that every module compiles, and that the project has nothing but what belongs there."""
    metadata = tomllib.loads(tree["pyproject.toml"])
    assert set(metadata) == {"build-system", "project", "tool"}
    assert not {"scripts", "gui-scripts", "entry-points"} & set(metadata["project"])
    dependencies = metadata["project"]["dependencies"]
    assert {re.split("[<>=]", each)[0] for each in dependencies} == {"attrs", "httpx"}
    for path, text in tree.items():
        assert "\0" not in text and ".." not in path
        if path.endswith(".py") and "/_core/" not in path:
            compile(text, path, "exec")
        elif path.endswith(".json"):
            json.loads(text)


def test_every_key_of_the_dialect_and_of_the_settings_is_tried() -> None:
    keys = {step for path in hostile.list_extension_places(DOCUMENT) for step in path}
    assert set(KEYS) <= keys
    names = {step for path in _places(SETTINGS) for step in path}
    assert {*CLIENT_KEYS, *OPERATION_KEYS, *CREDENTIAL_KEYS} <= names


def test_without_anything_hostile_there_is_a_package(
    command: Callable[..., int], packages: list[dict[str, str]]
) -> None:
    assert command("generate", "openapi.json", "--output", "out") == 0
    Path("settings.toml").write_text(_toml(SETTINGS), encoding="utf-8")
    assert command("generate", "openapi.json", "--config", "settings.toml", "--output", "out") == 0
    Path("overlay.json").write_text(json.dumps(OVERLAY), encoding="utf-8")
    assert command("lint", "openapi.json", "--overlay", "overlay.json") < 2
    assert len(packages) == 2
    for tree in packages:
        _check_package(tree)


@pytest.mark.parametrize("path", list(hostile.list_extension_places(DOCUMENT)), ids=_ids)
def test_values_of_the_dialect(
    path: hostile.Path, command: Callable[..., int], packages: list[dict[str, str]]
) -> None:
    for document in hostile.replacements(DOCUMENT, path, SHARE):
        Path("hostile.json").write_text(json.dumps(document), encoding="utf-8")
        command("generate", "hostile.json", "--output", "out")
    for tree in packages:
        _check_package(tree)


@pytest.mark.parametrize("path", _places(SETTINGS), ids=_ids)
def test_values_of_settings(
    path: hostile.Path, command: Callable[..., int], packages: list[dict[str, str]]
) -> None:
    plain = {key: value for key, value in DOCUMENT.items() if not key.startswith("x-")}
    Path("openapi.json").write_text(json.dumps(plain), encoding="utf-8")
    for settings in hostile.replacements(SETTINGS, path, SHARE):
        Path("settings.toml").write_text(_toml(settings), encoding="utf-8", errors="surrogatepass")
        command("generate", "openapi.json", "--config", "settings.toml", "--output", "out")
    for tree in packages:
        _check_package(tree)


@pytest.mark.parametrize("path", _places(OVERLAY), ids=_ids)
def test_values_of_overlays(path: hostile.Path, command: Callable[..., int]) -> None:
    for overlay in hostile.replacements(OVERLAY, path, SHARE):
        Path("overlay.json").write_text(json.dumps(overlay), encoding="utf-8")
        command("lint", "openapi.json", "--overlay", "overlay.json")


@pytest.mark.parametrize("path", _places(RECORDING), ids=_ids)
def test_values_of_recordings(path: hostile.Path, command: Callable[..., int]) -> None:
    """What a server sent ends in the proposed overlay as data; the overlay can be applied."""
    proposed = Path("proposed.yaml")
    for recording in hostile.replacements(RECORDING, path, SHARE):
        Path("recording.jsonl").write_text(json.dumps(recording) + "\n", encoding="utf-8")
        proposed.unlink(missing_ok=True)
        command("reconcile", "recording.jsonl", "openapi.json", "--overlay", str(proposed))
        if proposed.exists():
            overlay = yaml.safe_load(proposed.read_text(encoding="utf-8"))
            assert set(overlay) <= {"overlay", "extends", "info", "actions"}
            for action in overlay["actions"]:
                assert set(action) <= {"target", "description", "update", "remove"}
            command("lint", "openapi.json", "--overlay", str(proposed))


@pytest.mark.parametrize("text", ["", "null", "5", "[]", "{}", '"x"', "a: 1"])
def test_what_is_no_description_is_refused_by_lint(text: str, command: Callable[..., int]) -> None:
    Path("openapi.yaml").write_text(text, encoding="utf-8")
    assert command("lint", "openapi.yaml") == 2


@pytest.mark.parametrize("media_type", [1.5, False, [], [{"a": 1}], {}, None, ""], ids=repr)
def test_a_media_type_that_is_no_text_is_located(
    media_type: object, command: Callable[..., int], tmp_path: Path
) -> None:
    path = ("paths", "/run", "post", "x-media-by", "form", "csv")
    document = hostile.replace_at(DOCUMENT, path, media_type)
    Path("openapi.json").write_text(json.dumps(document), encoding="utf-8")
    report = Report()
    assert Compilation(tmp_path / "openapi.json", report).tree is not None
    place = "/paths/~1run/post/x-media-by/form/csv"
    assert place in [each.pointer for each in report.findings]


@pytest.mark.parametrize("length", [100, 101, 1024, 20_000])
def test_a_long_name_of_a_recording_is_a_key_of_the_overlay(
    length: int, command: Callable[..., int]
) -> None:
    """YAML takes a long name for a key only where it is marked as one."""
    name = "\u2028" * 5 + "x" * length
    recording = hostile.rename_at(RECORDING, ("response", "extra"), name)
    Path("recording.jsonl").write_text(json.dumps(recording), encoding="utf-8")
    command("reconcile", "recording.jsonl", "openapi.json", "--overlay", "proposed.yaml")
    overlay = yaml.safe_load(Path("proposed.yaml").read_text(encoding="utf-8"))
    updates = [each.get("update", {}).get("properties", {}) for each in overlay["actions"]]
    assert any(name in each for each in updates)
    assert command("lint", "openapi.json", "--overlay", "proposed.yaml") < 2


def _toml(settings: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(key)} = {_toml_value(value)}\n" for key, value in settings.items())


def _toml_value(value: Any) -> str:
    """Return the value as TOML, as far as there is one; null becomes empty text, lone surrogates stay errors."""
    if isinstance(value, dict):
        return f"{{{', '.join(_toml_items(value))}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml_value, value))}]"
    if isinstance(value, float):
        return {float("inf"): "inf"}.get(value, "nan" if value != value else repr(value))
    return json.dumps(value or "" if value is None else value)


def _toml_items(value: dict[str, Any]) -> Iterator[str]:
    return (f"{json.dumps(key)} = {_toml_value(inner)}" for key, inner in value.items())
