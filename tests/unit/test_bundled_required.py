"""Members that are `x-optional` are not required in a bundle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation


@pytest.mark.parametrize(
    ("schema", "required"),
    [
        ({"properties": {"a": {"x-optional": True}, "b": {}}, "required": ["a", "b"]}, ["b"]),
        ({"properties": {"a": {"x-optional": True}}, "required": ["a"]}, None),
        ({"properties": {"a": {"x-optional": False}}, "required": ["a"]}, ["a"]),
        (
            {
                "$id": "https://example.com/a",
                "properties": {"a": {"x-optional": True}},
                "required": ["a"],
            },
            None,
        ),
        ({"required": ["a", 1]}, ["a", 1]),
        ({"properties": {"required": {"x-optional": True}}, "required": ["required"]}, None),
    ],
)
def test_required(tmp_path: Path, schema: dict[str, Any], required: list[Any] | None) -> None:
    path = tmp_path / "openapi.json"
    info = {"title": "T", "version": "1"}
    document = {
        "openapi": "3.1.0",
        "info": info,
        "paths": {},
        "components": {"schemas": {"S": schema}},
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    text = Compilation(path, Report()).bundle("json")
    assert text is not None
    bundled = json.loads(text)["components"]["schemas"]["S"]
    assert bundled.get("required") == required
    assert bundled.get("properties") == schema.get("properties")
