"""The curated spec is complete, agrees with the documented examples, and keeps its house rules."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from openapi_python_client.schema import OpenAPI

from .support.bundled_spec import BUNDLER, DOCUMENT, OPERATIONS, SCHEMAS, SPEC, nested, resolved
from .support.spec_checks import answer, body, check, example, members, shown

WITH_BODY_EXAMPLE = {name: op for name, op in OPERATIONS.items() if "examples" in (body(op) or {})}

# ---------------------------------------------------------------- completeness


def test_all_operations_are_there() -> None:
    assert Counter(operation["x-resource"] for operation in OPERATIONS.values()) == {
        "ai_gateway": 5,
        "ai_gateway.evaluation_types": 1,
        "ai_gateway.logs": 6,
        "ai_gateway.datasets": 5,
        "ai_gateway.evaluations": 4,
        "ai_gateway.dynamic_routing": 10,
        "ai_gateway.provider_configs": 2,
        "ai_gateway.urls": 1,
        "ai_gateway.billing": 4,
        "ai_gateway.billing.topup": 2,
        "ai_gateway.billing.topup.config": 3,
        "ai_gateway.billing.spending_limit": 3,
        "ai": 1,
        "radar.ai.inference": 1,
    }
    assert len(OPERATIONS) == 48


def test_every_documented_example_is_there_and_used() -> None:
    assert len(WITH_BODY_EXAMPLE) == 14
    operations = {
        (path, f"/{method}/{kind}")
        for path in (SPEC / "resources").glob("*/examples.json")
        for method, kinds in BUNDLER.load(path).items()
        for kind in kinds
    }
    assert len(operations) == 48 + 14
    assert operations == {
        (path, pointer) for path, pointer in BUNDLER.used if path.suffix == ".json"
    }


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_documented_answer_fits_its_schema(name: str) -> None:
    media = answer(OPERATIONS[name])
    check(media["schema"], example(media))


@pytest.mark.parametrize("name", WITH_BODY_EXAMPLE)
def test_the_documented_body_fits_its_schema(name: str) -> None:
    media = body(OPERATIONS[name])
    assert media is not None
    check(media["schema"], example(media))


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_documented_answer_shows_every_member_in_order(name: str) -> None:
    media = answer(OPERATIONS[name])
    assert shown(media["schema"], example(media), "$") == []


# ---------------------------------------------------------------- house rules


def test_the_bundled_document_is_openapi() -> None:
    OpenAPI.model_validate(DOCUMENT)


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_is_described(name: str) -> None:
    operation = OPERATIONS[name]
    for key in ("operationId", "summary", "tags", "x-resource", "x-method", "x-source"):
        assert key in operation, f"{name} has no `{key}` (CONTRIBUTING.md, A new operation)"
    assert re.fullmatch(r"[a-z]+([A-Z][a-z]*)+", operation["operationId"])
    assert re.fullmatch(r"[A-Z].*\.", operation["summary"])
    assert operation["x-method"].isidentifier()
    assert operation["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
    sources = operation["x-source"]
    for source in sources if isinstance(sources, list) else [sources]:
        assert source["heading"]
        assert source["document"] in (SPEC / "SOURCES.md").read_text(encoding="utf-8")
    assert ("x-paging" in operation) == operation["x-method"].startswith("list")


def test_names_are_unique() -> None:
    ids = [operation["operationId"] for operation in OPERATIONS.values()]
    methods = [
        (operation["x-resource"], operation["x-method"]) for operation in OPERATIONS.values()
    ]
    assert len(set(ids)) == len(set(methods)) == 48


@pytest.mark.parametrize("name", OPERATIONS)
def test_placeholders_are_the_path_parameters_in_order(name: str) -> None:
    given = [p["name"] for p in OPERATIONS[name]["parameters"] if p["in"] == "path"]
    assert given == re.findall(r"\{(\w+)\}", name)


@pytest.mark.parametrize("name", OPERATIONS)
def test_result_and_paging_lead_to_members(name: str) -> None:
    operation = OPERATIONS[name]
    paging = operation.get("x-paging", {})
    paths = [operation.get("x-result"), *(paging.get(key) for key in ("items", "info", "total"))]
    for path in filter(None, paths):
        schema = answer(operation)["schema"]
        for member in path.split("."):
            schema = members(schema, member)
    queries = {p["name"] for p in operation["parameters"] if p["in"] == "query"}
    assert {paging[key] for key in ("page", "size") if key in paging} <= queries


@pytest.mark.parametrize("name", [name for name, op in OPERATIONS.items() if "requestBody" in op])
def test_a_body_is_required_when_it_has_required_members(name: str) -> None:
    media = body(OPERATIONS[name])
    assert media is not None
    needed = bool(resolved(media["schema"]).get("required"))
    assert OPERATIONS[name]["requestBody"].get("required", False) == needed


def test_components_are_few_used_and_described() -> None:
    documented = {
        (path, f"/{name}") for path in SPEC.rglob("schemas.yaml") for name in BUNDLER.load(path)
    }
    assert documented == {
        (path, pointer) for path, pointer in BUNDLER.used if path.stem == "schemas"
    }
    assert sum("properties" in schema for schema in SCHEMAS.values()) <= 95
    assert [name for name, schema in SCHEMAS.items() if "description" not in schema] == []


def undescribed(members: dict[str, dict[str, Any]]) -> list[str]:
    """The members without a sentence of their own, nor one at the component that they refer to."""
    return [name for name, schema in members.items() if not describes(schema)]


def describes(schema: dict[str, Any]) -> bool:
    referred = [schema, *schema.get("anyOf", [])]
    texts = [each.get("description") or resolved(each).get("description") for each in referred]
    return any(text and text[0].isupper() and text.rstrip("`")[-1] == "." for text in texts)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_member_is_described(name: str) -> None:
    assert undescribed(SCHEMAS[name].get("properties", {})) == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_argument_is_described(name: str) -> None:
    operation = OPERATIONS[name]
    sent = {
        each["name"]: {"anyOf": [each, each.get("schema", {})]} for each in operation["parameters"]
    }
    sent |= resolved((body(operation) or {"schema": {}})["schema"]).get("properties", {})
    assert undescribed(sent) == []


def test_one_shape_is_one_component() -> None:
    def bare(value: Any) -> Any:
        if isinstance(value, list):
            return [bare(item) for item in value]
        if not isinstance(value, dict):
            return value
        return {key: bare(item) for key, item in value.items() if key != "description"}

    shapes = Counter(repr(bare(schema)) for schema in SCHEMAS.values() if "properties" in schema)
    assert [shape for shape, count in shapes.items() if count > 1] == []


def test_nested_objects_are_components() -> None:
    inline = [
        place
        for place, value in nested(SCHEMAS)
        if "properties" in value and value.get("type") == "object" and place.count("/") > 1
    ]
    assert inline == []


def test_required_members_exist_and_stand_in_order() -> None:
    for place, value in nested(DOCUMENT):
        if isinstance(value.get("properties"), dict) and isinstance(value.get("required"), list):
            required = value["required"]
            assert [key for key in value["properties"] if key in required] == required, place


def test_every_vendor_key_is_in_the_dialect() -> None:
    dialect = (SPEC / "DIALECT.md").read_text(encoding="utf-8")
    ours, _, _ = dialect.partition("## Keys of other generators")
    explained = {
        key for line in re.findall(r"(?m)^### (x-.*)$", ours) for key in line.split(" and ")
    }
    used = {key for _, value in nested(DOCUMENT) for key in value if key.startswith("x-")}
    assert explained - used == {"x-enum-varnames", "x-name"}  # for other documents
    assert used - explained == set()


def test_what_is_beyond_the_documents_is_never_required() -> None:
    for place, value in nested(DOCUMENT):
        for name, schema in value.get("properties", {}).items():
            if isinstance(schema, dict) and schema.get("x-beyond-source"):
                assert name not in value.get("required", []), f"{place}/{name}"


def test_files_stay_small() -> None:
    long = {
        path.name: count
        for path in SPEC.rglob("*.yaml")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
