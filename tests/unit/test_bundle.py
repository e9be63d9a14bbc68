"""One document out of many: local references, kept names, predictable new ones, and the way back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.openapi.loading import load
from generator.openapi.loading.bundler import Bundle, assemble, to_json, to_yaml
from generator.openapi.loading.yaml_parser import parse_yaml


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAPI_CLIENT_CACHE", "")


def bundled(folder: Path, files: Mapping[str, str], report: Report | None = None) -> Bundle:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    source = load(folder / next(iter(files)), report or Report())
    assert source is not None
    return assemble(source)


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        value = list(value.values())
    for item in value if isinstance(value, list) else []:
        yield from references(item)


FILES = {
    "openapi.yaml": """
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /pets: {$ref: "paths.yaml#/pets"}
components:
  schemas:
    Pet: {$ref: "pets.yaml#/Pet"}
    Size: {type: integer}
""",
    "paths.yaml": """
pets:
  get:
    parameters:
      - {$ref: "#/parameters/Limit"}
    responses:
      "200":
        description: Pets.
        content:
          application/json:
            schema: {type: array, items: {$ref: "pets.yaml#/Pet"}}
            examples:
              two: {$ref: "examples.json#/two"}
parameters:
  Limit: {name: limit, in: query, schema: {$ref: "sizes.yaml#/Size"}}
""",
    "pets.yaml": """
Pet:
  type: object
  properties:
    parent: {$ref: "#/Pet"}
    owner: {$ref: "owner.yaml", description: Who feeds it.}
    size: {$ref: "openapi.yaml#/components/schemas/Size"}
    other: {$ref: "sizes.yaml#/Size"}
    $ref: {type: string}
  discriminator: {propertyName: kind, mapping: {cat: "#/Cat", dog: Size}}
Cat: {allOf: [{$ref: "#/Pet"}]}
""",
    "owner.yaml": "type: object\nproperties: {pets: {type: array, items: {$ref: 'pets.yaml#/Pet'}}}\n",
    "sizes.yaml": "Size: {type: string}\n",
    "examples.json": '{"two": {"summary": "Two", "value": [{"$ref": "data.json"}]}}',
}


def test_everything_is_in_one_document_under_its_name(tmp_path: Path) -> None:
    document = bundled(tmp_path, FILES).document
    schemas = document["components"]["schemas"]
    assert sorted(schemas) == ["Cat", "Pet", "Size", "owner", "sizes_Size"]
    pet = schemas["Pet"]
    assert pet["properties"]["parent"] == {"$ref": "#/components/schemas/Pet"}
    assert pet["properties"]["owner"] == {
        "$ref": "#/components/schemas/owner",
        "description": "Who feeds it.",
    }
    assert pet["properties"]["size"] == {"$ref": "#/components/schemas/Size"}
    assert pet["properties"]["other"] == {"$ref": "#/components/schemas/sizes_Size"}
    assert pet["properties"]["$ref"] == {"type": "string"}
    assert pet["discriminator"]["mapping"] == {"cat": "#/components/schemas/Cat", "dog": "Size"}
    get = document["paths"]["/pets"]["get"]
    assert get["parameters"] == [{"$ref": "#/components/parameters/Limit"}]
    media = get["responses"]["200"]["content"]["application/json"]
    assert media["examples"]["two"] == {"summary": "Two", "value": [{"$ref": "data.json"}]}


def test_every_pointer_leads_back_to_its_file(tmp_path: Path) -> None:
    bundle = bundled(tmp_path, FILES)
    where = {
        "/info/title": "openapi.yaml",
        "/paths/~1pets/get/responses/200": "paths.yaml",
        "/components/schemas/Pet/properties/size": "pets.yaml",
        "/components/schemas/owner/properties": "owner.yaml",
        "/components/parameters/Limit/name": "paths.yaml",
    }
    for pointer, file in where.items():
        node = bundle.origin(pointer)
        assert node.exists and Path(node.document.name).name == file


def test_the_result_is_the_same_however_often_it_is_made(tmp_path: Path) -> None:
    once = to_json(bundled(tmp_path, FILES).document)
    assert once == to_json(bundled(tmp_path, FILES).document)


def test_path_items_that_name_each_other_end(tmp_path: Path) -> None:
    files = {
        "a.yaml": "openapi: 3.1.0\npaths:\n  /x: {$ref: 'b.yaml#/y'}\n",
        "b.yaml": "y:\n  get: {callbacks: {c: {again: {$ref: '#/y'}}}}\n",
    }
    document = bundled(tmp_path, files).document
    assert document["paths"]["/x"]["get"]["callbacks"]["c"] == {"again": {}}


def test_names_that_are_taken_get_their_file_in_front_and_then_a_number(tmp_path: Path) -> None:
    files = {
        "openapi.yaml": "openapi: 3.1.0\ncomponents: {schemas: {A: {allOf: ["
        + ", ".join(f"{{$ref: 'd{n}/x.yaml#/A'}}" for n in range(3))
        + "]}}}\n"
    }
    files |= {f"d{n}/x.yaml": f"A: {{title: '{n}'}}\n" for n in range(3)}
    schemas = bundled(tmp_path, files).document["components"]["schemas"]
    assert list(schemas) == ["A", "x_A", "x_A_2", "x_A_3"]


def test_dead_references_stay_and_are_told(tmp_path: Path) -> None:
    report = Report()
    files = {"a.yaml": "openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: 'b.yaml'}}}\n"}
    document = bundled(tmp_path, files, report).document
    assert document["components"]["schemas"] == {"A": {"$ref": "b.yaml"}}
    assert report.counts() == {"missing-file": 1}


def test_our_own_description_bundles(tmp_path: Path) -> None:
    report = Report()
    source = load(Path(__file__).parents[2] / "spec" / "openapi.yaml", report)
    assert source is not None
    document = assemble(source).document
    assert report.findings == ()
    for reference in references(document):
        target: Any = document
        for token in reference.removeprefix("#/").split("/"):
            target = target[token.replace("~1", "/").replace("~0", "~")]
    assert json.loads(to_json(document)) == document


def test_yaml_output_reads_as_the_same_in_yaml_1_2_and_quotes_what_1_1_mistakes() -> None:
    value = {
        "200": "no",
        "on": [
            "yes",
            "12:30",
            "2020-01-01",
            "1_000",
            "null",
            "",
            " x",
            "a: b",
            "# c",
            "é\n",
            "0o7",
        ],
        "same": [{"a": 1}] * 2,
    }
    text = to_yaml(value)
    assert parse_yaml(text).value == value
    assert '"on":' in text and '- "yes"' in text and '- "12:30"' in text and "&" not in text


def test_what_stands_in_the_wrong_form_stays(tmp_path: Path) -> None:
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "Forms", "version": "1"},
        "servers": {"url": "https://example.com"},
        "paths": {"/a": {"get": {"parameters": {"a": {"name": "q", "in": "query"}}}}},
        "components": {"schemas": {"A": {"allOf": {"type": "string"}, "properties": ["b"]}}},
    }
    assert bundled(tmp_path, {"api.json": json.dumps(whole)}).document == whole
