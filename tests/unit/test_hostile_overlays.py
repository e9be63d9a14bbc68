"""Overlays and settings that ask for too much: a located error, at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli.main import run

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "paths": {"/a": {"get": {"responses": {}}}},
    "components": {"x-a": {"b": ["c"]}},
}


def copies(count: int) -> list[dict[str, Any]]:
    """Actions that double what is below `x-a`, so many times."""
    target = "$.components.x-a"
    return [{"target": target, "update": {f"k{n}": {}}} for n in range(count)] + [
        {"target": f"{target}.k{n}", "copy": target} for n in range(count)
    ]


def nests(count: int) -> list[dict[str, Any]]:
    """Actions each of which puts the document one level deeper into itself."""
    moves: list[dict[str, Any]] = [{"target": "$", "update": {"x-copy": {}, "x-next": {}}}]
    for _ in range(count):
        moves += [
            {"target": "$.x-next", "update": {"a": {}}},
            {"target": "$.x-next.a", "copy": "$.x-copy"},
            {"target": "$.x-copy", "copy": "$.x-next"},
        ]
    return moves


ACTIONS: dict[str, tuple[list[dict[str, Any]], str]] = {
    "copies of copies": (copies(40), "too large"),
    "copies within copies": (nests(300), "too large"),
    "nested parentheses": ([{"target": f"$[?{'(' * 5000}@.a{')' * 5000}]", "remove": True}], "longer than 10,000"),
    "many parentheses": ([{"target": f"$[?{'(' * 300}@.a{')' * 300}]", "remove": True}], "more than 200 brackets"),
    "nested filters": ([{"target": "$" + "[?@" * 300 + "]" * 300, "remove": True}], "more than 200 brackets"),
    "negations": ([{"target": f"$[?{'!' * 5000}@.a]", "remove": True}], "more than 200 brackets"),
    "a long path": ([{"target": "$" + ".a" * 50_000, "remove": True}], "longer than 10,000"),
    "descents": ([{"target": "$" + "..*" * 30, "remove": True}], "more than 3 `..`"),
    "a pattern": ([{"target": "$..[?search(@.title, '(a+)+$')]", "remove": True}], "may take too long"),
    "a pattern in quotes": ([{"target": '$..[?match(@.title, "(a|a)*b")]', "remove": True}], "may take too long"),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTIONS)
def test_an_overlay_that_asks_for_too_much(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    actions, message = ACTIONS[name]
    overlay = {"overlay": "1.1.0", "info": {"title": "T", "version": "1"}, "actions": actions}
    Path("openapi.json").write_text(json.dumps(DOCUMENT))
    Path("overlay.json").write_text(json.dumps(overlay))
    assert run(["bundle", "openapi.json", "--overlay", "overlay.json"]) == 2
    printed = capsys.readouterr().err
    assert "overlay.json:1:" in printed and message in printed


@pytest.mark.parametrize(
    "text",
    [
        "urls = " + "[" * 5000 + "]" * 5000,
        "urls = " + "{a = " * 5000 + "1" + "}" * 5000,
        ".".join("a" * 5000) + " = 1",
        "[" + ".".join("a" * 5000) + "]",
        "[[" + " . ".join(["'a'"] * 5000) + "]]",
    ],
    ids=["lists", "tables", "keys", "names of tables", "names of arrays"],
)
def test_settings_that_nest_too_deeply(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("openapi.json").write_text(json.dumps(DOCUMENT))
    Path("openapi-client.toml").write_text(f'package = "shop"\n{text}\n')
    assert run(["lint", "openapi.json"]) == 2
    printed = capsys.readouterr().err
    assert "openapi-client.toml:2:" in printed and "nested deeper than 200 levels" in printed


def test_json_that_nests_too_deeply_is_located(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("openapi.json").write_text('{"a": "[[[",\n"b": ' + "[" * 50_000)
    assert run(["lint", "openapi.json"]) == 2
    assert "openapi.json:2:205: error: this document is nested" in capsys.readouterr().err
