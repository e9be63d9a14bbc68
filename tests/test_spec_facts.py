"""Facts of the spec, written down a second time: what the documents say, and what goes beyond."""

from __future__ import annotations

import re
from typing import Any

import pytest

from .support.bundled_spec import DOCUMENT, OPERATIONS, SCHEMAS, nested, resolved
from .support.documented_facts import (
    BODIES,
    BOUNDS,
    DOCUMENTED_INTEGERS,
    FRACTIONS,
    MEMBERS,
    QUERIES,
    REFINED_TO_INTEGER,
    SHAPES,
    VALUES,
)
from .support.spec_checks import answer, body, example

# ---------------------------------------------------------------- from the documents


def kind(schema: dict[str, Any]) -> str:
    """A schema in a word: the component's name, the format, or the type."""
    for alternative in schema.get("anyOf", []):
        return kind(alternative)
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[1]
    if schema.get("type") == "array":
        return f"[{kind(schema['items'])}]"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"{{{kind(schema['additionalProperties'])}}}"
    types = schema.get("type", "any")
    listed = "|".join(types) if isinstance(types, list) else str(types)
    return "date-time" if schema.get("format") == "date-time" else listed


def documented_kind(owner: str, name: str, schema: dict[str, Any]) -> str:
    """The kind that the documents give, where the spec makes an integer of their number."""
    if name in REFINED_TO_INTEGER.get(owner, "").split():
        return kind(schema).replace("integer", "number")
    return kind(schema)


def listed(owner: str, schema: dict[str, Any]) -> list[str]:
    """The members of an object, each in the notation of `MEMBERS` and `BODIES`."""
    problems = []
    for member, value in schema.get("properties", {}).items():
        mark = "!" if member in schema.get("required", []) else ""
        mark += "+" if value.get("x-beyond-source") else ""
        problems.append(f"{member}:{documented_kind(owner, member, value)}{mark}")
    return problems


@pytest.mark.parametrize("name", MEMBERS)
def test_members_that_no_example_shows(name: str) -> None:
    assert listed(name, SCHEMAS[name]) == MEMBERS[name].split()


def test_shapes_are_as_large_as_announced() -> None:
    def size(name: str) -> tuple[int, int]:
        schema = SCHEMAS[name]
        return len(schema["properties"]), len(schema.get("required", []))

    assert {name: size(name) for name in SHAPES} == SHAPES
    assert {name: len(SCHEMAS[name]["enum"]) for name in VALUES} == VALUES


@pytest.mark.parametrize("name", OPERATIONS)
def test_query_parameters(name: str) -> None:
    operation = OPERATIONS[name]
    problems = []
    for parameter in operation["parameters"]:
        if parameter["in"] == "query":
            content = parameter.get("content", {}).get("application/json", parameter)
            mark = "!" if parameter.get("required") else ""
            name = parameter["name"]
            shown = documented_kind(operation["operationId"], name, content["schema"])
            problems.append(f"{name}:{shown}{mark}")
        elif parameter["name"] != "dimension":
            assert kind(parameter["schema"]) == "string"
    assert problems == QUERIES.get(operation["operationId"], "").split()


@pytest.mark.parametrize("name", OPERATIONS)
def test_body_members(name: str) -> None:
    operation = OPERATIONS[name]
    schema = resolved((body(operation) or {"schema": {}})["schema"])
    problems = listed(operation["operationId"], schema)
    assert problems == BODIES.get(operation["operationId"], "").split()


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_envelope_requires_what_the_documents_require(name: str) -> None:
    schema = answer(OPERATIONS[name])["schema"]
    if "properties" in schema:
        optional = {"result_info"} if "billing" in OPERATIONS[name]["x-resource"] else set()
        documented = {
            key for key, value in schema["properties"].items() if not value.get("x-beyond-source")
        }
        assert set(schema["required"]) == documented - optional


def times(schema: dict[str, Any], value: Any) -> list[str]:
    """Members whose example is a time and whose schema is not, or the other way round."""
    schema = resolved(schema)
    if isinstance(value, list) and "items" in schema:
        return [problem for item in value for problem in times(schema["items"], item)]
    if isinstance(value, dict):
        known = schema.get("properties", {})
        return [
            problem for key in value if key in known for problem in times(known[key], value[key])
        ]
    text = isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value)
    return [] if bool(text) == (schema.get("format") == "date-time") else [repr(value)]


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_the_example_shows_as_a_time_is_one(name: str) -> None:
    media = answer(OPERATIONS[name])
    assert times(media["schema"], example(media)) == []


def test_exactly_these_bounds_are_stated() -> None:
    words = ("minimum", "maximum", "minLength", "maxLength")
    problems: dict[str, tuple[int | None, ...]] = {}
    for place, value in nested(DOCUMENT):
        if isinstance(value.get("type"), str | list) and any(word in value for word in words):
            problems[place] = tuple(value.get(word) for word in words)
    assert {key: [v for k, v in problems.items() if k.endswith(key)] for key in BOUNDS} == BOUNDS
    assert len(problems) == sum(len(places) for places in BOUNDS.values())


def numeric_types(schema: dict[str, Any]) -> set[str]:
    """`integer` or `number`, of a schema, its items or its further members."""
    problems = (
        {schema["type"]} if isinstance(schema.get("type"), str) else set(schema.get("type", []))
    )
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            problems |= numeric_types(schema[key])
    return problems & {"integer", "number"}


def places_of(numeric_type: str) -> dict[str, set[str]]:
    """The members and parameters of a numeric type, by schema or operation."""
    problems: dict[str, set[str]] = {}
    owners = [(name, schema.get("properties", {})) for name, schema in SCHEMAS.items()]
    for operation in OPERATIONS.values():
        sent = {
            item["name"]: item["schema"] for item in operation["parameters"] if "schema" in item
        }
        sent |= (body(operation) or {"schema": {}})["schema"].get("properties", {})
        owners.append((operation["operationId"], sent))
    for owner, members in owners:
        for member, schema in members.items():
            if numeric_type in numeric_types(schema):
                problems.setdefault(owner, set()).add(member)
    return problems


def test_exactly_these_numbers_are_integers() -> None:
    expected: dict[str, set[str]] = {}
    for facts in (REFINED_TO_INTEGER, DOCUMENTED_INTEGERS):
        for owner, names in facts.items():
            expected.setdefault(owner, set()).update(names.split())
    assert places_of("integer") == expected


def test_exactly_these_numbers_may_be_fractions() -> None:
    assert places_of("number") == {owner: set(names.split()) for owner, names in FRACTIONS.items()}


# ---------------------------------------------------------------- beyond the documents

NULLABLE = {
    "Gateway": "cache_ttl rate_limiting_interval rate_limiting_limit guardrails log_management"
    " log_management_strategy logpush_public_key otel rate_limiting_technique retry_backoff"
    " retry_delay retry_max_attempts store_id stripe",
    "Log": "tokens_in tokens_out",
    "LogDetail": "tokens_in tokens_out",
    "CreditBalance": "payment_method",
    "TopupConfig": "amount disabledReason error lastFailedAt threshold",
    "Topup": "client_secret",
    "SpendingLimitConfig": "amount duration strategy",
    "InvoiceLine": "description",
    "InvoicePricing": "unit_amount_decimal",
}


def test_exactly_these_members_may_be_null() -> None:
    problems: dict[str, set[str]] = {}
    for name, schema in SCHEMAS.items():
        for member, value in schema.get("properties", {}).items():
            if "null" in value.get("type", []) or {"type": "null"} in value.get("anyOf", []):
                problems.setdefault(name, set()).add(member)
    assert problems == {name: set(names.split()) for name, names in NULLABLE.items()}


def test_exactly_these_members_are_secret() -> None:
    secret = {
        place.replace("/components/schemas/", "").replace("/properties/", ".")
        for place, value in nested(DOCUMENT)
        if value.get("x-secret")
    }
    assert {place.rsplit(".")[-1] if "paths" in place else place for place in secret} == {
        "OtelExporter.authorization",
        "OtelExporter.headers",
        "StripeUsage.authorization",
        "Topup.client_secret",
        "secret",
    }


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_filters_are_json_in_one_parameter(method: str) -> None:
    logs = OPERATIONS[f"{method} /accounts/{{account_id}}/ai-gateway/gateways/{{gateway_id}}/logs"]
    [filters] = [p for p in logs["parameters"] if p["name"] == "filters"]
    assert "schema" not in filters and list(filters["content"]) == ["application/json"]
    assert filters.get("x-refuse-empty", False) == (method == "DELETE")


def test_names_like_true_stay_strings() -> None:
    outputs = SCHEMAS["ConditionalOutputs"]
    assert list(outputs["properties"]) == outputs["required"] == ["false", "true"]
    assert SCHEMAS["RouteVersionActive"]["enum"] == ["true", "false"]


RESULTS = [
    ({"response": "Hello"}, "GeneratedText"),
    ([{"box": {"xmin": 1}, "label": "cat"}], "DetectedObject"),
    ([{"label": "POSITIVE", "score": 0.9}], "Classification"),
    ({"shape": [1, 3], "data": [[0.1, 0.2, 0.3]]}, "Embeddings"),
    ({"text": "hi", "word_count": 1}, "SpeechRecognition"),
]


@pytest.mark.parametrize(("value", "expected"), RESULTS)
def test_results_of_a_model_can_be_distinguished_by_their_members(
    value: Any, expected: str
) -> None:
    """The variant with all the members that came is the right one."""
    item = value[0] if isinstance(value, list) else value
    fitting = []
    for variant in SCHEMAS["RunResult"]["anyOf"]:
        reference = variant.get("items", {}) if isinstance(value, list) else variant
        if "$ref" in reference and set(item) <= set(resolved(reference)["properties"]):
            fitting.append(reference["$ref"].rsplit("/", 1)[1])
    assert expected in fitting
    assert min(fitting, key=lambda name: len(SCHEMAS[name]["properties"])) == expected


def test_a_model_answers_one_of_ten_shapes_or_anything_else() -> None:
    *documented, other = SCHEMAS["RunResult"]["anyOf"]
    assert len(documented) == 10 and other["x-beyond-source"] and "type" not in other
