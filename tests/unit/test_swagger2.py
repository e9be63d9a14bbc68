"""Swagger 2.0 as OpenAPI 3.1: each object of the old form, and findings at their place in the original."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.openapi.loading import Source, load
from generator.openapi.loading.write_document import to_json
from generator.openapi.validation.validate import check_grammar

BARE: dict[str, Any] = {
    "swagger": "2.0",
    "info": {"title": "T", "version": "1"},
    "paths": {"/a": {"get": {"responses": {"200": {"description": "ok"}}}}},
}


def converted(folder: Path, document: dict[str, Any], report: Report | None = None) -> Source:
    (folder / "api.json").write_text(json.dumps(BARE | document))
    source = load(folder / "api.json", report or Report())
    assert source is not None
    return source


def operation(folder: Path, operation: dict[str, Any], **document: Any) -> dict[str, Any]:
    whole = document | {"paths": {"/a": {"post": {"responses": {}} | operation}}}
    value: dict[str, Any] = converted(folder, whole).root.value["paths"]["/a"]["post"]
    return value


@pytest.mark.parametrize(
    ("document", "urls"),
    [
        ({}, ["/"]),
        ({"basePath": "/v1"}, ["/v1"]),
        ({"host": "a.example"}, ["https://a.example"]),
        (
            {"host": "a.example:8080", "basePath": "v1", "schemes": ["http"]},
            ["http://a.example:8080/v1"],
        ),
        (
            {"host": "a.example", "schemes": ["http", "https"]},
            ["https://a.example", "http://a.example"],
        ),
        (
            {"host": "a.example", "schemes": ["wss", "http"]},
            ["http://a.example", "wss://a.example"],
        ),
        ({"host": "http://a.example/", "basePath": "/v1"}, ["http://a.example/v1"]),
    ],
)
def test_servers(tmp_path: Path, document: dict[str, Any], urls: list[str]) -> None:
    servers = converted(tmp_path, document).root.value["servers"]
    assert [each["url"] for each in servers] == urls


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"$ref": "#/definitions/B"}, {"$ref": "#/components/schemas/B"}),
        ({"type": "string", "x-nullable": True}, {"type": ["string", "null"]}),
        (
            {"enum": ["a"], "type": "string", "x-nullable": True},
            {"enum": ["a", None], "type": ["string", "null"]},
        ),
        (
            {"$ref": "#/definitions/B", "description": "d", "x-nullable": True},
            {"anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}], "description": "d"},
        ),
        ({"maximum": 3, "exclusiveMaximum": True}, {"exclusiveMaximum": 3}),
        ({"minimum": 3, "exclusiveMinimum": False}, {"minimum": 3}),
        ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
        (
            {
                "properties": {"a": {"items": {"$ref": "#/definitions/B"}}},
                "additionalProperties": False,
            },
            {
                "properties": {"a": {"items": {"$ref": "#/components/schemas/B"}}},
                "additionalProperties": False,
            },
        ),
        (
            {"allOf": [{"$ref": "#/definitions/B/properties/c"}]},
            {"allOf": [{"$ref": "#/components/schemas/B/properties/c"}]},
        ),
        (
            {"properties": {"$ref": {"type": "file"}}},
            {"properties": {"$ref": {"type": "string", "format": "binary"}}},
        ),
        ({"example": {"$ref": "#/definitions/B"}}, {"example": {"$ref": "#/definitions/B"}}),
    ],
)
def test_schemas(tmp_path: Path, old: dict[str, Any], new: dict[str, Any]) -> None:
    definitions = {"A": old, "B": {"type": "object", "properties": {"c": {"type": "string"}}}}
    source = converted(tmp_path, {"definitions": definitions})
    assert source.root.value["components"]["schemas"]["A"] == new


@pytest.mark.parametrize(
    ("scheme", "new"),
    [
        ({"type": "basic"}, {"type": "http", "scheme": "basic"}),
        (
            {"type": "apiKey", "in": "query", "name": "k"},
            {"type": "apiKey", "in": "query", "name": "k"},
        ),
        (
            {
                "type": "oauth2",
                "flow": "accessCode",
                "authorizationUrl": "a",
                "tokenUrl": "t",
                "description": "d",
            },
            {
                "type": "oauth2",
                "description": "d",
                "flows": {
                    "authorizationCode": {"authorizationUrl": "a", "tokenUrl": "t", "scopes": {}}
                },
            },
        ),
        (
            {"type": "oauth2", "flow": "application", "tokenUrl": "t", "scopes": {"s": "S"}},
            {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": "t", "scopes": {"s": "S"}}},
            },
        ),
        (
            {"type": "oauth2", "flow": "implicit", "authorizationUrl": "a", "scopes": {}},
            {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "a", "scopes": {}}}},
        ),
        (
            {"type": "oauth2", "flow": "password", "tokenUrl": "t", "scopes": {}},
            {"type": "oauth2", "flows": {"password": {"tokenUrl": "t", "scopes": {}}}},
        ),
    ],
)
def test_security(tmp_path: Path, scheme: dict[str, Any], new: dict[str, Any]) -> None:
    source = converted(tmp_path, {"securityDefinitions": {"s": scheme}})
    assert source.root.value["components"]["securitySchemes"]["s"] == new


@pytest.mark.parametrize(
    ("place", "format_", "new"),
    [
        ("query", None, {"style": "form", "explode": False}),
        ("query", "multi", {"style": "form", "explode": True}),
        ("query", "ssv", {"style": "spaceDelimited", "explode": False}),
        ("query", "pipes", {"style": "pipeDelimited", "explode": False}),
        ("query", "tsv", {"style": "form", "explode": False, "x-collection-format": "tsv"}),
        ("header", None, {"style": "simple"}),
        ("path", "pipes", {"style": "simple", "x-collection-format": "pipes"}),
    ],
)
def test_lists(tmp_path: Path, place: str, format_: str | None, new: dict[str, Any]) -> None:
    items = {"type": "integer", "maximum": 3}
    parameter = {"name": "p", "in": place, "type": "array", "items": items, "minItems": 1}
    parameter |= {"collectionFormat": format_} if format_ else {}
    (made,) = operation(tmp_path, {"parameters": [parameter]})["parameters"]
    schema = {"type": "array", "items": items, "minItems": 1}
    assert made == {"name": "p", "in": place, "schema": schema} | new


def test_bodies_by_what_is_consumed(tmp_path: Path) -> None:
    body = {
        "name": "b",
        "in": "body",
        "description": "d",
        "required": True,
        "schema": {"type": "object"},
    }
    schema = {"schema": {"type": "object"}}
    made = operation(tmp_path, {"parameters": [body]}, consumes=["a/b", "c/d"])
    assert made["requestBody"] == {
        "description": "d",
        "required": True,
        "content": {"a/b": schema, "c/d": schema},
    }
    assert "parameters" not in made
    made = operation(tmp_path, {"parameters": [body], "consumes": ["e/f"]}, consumes=["a/b"])
    assert list(made["requestBody"]["content"]) == ["e/f"]
    made = operation(tmp_path, {"parameters": [{"$ref": "#/parameters/B"}]}, parameters={"B": body})
    assert made["requestBody"]["content"] == {"application/json": schema}


@pytest.mark.parametrize(
    ("consumes", "type_", "media_types"),
    [
        ([], "string", ["application/x-www-form-urlencoded"]),
        (["application/json"], "string", ["application/x-www-form-urlencoded"]),
        (["multipart/form-data"], "string", ["multipart/form-data"]),
        (["application/x-www-form-urlencoded"], "file", ["multipart/form-data"]),
    ],
)
def test_forms(tmp_path: Path, consumes: list[str], type_: str, media_types: list[str]) -> None:
    field = {"name": "f", "in": "formData", "type": type_, "required": True, "description": "d"}
    made = operation(tmp_path, {"parameters": [field], "consumes": consumes})["requestBody"]
    assert list(made["content"]) == media_types and made["required"] is True
    schema = made["content"][media_types[0]]["schema"]
    value = {"type": "string"} | ({"format": "binary"} if type_ == "file" else {})
    assert schema == {
        "type": "object",
        "properties": {"f": value | {"description": "d"}},
        "required": ["f"],
    }


def test_parameters_of_a_path_are_shared(tmp_path: Path) -> None:
    body = {"name": "b", "in": "body", "schema": {"type": "string"}}
    query = {"name": "q", "in": "query", "type": "string"}
    own = {"name": "b", "in": "body", "schema": {"type": "integer"}}
    item = {
        "parameters": [body, query],
        "post": {"responses": {}},
        "put": {"responses": {}, "parameters": [own]},
    }
    made = converted(tmp_path, {"paths": {"/a": item}}).root.value["paths"]["/a"]
    assert made["parameters"] == [{"name": "q", "in": "query", "schema": {"type": "string"}}]
    types = [
        made[key]["requestBody"]["content"]["application/json"]["schema"]["type"]
        for key in ("post", "put")
    ]
    assert types == ["string", "integer"]


def test_responses_by_what_is_produced(tmp_path: Path) -> None:
    responses = {
        "200": {
            "description": "ok",
            "schema": {"$ref": "#/definitions/A"},
            "headers": {"X-N": {"type": "integer", "description": "n"}},
            "examples": {"a/b": {"c": 1}},
        },
        "404": {"$ref": "#/responses/None"},
        "204": {"description": "none"},
    }
    shared = {"None": {"description": "No.", "schema": {"type": "string"}}}
    document = {"responses": shared, "produces": ["a/b", "c/d"], "definitions": {"A": {}}}
    made = operation(tmp_path, {"responses": responses}, **document)["responses"]
    schema = {"$ref": "#/components/schemas/A"}
    assert made["200"]["content"] == {
        "a/b": {"schema": schema, "example": {"c": 1}},
        "c/d": {"schema": schema},
    }
    assert made["200"]["headers"] == {"X-N": {"description": "n", "schema": {"type": "integer"}}}
    assert made["404"] == {"$ref": "#/components/responses/None"} and made["204"] == {
        "description": "none"
    }
    made = operation(tmp_path, {"responses": responses, "produces": ["e/f"]}, **document)[
        "responses"
    ]
    assert list(made["404"]["content"]) == [
        "e/f"
    ], "a shared response is written out where it differs"


def test_findings_are_located_in_the_original(tmp_path: Path) -> None:
    report = Report()
    (tmp_path / "defs.json").write_text('{"B": {"type": "object", "propertys": {}}}')
    document = {
        "definitions": {"A": {"maxLength": "x"}, "C": {"$ref": "defs.json#/B"}},
        "paths": {
            "/a": {
                "post": {
                    "parameters": [
                        {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/None"}},
                        {"name": "q", "in": "query", "type": "array", "collectionFormat": "cvs"},
                    ],
                    "responses": {"200": {"description": "ok", "schema": {"maxLength": "x"}}},
                }
            }
        },
    }
    source = converted(tmp_path, document, report)
    check_grammar(source, report)
    places = {(each.code, Path(each.file).name, each.pointer) for each in report.findings}
    assert places == {
        ("grammar", "api.json", "/definitions/A/maxLength"),
        ("unknown-keyword", "defs.json", "/B/propertys"),
        ("dangling-reference", "api.json", "/paths/~1a/post/parameters/0/schema/$ref"),
        ("swagger-parameter", "api.json", "/paths/~1a/post/parameters/1/collectionFormat"),
        ("grammar", "api.json", "/paths/~1a/post/responses/200/schema/maxLength"),
    }


def test_the_bundle_is_openapi_3_1(tmp_path: Path) -> None:
    first = converted(tmp_path, {"definitions": {"A": {"x-nullable": True, "type": "string"}}})
    text = to_json(first.root.value)
    (tmp_path / "bundle.json").write_text(text)
    again = load(tmp_path / "bundle.json", Report())
    assert again is not None and to_json(again.root.value) == text
    assert json.loads(text)["openapi"] == "3.1.0"


@pytest.mark.parametrize("version", ["2.0", 2.0, 2])
def test_versions_of_swagger(tmp_path: Path, version: object) -> None:
    report = Report()
    assert check_grammar(converted(tmp_path, {"swagger": version}, report), report)
    assert report.findings == ()


def test_older_versions_are_refused(tmp_path: Path) -> None:
    report = Report()
    assert not check_grammar(converted(tmp_path, {"swagger": "1.2"}), report)
    assert [each.code for each in report.errors] == ["openapi-version"]


def test_components_get_names_that_3_1_allows(tmp_path: Path) -> None:
    document = {
        "definitions": {
            "Page\u00abPet\u00bb": {"items": {"$ref": "#/definitions/Map%3Cstring,Pet%3E"}},
            "Page<Pet>": {"$ref": "#/definitions/Page\u00abPet\u00bb/items"},
            "Map<string,Pet>": {"type": "object"},
            "Page_Pet": {"type": "string"},
        },
        "parameters": {"page size": {"name": "size", "in": "query", "type": "integer"}},
        "responses": {"not found": {"description": "None."}},
        "securityDefinitions": {"Basic Auth": {"type": "basic"}},
        "security": [{"Basic Auth": []}],
        "paths": {
            "/a": {
                "get": {
                    "security": [{}, {"Basic Auth": []}],
                    "parameters": [{"$ref": "#/parameters/page%20size"}],
                    "responses": {"404": {"$ref": "#/responses/not found"}},
                }
            }
        },
    }
    root = converted(tmp_path, document).root.value
    assert root["components"]["schemas"] == {
        "Page_Pet_2": {"items": {"$ref": "#/components/schemas/Map_string_Pet"}},
        "Page_Pet_3": {"$ref": "#/components/schemas/Page_Pet_2/items"},
        "Map_string_Pet": {"type": "object"},
        "Page_Pet": {"type": "string"},
    }
    assert [*root["components"]["securitySchemes"]] == ["Basic_Auth"]
    assert root["security"] == [{"Basic_Auth": []}]
    get = root["paths"]["/a"]["get"]
    assert get["security"] == [{}, {"Basic_Auth": []}]
    assert get["parameters"] == [{"$ref": "#/components/parameters/page_size"}]
    assert get["responses"] == {"404": {"$ref": "#/components/responses/not_found"}}


@pytest.mark.parametrize(
    ("produces", "media_types"),
    [
        ([], ["application/octet-stream"]),
        (["image/png"], ["image/png"]),
        (["application/json", "application/pdf"], ["application/pdf"]),
        (["application/json"], ["*/*"]),
    ],
)
def test_a_file_is_not_read_as_json(
    tmp_path: Path, produces: list[str], media_types: list[str]
) -> None:
    response = {"description": "A file.", "schema": {"type": "file"}}
    post = operation(tmp_path, {"responses": {"200": response}}, produces=produces)
    content = post["responses"]["200"]["content"]
    binary = {"schema": {"type": "string", "format": "binary"}}
    assert content == dict.fromkeys(media_types, binary)


@pytest.mark.parametrize(
    ("produces", "status", "media_types"),
    [
        (["application/x-tar"], "200", ["application/x-tar"]),
        (
            ["application/x-tar", "application/octet-stream"],
            "206",
            ["application/x-tar", "application/octet-stream"],
        ),
        (["application/x-tar"], "204", []),
        (["application/x-tar"], "400", []),
        (["application/json", "application/x-tar"], "200", []),
        (["text/plain"], "200", []),
    ],
)
def test_an_operation_that_produces_files_only_returns_one_that_is_not_described(
    tmp_path: Path, produces: list[str], status: str, media_types: list[str]
) -> None:
    responses = {status: {"description": "A file."}}
    post = operation(tmp_path, {"responses": responses, "produces": produces})
    assert [*post["responses"][status].get("content", {})] == media_types
    shared = operation(tmp_path, {"responses": responses}, produces=produces)
    assert "content" not in shared["responses"][status]


def test_a_list_of_files_is_sent_in_parts(tmp_path: Path) -> None:
    files = {"name": "f", "in": "formData", "type": "array", "items": {"type": "file"}}
    post = operation(tmp_path, {"parameters": [files | {"collectionFormat": "multi"}]})
    assert [*post["requestBody"]["content"]] == ["multipart/form-data"]


def test_examples_of_parameters_and_bodies_stay(tmp_path: Path) -> None:
    parameters = [
        {"name": "q", "in": "query", "type": "string", "x-example": "cats"},
        {"name": "b", "in": "body", "schema": {}, "x-examples": {"application/json": {"a": 1}}},
    ]
    post = operation(tmp_path, {"parameters": parameters})
    assert post["parameters"][0]["example"] == "cats"
    assert post["requestBody"]["content"]["application/json"]["example"] == {"a": 1}
