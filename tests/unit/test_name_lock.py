"""A package that is generated again keeps its names: nobody's method becomes another operation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.lowering.naming.lock import read_package_lock

_OLD = "/v1/pets"
_RIVAL = "/pets"
"""Alone or together, whoever has the shorter path would be called `pets.list`."""


def _spec(folder: Path, name: str, *paths: str) -> Path:
    listed: dict[str, Any] = {
        path: {"get": {"tags": ["pets"], "responses": {"204": {"description": "Fine."}}}}
        for path in paths
    }
    whole = {"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "paths": listed}
    (folder / name).write_text(json.dumps(whole), encoding="utf-8")
    return folder / name


def _names(package: Path) -> dict[str, str]:
    lock = read_package_lock(package)
    return {path: ".".join((*name.resource, name.method)) for (_, path), name in lock.items()}


def test_an_added_operation_takes_no_name_from_another(tmp_path: Path) -> None:
    spec, output = _spec(tmp_path, "pets.json", _OLD), tmp_path / "out"
    assert main(["generate", str(spec), "--output", str(output)]) == 0
    assert _names(output) == {_OLD: "pets.list"}
    _spec(tmp_path, "pets.json", _RIVAL, _OLD)
    for _ in range(2):
        assert main(["generate", str(spec), "--output", str(output)]) == 0
        assert _names(output) == {_OLD: "pets.list", _RIVAL: "pets.list_at_pets"}
    assert main(["check", str(spec), "--output", str(output)]) == 0
    assert main(["generate", str(spec), "--output", str(tmp_path / "new")]) == 0
    assert _names(tmp_path / "new") == {_RIVAL: "pets.list", _OLD: "pets.list_v1"}


def test_a_comparison_knows_who_had_the_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = _spec(tmp_path, "old.json", _OLD)
    new = _spec(tmp_path, "new.json", _RIVAL, _OLD)
    assert main(["diff", str(old), str(new), "--format", "json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert [(each["verdict"], each["subject"]) for each in changes] == [
        ("additive", "pets.list_at_pets")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "\xff",
        '{"operations": []}',
        '{"operations": {"pets.list": 1}}',
        '{"operations": {"pets.list": {}}}',
        '{"operations": {"pets.import os": {"method": "GET", "path": "/v1/pets"}}}',
        '{"a":' * 100_000,
    ],
)
def test_a_contract_that_is_none_is_no_obstacle(text: str, tmp_path: Path) -> None:
    spec, output = _spec(tmp_path, "pets.json", _OLD), tmp_path / "out"
    assert main(["generate", str(spec), "--output", str(output)]) == 0
    [contract] = output.glob("src/*/_contract.json")
    whole = contract.read_text(encoding="utf-8")
    contract.write_text(text, encoding="latin-1")
    assert main(["generate", str(spec), "--output", str(output)]) == 0
    assert contract.read_text(encoding="utf-8") == whole
