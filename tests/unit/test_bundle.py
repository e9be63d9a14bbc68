"""One document out of many: local references, kept names, predictable new ones, and the way back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.openapi.loading import load
from generator.openapi.loading.document import AssembledDocument
from generator.openapi.loading.write_document import to_json, to_yaml
from generator.openapi.loading.yaml_parser import parse_yaml
from generator.openapi.validation.validate import check_grammar


def bundled(
    folder: Path, files: Mapping[str, str], report: Report | None = None
) -> AssembledDocument:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    source = load(folder / next(iter(files)), report or Report())
    assert source is not None
    return source.document


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
    document = bundled(tmp_path, FILES).value
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
        place = bundle.pin(pointer)
        assert Path(place.file).name == file


def test_the_result_is_the_same_however_often_it_is_made(tmp_path: Path) -> None:
    once = to_json(bundled(tmp_path, FILES).value)
    assert once == to_json(bundled(tmp_path, FILES).value)


def test_path_items_that_name_each_other_end(tmp_path: Path) -> None:
    files = {
        "a.yaml": "openapi: 3.1.0\npaths:\n  /x: {$ref: 'b.yaml#/y'}\n",
        "b.yaml": "y:\n  get: {callbacks: {c: {again: {$ref: '#/y'}}}}\n",
    }
    document = bundled(tmp_path, files).value
    assert document["paths"]["/x"]["get"]["callbacks"]["c"] == {"again": {"$ref": "#/paths/~1x"}}


def test_names_that_are_taken_get_their_file_in_front_and_then_a_number(tmp_path: Path) -> None:
    files = {
        "openapi.yaml": "openapi: 3.1.0\ncomponents: {schemas: {A: {allOf: ["
        + ", ".join(f"{{$ref: 'd{n}/x.yaml#/A'}}" for n in range(3))
        + "]}}}\n"
    }
    files |= {f"d{n}/x.yaml": f"A: {{title: '{n}'}}\n" for n in range(3)}
    schemas = bundled(tmp_path, files).value["components"]["schemas"]
    assert list(schemas) == ["A", "x_A", "x_A_2", "x_A_3"]


def test_broken_references_stay_relative_to_the_root(tmp_path: Path) -> None:
    report = Report()
    files = {
        "a.yaml": "openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: 'b.yaml'}, B: {$ref: 'x/c.yaml'}}}\n",
        "x/c.yaml": "items: {$ref: 'd.yaml'}\nnot: {$ref: '#/nowhere'}\n",
    }
    document = bundled(tmp_path, files, report)
    assert document.value["components"]["schemas"] == {
        "A": {"$ref": "b.yaml"},
        "B": {"items": {"$ref": "x/d.yaml"}, "not": {"$ref": "x/c.yaml#/nowhere"}},
    }
    assert report.findings == ()
    source = load(tmp_path / "a.yaml", report)
    assert source is not None
    check_grammar(source, report)
    places = {(each.code, each.pointer) for each in report.findings if each.code != "missing-field"}
    assert places == {
        ("missing-file", "/components/schemas/A/$ref"),
        ("missing-file", "/items/$ref"),
        ("dangling-reference", "/not/$ref"),
    }


def test_our_own_description_bundles(tmp_path: Path) -> None:
    report = Report()
    source = load(Path(__file__).parents[2] / "spec" / "openapi.yaml", report)
    assert source is not None
    document = source.document.value
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
    assert bundled(tmp_path, {"api.json": json.dumps(whole)}).value == whole


OPERATION = "{operationId: get, responses: {'200': {description: ok}}}"


@pytest.mark.parametrize(
    ("files", "pointer", "value"),
    [
        (
            {"a.yaml": "paths: {/x: {get: {$ref: b.yaml}}}", "b.yaml": OPERATION},
            "/paths/~1x/get/operationId",
            "get",
        ),
        (
            {"a.yaml": "paths: {$ref: b.yaml}", "b.yaml": f"/x: {{get: {OPERATION}}}"},
            "/paths/~1x/get/operationId",
            "get",
        ),
        (
            {
                "a.yaml": "paths: {/x: {get: {responses: {$ref: '#/x-r'}}}}\nx-r: {'200': {description: ok}}"
            },
            "/paths/~1x/get/responses/200/description",
            "ok",
        ),
        (
            {"a.yaml": "paths: {/x: {get: {parameters: {$ref: '#/x-p'}}}}\nx-p: [{name: q}]"},
            "/paths/~1x/get/parameters/0/name",
            "q",
        ),
        (
            {"a.yaml": "components: {schemas: {$ref: b.yaml}}", "b.yaml": "A: {type: string}"},
            "/components/schemas/A/type",
            "string",
        ),
        (
            {"a.yaml": "components: {$ref: b.yaml}", "b.yaml": "schemas: {A: {type: string}}"},
            "/components/schemas/A/type",
            "string",
        ),
        (
            {
                "a.yaml": "components: {schemas: {A: {properties: {$ref: '#/x-p'}}}}\nx-p: {b: {type: string}}"
            },
            "/components/schemas/A/properties/b/type",
            "string",
        ),
        (
            {"a.yaml": "components: {schemas: {A: {enum: {$ref: '#/x-e'}}}}\nx-e: [c, d]"},
            "/components/schemas/A/enum/1",
            "d",
        ),
        (
            {"a.yaml": "components: {schemas: {A: {required: {$ref: '#/x-e'}}}}\nx-e: [c, d]"},
            "/components/schemas/A/required/1",
            "d",
        ),
        (
            {
                "a.yaml": "components: {schemas: {A: {allOf: {$ref: '#/x-e'}}}}\nx-e: [{type: string}]"
            },
            "/components/schemas/A/allOf/0/type",
            "string",
        ),
        (
            {"a.yaml": "info: {description: {$ref: intro.md}}", "intro.md": "# Hello"},
            "/info/description",
            "# Hello",
        ),
        ({"a.yaml": "info: {$ref: b.yaml}", "b.yaml": "title: T"}, "/info/title", "T"),
        (
            {"a.yaml": "servers: {$ref: b.yaml}", "b.yaml": "[{url: https://x.example}]"},
            "/servers/0/url",
            "https://x.example",
        ),
        (
            {"a.yaml": "servers: [{$ref: b.yaml}]", "b.yaml": "{url: https://x.example}"},
            "/servers/0/url",
            "https://x.example",
        ),
        ({"a.yaml": "tags: [{$ref: b.yaml}]", "b.yaml": "{name: t}"}, "/tags/0/name", "t"),
        (
            {
                "a.yaml": "paths: {/x: {get: {requestBody: {content: {$ref: b.yaml}}}}}",
                "b.yaml": "{a/b: {schema: {type: string}}}",
            },
            "/paths/~1x/get/requestBody/content/a~1b/schema/type",
            "string",
        ),
    ],
)
def test_a_reference_is_followed_where_openapi_has_none(
    tmp_path: Path, files: dict[str, str], pointer: str, value: str
) -> None:
    report = Report()
    files["a.yaml"] = "openapi: 3.1.0\n" + files["a.yaml"]
    document = bundled(tmp_path, files, report)
    assert document.at(pointer).value == value
    assert report.counts() == {"reference-place": 1}
    again = bundled(tmp_path / "again", {"a.json": to_json(document.value)}, report)
    assert again.value == document.value and report.counts() == {"reference-place": 1}


@pytest.mark.parametrize("key", ["example", "default", "const", "x-note"])
def test_a_reference_in_data_is_data(tmp_path: Path, key: str) -> None:
    text = f"openapi: 3.1.0\ncomponents: {{schemas: {{A: {{{key}: {{$ref: b.yaml}}}}}}}}\n"
    report = Report()
    schema = bundled(tmp_path, {"a.yaml": text}, report).value["components"]["schemas"]["A"]
    assert schema == {key: {"$ref": "b.yaml"}} and report.findings == ()


def test_members_next_to_a_reference_to_a_map_are_added(tmp_path: Path) -> None:
    files = {
        "a.yaml": "openapi: 3.1.0\npaths: {$ref: b.yaml, /y: {get: {$ref: 'c.yaml#/get'}}}\n",
        "b.yaml": "/x: {get: {$ref: 'c.yaml#/get'}}\n",
        "c.yaml": f"get: {OPERATION}\n",
    }
    paths = bundled(tmp_path, files).value["paths"]
    assert paths["/x"] == paths["/y"] and list(paths) == ["/x", "/y"]


def test_an_operation_within_itself_is_left(tmp_path: Path) -> None:
    files = {
        "a.yaml": "openapi: 3.1.0\npaths: {/x: {get: {$ref: b.yaml}}}\n",
        "b.yaml": "callbacks: {c: {u: {post: {$ref: b.yaml}}}}\n",
    }
    document = bundled(tmp_path, files)
    post = document.value["paths"]["/x"]["get"]["callbacks"]["c"]["u"]["post"]
    assert post == {"$ref": "#/paths/~1x/get"}
    again = bundled(tmp_path / "again", {"a.json": to_json(document.value)})
    assert again.value == document.value


def test_references_that_multiply_each_other_are_an_error(tmp_path: Path) -> None:
    level = "c{n}: {{callbacks: {{{members}}}}}"
    lines = [
        level.format(
            n=n,
            members=", ".join(f"k{i}: {{u: {{post: {{$ref: '#/c{n + 1}'}}}}}}" for i in range(10)),
        )
        for n in range(9)
    ]
    text = "openapi: 3.1.0\npaths: {/x: {get: {$ref: '#/c0'}}}\n" + "\n".join([*lines, "c9: {}"])
    (tmp_path / "a.yaml").write_text(text)
    report = Report()
    assert load(tmp_path / "a.yaml", report) is None
    assert [each.code for each in report.errors] == ["too-large"]
