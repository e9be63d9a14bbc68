"""What the fake sends where the description has no example, and where a call is to fail."""

from __future__ import annotations

from typing import Any

import pytest
from workshop._core.contract import Contract
from workshop._core.documented_response import DocumentedResponse

TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
ERROR = {
    "type": "object",
    "properties": {"code": NUMBER, "message": TEXT, "hint": TEXT},
    "required": ["code", "message"],
}
ENVELOPE = {"success": "success", "errors": "errors"}
ENVELOPED = {
    "type": "object",
    "properties": {"success": {"type": "boolean"}, "errors": {"type": "array", "items": ERROR}},
    "required": ["success", "errors"],
}


def responses(
    described: dict[str, Any], envelope: dict[str, str] | None = None, **operation: Any
) -> DocumentedResponse:
    schemas: dict[str, Any] = {
        "Tree": {
            "type": "object",
            "properties": {"name": TEXT, "next": {"$ref": "#/schemas/Tree"}},
        },
    }
    for level in range(12):
        member = {"$ref": f"#/schemas/Level{level + 1}"} if level < 11 else TEXT
        schemas[f"Level{level}"] = {
            "type": "object",
            "properties": {f"m{each}": member for each in range(8)},
        }
    operations = {"x": {"responses": described, **operation}}
    document = {"operations": operations, "schemas": schemas, "envelope": envelope}
    return DocumentedResponse("x", Contract(document, requests=True))


def media(schema: Any, **further: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema, **further}}


@pytest.mark.parametrize("code", ["404", "4XX", "default"])
def test_a_failure_has_the_documented_body(code: str) -> None:
    made = responses({"200": {}, code: media(ERROR)}).make_failure(404)
    assert made == ("application/json", {"code": 0, "message": "Not Found"})
    example = {"code": 7, "message": "gone"}
    made = responses({"200": {}, code: media(ERROR, example=example)}).make_failure(404)
    assert made == ("application/json", example)


def test_a_failure_of_another_media_type_has_its_members() -> None:
    schema = {"type": "object", "properties": {"title": TEXT, "status": NUMBER}}
    described = {"422": {"application/problem+json": {"schema": schema}}}
    media_type, body = responses(described).make_failure(422)
    assert media_type == "application/problem+json"
    assert body["status"] == 422 and body["title"]


def test_an_envelope_says_that_the_call_failed() -> None:
    errors = [{"code": 404, "message": "Not Found"}]
    made = responses({"404": media(ENVELOPED)}, ENVELOPE).make_failure(404)
    assert made == ("application/json", {"success": False, "errors": errors})


def test_a_failure_that_is_not_described_has_no_documented_body() -> None:
    assert responses({"200": {}}).make_failure(599) == ("application/json", None)
    assert responses({"404": {}}).make_failure(404) == ("", b"")


def test_a_made_up_response_has_an_item_and_optional_members() -> None:
    tree = {"$ref": "#/schemas/Tree"}
    page = {"type": "object", "properties": {"items": {"type": "array", "items": tree}}}
    _, _, body = responses({"200": media(page)}).make({}, None)
    assert body == {"items": [{"name": ""}]}


def test_a_made_up_page_is_the_last_one_and_fits_its_schema() -> None:
    items = {"type": "array", "items": NUMBER}
    page = {"type": "object", "properties": {"items": items, "after": TEXT}, "required": ["items"]}
    paging = {"style": "cursor", "cursor": "after", "next": "after", "items": "items"}
    made = responses({"200": media(page)}, paging=paging)
    assert made.make({}, None)[2] == {"items": [0]}
    assert made.make({"after": "z"}, None)[2] == {"items": []}


def test_many_optional_members_come_to_an_end() -> None:
    _, _, body = responses({"200": media({"$ref": "#/schemas/Level0"})}).make({}, None)
    assert 8 <= len(str(body)) < 50_000
