"""Calls in the API reference: values of the document's example, members by their attributes, nothing that can't run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.pipeline import Compilation

_SCHEMAS = {
    "Cat": {
        "type": "object",
        "properties": {"catName": {"type": "string"}, "kind": {"const": "cat"}},
    },
    "Dog": {
        "type": "object",
        "properties": {"dogName": {"type": "string"}, "kind": {"const": "dog"}},
    },
    "Pet": {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"},
        },
    },
    "Pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
}
_PET = {"$ref": "#/components/schemas/Pet"}


@pytest.mark.parametrize(
    ("members", "example", "call"),
    [
        ({"petName": {"type": "string"}}, {"petName": 'a"```\n'}, 'client.add(pet_name="a\\"```\\n")'),
        ({"pet": _PET}, {"pet": {"kind": "dog", "dogName": "x"}}, 'client.add(pet={"kind": "dog", "dog_name": "x"})'),
        ({"pets": {"type": "array", "items": _PET}}, {"pets": [{"kind": "cat", "catName": None}]}, 'client.add(pets=[{"kind": "cat", "cat_name": None}])'),
        ({"pets": {"$ref": "#/components/schemas/Pets"}}, {"pets": [{"kind": "cat", "catName": "x"}]}, 'client.add(pets=[{"kind": "cat", "cat_name": "x"}])'),
        ({"map": {"type": "object", "additionalProperties": _PET}}, {"map": {"A b": {"kind": "cat", "catName": 1.5}}}, 'client.add(map={"A b": {"kind": "cat", "cat_name": 1.5}})'),
        ({"pet": _PET}, {"pet": {"kind": "bird", "birdName": "x"}}, 'client.add(pet={"kind": "bird", "birdName": "x"})'),
        ({"pet": _PET}, {"other": 1}, "client.add()"),
        ({"pet": _PET}, "no object", "client.add()"),
        ({"pet": _PET}, {"pet": "x" * 2000}, "client.add()"),
    ],
)  # fmt: skip
def test_calls(tmp_path: Path, members: dict[str, Any], example: Any, call: str) -> None:
    media = {"schema": {"type": "object", "properties": members}, "example": example}
    operation = {
        "operationId": "add",
        "requestBody": {"required": True, "content": {"application/json": media}},
        "responses": {"204": {"description": "Done."}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/add": {"post": operation}},
        "components": {"schemas": _SCHEMAS},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    compilation = Compilation(path, Report())
    assert compilation.tree is not None
    page = compilation.tree["API.md"]
    assert call in page.splitlines()
