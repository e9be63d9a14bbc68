"""The fingerprint: one for one description, however it is written and cut into files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.openapi.editing import Draft
from generator.openapi.fingerprint import fingerprint
from generator.openapi.loading import Source, load

WHOLE = """
openapi: 3.1.0
x-client: {version: 1.2.3, package: shop}
info: {title: Shop, version: "1"}
paths:
  /pets:
    get:
      parameters: [{$ref: "#/components/parameters/Limit"}]
      responses: {"200": {description: Pets, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer}}
  schemas:
    Pet: {type: object, properties: {parent: {$ref: "#/components/schemas/Pet", description: Its mother.}}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}]}
"""

CUT = {
    "openapi.yaml": """
openapi: 3.1.0
x-client: {version: 1.2.3, package: shop}
info: {title: Shop, version: "1"}
paths:
  /pets: {$ref: pets.yaml#/paths/pets}
components:
  parameters:
    Limit: {$ref: limit.yaml}
  schemas:
    Pet: {$ref: pets.yaml#/Pet}
    Cat: {allOf: [{$ref: pets.yaml#/Pet}]}
""",
    "limit.yaml": "{name: limit, in: query, schema: {type: integer}}",
    "pets.yaml": """
Pet: {type: object, properties: {parent: {$ref: "#/Pet", description: Its mother.}}}
paths:
  pets:
    get:
      parameters: [{$ref: limit.yaml}]
      responses: {"200": {description: Pets, content: {application/json: {schema: {$ref: "#/Pet"}}}}}
""",
}


def load_files(folder: Path, files: Mapping[str, str]) -> Source:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    source = load(folder / next(iter(files)), Report())
    assert source is not None
    return source


def test_neither_the_cut_into_files_nor_the_notation_matters(tmp_path: Path) -> None:
    whole = load_files(tmp_path / "whole", {"openapi.yaml": WHOLE})
    backwards = json.dumps(dict(reversed(whole.root.value.items())), indent=3)
    made = {
        fingerprint(whole),
        fingerprint(load_files(tmp_path / "cut", CUT)),
        fingerprint(load_files(tmp_path / "json", {"openapi.json": backwards})),
    }
    assert len(made) == 1


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        ("1.2.3", "2.0.0", True),
        ("package: shop", "package: store", False),
        ("integer", "number", False),
    ],
)
def test_all_matters_but_the_version_of_the_package(
    tmp_path: Path, text: str, other: str, same: bool
) -> None:
    first = fingerprint(load_files(tmp_path / "first", {"openapi.yaml": WHOLE}))
    changed = fingerprint(
        load_files(tmp_path / "other", {"openapi.yaml": WHOLE.replace(text, other)})
    )
    assert (first == changed) is same


def test_what_may_be_changed_is_part_of_nothing_else(tmp_path: Path) -> None:
    files = {
        "a.yaml": "openapi: 3.1.0\npaths: {/x: {$ref: 'b.yaml#/x'}, /y: {$ref: 'b.yaml#/x'}}\n",
        "b.yaml": "x: {get: {tags: [one]}}\n",
    }
    source = load_files(tmp_path, files)
    draft = Draft(source)
    draft.value["paths"]["/x"]["get"]["tags"].append("two")
    assert draft.value["paths"]["/y"] == {"get": {"tags": ["one"]}}
    assert source.root.value["paths"]["/x"] == {"get": {"tags": ["one"]}}
    changed = draft.finish()
    assert changed is not None
    place = changed.document.pin("/paths/~1x/get/tags/1")
    assert (Path(place.file).name, place.pointer) == ("b.yaml", "/x/get/tags/1")
