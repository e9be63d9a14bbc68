"""Every check of the comparison: a change that it finds, the verdict, and pointers that lead somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.diff.compare_apis import compare

from .description import DOCUMENT, GONE, SCHEMAS, changed, side

GET, POST, PUT = "/paths/~1logs/get", "/paths/~1logs/post", "/paths/~1logs~1{id}/put"
BODY = f"{POST}/requestBody/content/application~1json/schema"
WHOLE = f"{PUT}/requestBody/content/application~1json/schema"
LOG, FILTER = "/components/schemas/Log", "/components/schemas/Filter"
STEP = "/components/schemas/Step"
RESULT = f"{PUT}/responses/200/content/application~1json"
MAPPING = f"{STEP}/discriminator/mapping"
REF = "#/components/schemas/"
NEW = {"name": "new", "in": "query", "schema": {"type": "string"}}

Edits = dict[str, Any]
Case = tuple[str, str, Edits, Edits]
"""The check, its verdict, edits of the document before, edits of the document now."""


def _slot(prefix: str, at: str, kind: str) -> list[Case]:
    """The checks of a place for a value, at the schema `at` (a string with a length of at most 8 or 9)."""
    less, more = ("callers", "additive") if kind == "request" else ("additive", "readers")
    text: Edits = {at: {"type": "string", "maxLength": 8}}
    number: Edits = {at: {"type": "integer", "minimum": 3, "maximum": 8}}
    listed: Edits = {at: {"type": "string", "enum": ["a", "b"]}}
    items: Edits = {at: {"type": "array", "minItems": 2, "items": {"type": "string"}}}
    grown = "additive" if kind == "response" else more
    return [
        (f"{prefix}-became-nullable", more, {at: {"type": "string"}}, {at: {"type": ["string", "null"]}}),
        (f"{prefix}-became-not-nullable", less, {at: {"type": ["string", "null"]}}, {at: {"type": "string"}}),
        (f"{prefix}-enum-value-removed", less, listed, {at: {"type": "string", "enum": ["a"]}}),
        (f"{prefix}-enum-value-added", grown, listed, {at: {"type": "string", "enum": ["a", "b", "c"]}}),
        (f"{prefix}-became-enum", less, {at: {"type": "string"}}, listed),
        (f"{prefix}-became-not-enum", more, listed, {at: {"type": "string"}}),
        (f"{prefix}-type-generalized", more, {at: {"type": "integer"}}, {at: {"type": "number"}}),
        (f"{prefix}-type-specialized", less, {at: {"type": "number"}}, {at: {"type": "integer"}}),
        (f"{prefix}-type-changed", _worst(kind), {at: {"type": "string"}}, {at: {"type": "integer"}}),
        (f"{prefix}-max-length-decreased", less, text, {at: {"type": "string", "maxLength": 7}}),
        (f"{prefix}-max-length-increased", more, text, {at: {"type": "string", "maxLength": 9}}),
        (f"{prefix}-max-length-set", less, {at: {"type": "string"}}, text),
        (f"{prefix}-max-length-unset", more, text, {at: {"type": "string"}}),
        (f"{prefix}-min-increased", less, number, {**number, f"{at}/minimum": 4}),
        (f"{prefix}-min-decreased", more, number, {**number, f"{at}/minimum": 2}),
        (f"{prefix}-max-decreased", less, number, {**number, f"{at}/maximum": 7}),
        (f"{prefix}-max-increased", more, number, {**number, f"{at}/maximum": 9}),
        (f"{prefix}-exclusive-max-set", less, number, {**number, f"{at}/exclusiveMaximum": 8}),
        (f"{prefix}-multiple-of-set", less, number, {**number, f"{at}/multipleOf": 2}),
        (f"{prefix}-min-items-increased", less, items, {**items, f"{at}/minItems": 3}),
        (f"{prefix}-min-items-decreased", more, items, {**items, f"{at}/minItems": 1}),
        (f"{prefix}-unique-items-set", less, items, {**items, f"{at}/uniqueItems": True}),
        (f"{prefix}-pattern-added", less, text, {**text, f"{at}/pattern": "a"}),
        (f"{prefix}-pattern-removed", more, {**text, f"{at}/pattern": "a"}, text),
        (f"{prefix}-pattern-changed", _worst(kind), {**text, f"{at}/pattern": "a"}, {**text, f"{at}/pattern": "b"}),
        (f"{prefix}-contains-set", less, items, {**items, f"{at}/contains": {"const": "a"}}),
        (f"{prefix}-default-value-added", "documentation", text, {**text, f"{at}/default": "a"}),
        (f"{prefix}-default-value-changed", "documentation", {**text, f"{at}/default": "a"}, {**text, f"{at}/default": "b"}),
        (f"{prefix}-default-value-removed", "documentation", {**text, f"{at}/default": "a"}, text),
    ]  # fmt: skip


def _worst(kind: str) -> str:
    return "callers" if kind == "request" else "readers"


def _union(kind: str) -> list[Case]:
    """The checks of unions, which Log answers and Filter takes: only one of them is looked at."""
    off = {f"{FILTER}/properties/step": GONE} if kind == "response" else {
        f"{LOG}/properties/next": GONE, f"{LOG}/required": ["id", "state"]
    }  # fmt: skip
    less = "callers" if kind == "request" else "additive"
    prefix = f"{kind}-property"
    third = {f"{STEP}/oneOf/-": {"$ref": f"{REF}Other"}, f"{MAPPING}/other": f"{REF}Other"}
    texts = {
        f"/components/schemas/{each}/properties/{name}": {"type": "string"}
        for each in ("Start", "End")
        for name in ("type", "kind")
    }
    texts_by_check = {
        **off,
        **texts,
    }  # constants would tell the variants apart without a discriminator
    plain = {**texts_by_check, f"{STEP}/discriminator": GONE}
    return [
        (f"{prefix}-one-of-added", "additive", off, {**off, **third}),
        (f"{prefix}-one-of-removed", less, {**off, **third}, off),
        (f"{prefix}-discriminator-added", "additive", plain, texts_by_check),
        (f"{prefix}-discriminator-removed", _worst(kind), texts_by_check, plain),
        (f"{prefix}-discriminator-property-name-changed", _worst(kind), off, {**off, f"{STEP}/discriminator/propertyName": "kind"}),
        (f"{prefix}-discriminator-mapping-added", "additive", off, {**off, f"{MAPPING}/begin": f"{REF}Start"}),
        (f"{prefix}-discriminator-mapping-deleted", less, {**off, f"{MAPPING}/begin": f"{REF}Start"}, off),
        (f"{prefix}-discriminator-mapping-changed", _worst(kind),
         {**off, f"{MAPPING}/begin": f"{REF}Start"}, {**off, f"{MAPPING}/begin": f"{REF}End"}),
    ]  # fmt: skip


TEXT = {"type": "string"}
OPERATIONS: list[Case] = [
    ("api-removed-without-deprecation", "callers", {}, {PUT: GONE}),
    ("api-removed-with-deprecation", "callers", {f"{PUT}/deprecated": True}, {PUT: GONE}),
    ("endpoint-added", "additive", {PUT: GONE}, {}),
    ("endpoint-deprecated", "documentation", {}, {f"{PUT}/deprecated": True}),
    ("endpoint-reactivated", "documentation", {f"{PUT}/deprecated": True}, {}),
    ("operation-renamed", "callers", {}, {f"{PUT}/operationId": "replace_logs"}),
    ("api-path-changed", "additive", {}, {"/paths/~1logs~1{id}": GONE, "/paths/~1v2~1logs~1{id}": DOCUMENT["paths"]["/logs/{id}"]}),
    ("api-operation-id-changed", "documentation", {f"{PUT}/x-method": "put"}, {f"{PUT}/x-method": "put", f"{PUT}/operationId": "x"}),
    ("api-tag-changed", "documentation", {}, {f"{PUT}/tags": ["logs", "more"]}),
    ("description-changed", "documentation", {}, {f"{PUT}/summary": "Change."}),
    ("permissions-changed", "documentation", {}, {f"{PUT}/x-permissions": ["Write"]}),
    ("retry-safety-changed", "additive", {}, {f"{POST}/x-retry-safe": True}),
    ("api-security-removed", "callers", {}, {f"{PUT}/security": [{"key": []}]}),
    ("api-security-added", "additive", {f"{PUT}/security": [{"key": []}]}, {}),
    ("base-url-changed", "additive", {}, {f"{PUT}/servers": [{"url": "https://other.example"}]}),
    ("request-parameter-removed", "callers", {}, {f"{GET}/parameters/0": GONE}),
    ("new-required-request-parameter", "callers", {}, {f"{GET}/parameters/-": {**NEW, "required": True}}),
    ("new-optional-request-parameter", "additive", {}, {f"{GET}/parameters/-": NEW}),
    ("new-request-path-parameter", "callers", {}, {
        "/paths/~1logs~1{id}": GONE,
        "/paths/~1logs~1{id}~1{part}": changed({"/put/parameters/-": {
            "name": "part", "in": "path", "required": True, "schema": TEXT}}, DOCUMENT["paths"]["/logs/{id}"])}),
    ("request-parameter-became-required", "callers", {}, {f"{GET}/parameters/0/required": True}),
    ("request-parameter-became-optional", "additive", {f"{GET}/parameters/0/required": True}, {}),
    ("request-parameter-renamed", "callers", {}, {
        "/paths/~1logs~1{id}": GONE,
        "/paths/~1logs~1{name}": changed({"/put/parameters/0/name": "name"}, DOCUMENT["paths"]["/logs/{id}"])}),
    ("request-parameter-serialization-changed", "additive", {}, {f"{GET}/parameters/3/explode": False}),
    ("request-parameter-refuse-empty-changed", "callers", {}, {f"{GET}/parameters/3/x-refuse-empty": True}),
    ("request-parameter-deprecated", "documentation", {}, {f"{GET}/parameters/0/deprecated": True}),
    ("request-parameter-reactivated", "documentation", {f"{GET}/parameters/0/deprecated": True}, {}),
    ("request-parameter-description-changed", "documentation", {}, {f"{GET}/parameters/0/description": "Which."}),
    ("request-body-added-required", "callers", {f"{PUT}/requestBody": GONE}, {}),
    ("request-body-added-optional", "additive", {f"{PUT}/requestBody": GONE}, {f"{PUT}/requestBody/required": False}),
    ("request-body-removed", "callers", {}, {f"{PUT}/requestBody": GONE}),
    ("request-body-became-required", "callers", {f"{PUT}/requestBody/required": False}, {}),
    ("request-body-became-optional", "additive", {}, {f"{PUT}/requestBody/required": False}),
    ("request-body-media-type-changed", "callers", {}, {f"{PUT}/requestBody/content": {"text/plain": {"schema": TEXT}}}),
    ("request-body-additional-properties-changed", "callers", {f"{BODY}/additionalProperties": TEXT}, {}),
    ("response-success-status-removed", "readers", {f"{PUT}/responses/202": {"description": ""}}, {}),
    ("response-success-status-added", "additive", {}, {f"{PUT}/responses/202": {"description": ""}}),
    ("response-non-success-status-removed", "documentation", {}, {f"{GET}/responses/404": GONE}),
    ("response-non-success-status-added", "documentation", {}, {f"{GET}/responses/400": {"description": "No."}}),
    ("response-media-type-removed", "readers", {f"{PUT}/responses/200/content/image~1png": {}}, {}),
    ("response-media-type-changed", "additive", {}, {
        f"{PUT}/responses/200/content": {"application/vnd.log+json": DOCUMENT["paths"]["/logs/{id}"]["put"]["responses"]["200"]["content"]["application/json"]}}),
    ("response-media-type-added", "additive", {}, {f"{PUT}/responses/200/content/image~1png": {}}),
    ("response-paging-changed", "readers", {}, {f"{GET}/x-paging": {"style": "page", "page": "page"}}),
    ("response-result-changed", "readers", {}, {f"{PUT}/responses/204": {"description": "Nothing."}}),
    ("response-description-changed", "documentation", {}, {f"{PUT}/responses/200/description": "Fine."}),
]  # fmt: skip

HOOK = {"x": {"post": {
    "requestBody": {"content": {"application/json": {"schema": {"$ref": f"{REF}Log"}}}},
    "responses": {"200": {"description": "ok"}}}}}  # fmt: skip
WEBHOOKS: list[Case] = [
    ("webhook-added", "additive", {}, {"/webhooks": HOOK}),
    ("webhook-removed", "readers", {"/webhooks": HOOK}, {}),
]

MEMBERS: list[Case] = [
    ("new-required-request-property", "callers", {}, {f"{FILTER}/properties/x": TEXT, f"{FILTER}/required": ["key", "x"]}),
    ("new-optional-request-property", "additive", {}, {f"{FILTER}/properties/x": TEXT}),
    ("request-property-removed", "callers", {}, {f"{FILTER}/properties/limit": GONE}),
    ("request-property-removed", "callers", {}, {f"{BODY}/properties/size": GONE}),
    ("request-property-removed", "callers", {}, {f"{FILTER}/properties/limit/readOnly": True}),
    ("new-optional-request-property", "additive", {f"{FILTER}/properties/limit/readOnly": True}, {}),
    ("request-property-became-required", "callers", {}, {f"{FILTER}/required": ["key", "limit"]}),
    ("request-property-became-required", "callers", {}, {f"{BODY}/required": ["name", "size"]}),
    ("request-property-became-optional", "additive", {}, {f"{FILTER}/required": []}),
    ("request-property-became-optional", "additive", {}, {f"{FILTER}/properties/key/x-optional": True}),
    ("response-property-became-optional", "readers", {}, {f"{LOG}/properties/id/x-optional": True}),
    ("request-property-became-write-only", "documentation", {}, {f"{FILTER}/properties/limit/writeOnly": True}),
    ("response-property-became-write-only", "readers", {}, {f"{LOG}/properties/cost/writeOnly": True}),
    ("response-property-became-not-write-only", "additive", {f"{LOG}/properties/cost/writeOnly": True}, {}),
    ("request-property-secrecy-changed", "documentation", {}, {f"{FILTER}/properties/key/x-secret": True}),
    ("response-required-property-removed", "readers", {}, {f"{LOG}/properties/id": GONE, f"{LOG}/required": ["state", "next"]}),
    ("response-optional-property-removed", "readers", {}, {f"{LOG}/properties/cost": GONE}),
    ("response-required-property-added", "additive", {}, {
        f"{LOG}/properties/x": TEXT, f"{LOG}/required": ["id", "state", "next", "x"]}),
    ("response-optional-property-added", "additive", {}, {f"{LOG}/properties/x": TEXT}),
    ("response-property-became-optional", "readers", {}, {f"{LOG}/required": ["state", "next"]}),
    ("response-property-became-required", "additive", {}, {f"{LOG}/required": ["id", "state", "next", "cost"]}),
    ("response-property-deprecated", "documentation", {}, {f"{LOG}/properties/id/deprecated": True}),
    ("response-property-reactivated", "documentation", {f"{LOG}/deprecated": True}, {}),
    ("response-property-description-changed", "documentation", {}, {f"{LOG}/description": "Other."}),
    ("response-property-additional-properties-changed", "documentation", {}, {f"{LOG}/additionalProperties": TEXT}),
    ("attribute-renamed", "readers", {f"{LOG}/properties/aB": TEXT}, {
        f"{LOG}/properties": {"a_b": TEXT, **SCHEMAS["Log"]["properties"], "aB": TEXT}}),
    ("model-renamed", "readers", {}, {
        "/components/schemas/Entry": SCHEMAS["Log"], f"{LOG}": GONE,
        f"{GET}/responses/200/content/application~1json/schema/items": {"$ref": f"{REF}Entry"}}),
    ("api-schema-removed", "callers", {}, {"/components/schemas/Other": GONE}),
    ("api-schema-added", "additive", {"/components/schemas/Other": GONE}, {}),
]  # fmt: skip

CLIENT: list[Case] = [
    ("package-renamed", "callers", {}, {"/x-client/package": "other"}),
    ("client-renamed", "callers", {}, {"/x-client/class": "Other"}),
    ("distribution-renamed", "callers", {}, {"/x-client/distribution": "other"}),
    ("variable-renamed", "callers", {}, {"/components/securitySchemes/token/x-environment": "OTHER"}),
    ("variable-renamed", "callers", {}, {"/x-client-parameters/account/environment": "OTHER"}),
    ("base-url-changed", "additive", {}, {"/servers/0/url": "https://other.example"}),
    ("envelope-changed", "readers", {}, {"/x-envelope/success": "fine"}),
    ("credential-renamed", "callers", {}, {"/components/securitySchemes/token/x-argument": "bearer"}),
    ("api-security-component-type-changed", "additive", {}, {"/components/securitySchemes/key/name": "X-Other"}),
    ("api-security-component-removed", "callers", {"/security": [{"token": []}]}, {
        "/security": [{"token": []}], "/components/securitySchemes/key": GONE}),
    ("api-security-component-added", "additive", {
        "/security": [{"token": []}], "/components/securitySchemes/key": GONE}, {"/security": [{"token": []}]}),
    ("api-global-security-removed", "callers", {}, {"/security": [{"token": []}]}),
    ("api-global-security-added", "additive", {"/security": [{"token": []}]}, {}),
    ("client-parameter-removed", "callers", {}, {"/x-client-parameters/account": GONE}),
    ("client-parameter-added", "additive", {}, {"/x-client-parameters/zone": {}}),
]  # fmt: skip

CASES: list[Case] = [
    *OPERATIONS,
    *WEBHOOKS,
    *MEMBERS,
    *CLIENT,
    *_slot("request-parameter", f"{GET}/parameters/2/schema", "request"),
    *_slot("request-property", f"{FILTER}/properties/key", "request"),
    *_slot("request-property", f"{BODY}/properties/name", "request"),
    *_slot("request-body", WHOLE, "request"),
    *_slot("response-property", f"{LOG}/properties/id", "response"),
    *_slot("response-body", f"{RESULT}/schema", "response"),
    *_union("request"),
    *_union("response"),
]
ALSO = {
    "request-body-media-type-changed": {"request-body-type-changed"},
    "operation-renamed": {"result-changed"},
    "model-renamed": {"model-renamed"},
    "response-success-status-added": {"response-result-changed"},
    "response-media-type-added": {"response-result-changed"},
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_change_is_found_and_judged(case: Case, tmp_path: Path) -> None:
    check, verdict, before, after = case
    old, new = changed(before), changed(after)
    changes = compare(side(old, tmp_path, "old"), side(new, tmp_path, "new"))
    assert (check, verdict) in [(each.check, each.verdict) for each in changes]
    assert (
        verdict == changes[0].verdict or check in ALSO
    ), "something graver was found that is not there"
    for each in changes:
        assert _resolves(each.old, old), each.old
        assert _resolves(each.new, new), each.new
        assert each.text and each.python


def _resolves(place: str, document: Any) -> bool:
    file, _, pointer = place.partition("#")
    at = document
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        at = at[int(key)] if isinstance(at, list) else at[key]
    return file == "api.json"


def test_nothing_is_found_where_nothing_changed(tmp_path: Path) -> None:
    old, new = (side(DOCUMENT, tmp_path, name) for name in ("old", "new"))
    assert compare(old, new) == ()


def test_key_order_and_references_in_place_are_no_change(tmp_path: Path) -> None:
    turned = json.loads(json.dumps(DOCUMENT, sort_keys=True))
    inlined = changed({f"{GET}/parameters/0": {"$ref": "#/components/parameters/page"},
                       "/components/parameters/page": DOCUMENT["paths"]["/logs"]["get"]["parameters"][0]}, turned)  # fmt: skip
    old, new = side(DOCUMENT, tmp_path, "old"), side(inlined, tmp_path, "new")
    assert [change for change in compare(old, new) if change.is_breaking] == []


def test_the_table_of_the_documentation_lists_what_is_tested() -> None:
    table = (Path(__file__).parents[2] / "generator" / "diff" / "README.md").read_text(
        encoding="utf-8"
    )
    listed = {
        name
        for line in table.splitlines()
        if line.startswith("|") and "| covered" in line
        for names in re.findall(r"`([a-z{},-]+)`", line.split("|")[1])
        for name in _braces(names)
    }
    tested = {case[0] for case in CASES}
    assert listed - tested == set(), "documented as covered, but not tested"
    assert {name for name in tested if name not in listed} == set(), "tested, but not documented"


def _braces(text: str) -> list[str]:
    """`a-{b,c}` is a-b and a-c."""
    changes = re.search(r"\{([^{}]*)\}", text)
    if changes is None:
        return [text]
    return [
        name
        for part in changes.group(1).split(",")
        for name in _braces(text[: changes.start()] + part + text[changes.end() :])
    ]
