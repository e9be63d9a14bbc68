"""Responses: errors with bodies, the events of streams, and what is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_schemas import lowered

from generator.diagnostics import Report
from generator.ir.operations import Operation
from generator.ir.types import AnyOf, Anything, Primitive, Reference
from generator.python.design.error_classes import ERROR_CLASSES

ROOT = Path(__file__).parents[2]
DELTA = {"type": "object", "properties": {"text": {"type": "string"}}}
DONE = {"type": "object", "properties": {"total": {"type": "integer"}}}
REF = "#/components/schemas/"


def operation(
    tmp_path: Path, responses: dict[str, Any], report: Report | None = None, **keys: Any
) -> Operation:
    paths = {"/a": {"get": {"operationId": "a", "responses": responses, **keys}}}
    api = lowered(tmp_path, {"Delta": DELTA, "Done": DONE}, report, paths)
    return api.operations[0]


def json_of(name: str) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": {"$ref": REF + name}}}}


def stream_of(media_type: str = "text/event-stream", **media: Any) -> dict[str, Any]:
    return {"200": {"description": "", "content": {media_type: media}}}


def named(event: str, **data: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"event": {"const": event}, "data": data}}


def test_errors_that_are_described_have_types(tmp_path: Path) -> None:
    described = {"404": json_of("Delta"), "5XX": json_of("Done"), "default": json_of("Done")}
    text = {"description": "", "content": {"text/plain": {"schema": {"type": "string"}}}}
    made = operation(tmp_path, {"200": json_of("Done"), "400": text, **described})
    assert [each.status for each in made.errors] == ["404", "5XX", "default"]
    assert [each.status for each in made.responses] == ["200"]


def test_default_alone_is_a_success(tmp_path: Path) -> None:
    made = operation(tmp_path, {"default": json_of("Done")})
    assert not made.errors and [each.status for each in made.responses] == ["default"]


def test_statuses_raise_what_the_core_raises() -> None:
    namespace: dict[str, Any] = {}
    source = next(ROOT.glob("templates/package/src/*/errors.py")).read_text(encoding="utf-8")
    exec(compile(source, "errors.py", "exec"), namespace)
    assert {str(k): v.__name__ for k, v in namespace["STATUS_ERRORS"].items()} == ERROR_CLASSES


@pytest.mark.parametrize(
    ("media", "events", "type_"),
    [
        ({"schema": {"type": "string"}}, {}, "text"),
        ({"schema": {"type": "array", "items": {"$ref": REF + "Delta"}}}, {}, "Delta"),
        ({"schema": {"$ref": REF + "Delta"}}, {}, "Delta"),
        ({"itemSchema": {"$ref": REF + "Delta"}}, {}, "Delta"),
        (
            {"itemSchema": {"type": "object", "properties": {"data": {"$ref": REF + "Delta"}}}},
            {},
            "Delta",
        ),
        (
            {
                "itemSchema": {
                    "oneOf": [
                        named("delta", contentSchema={"$ref": REF + "Delta"}),
                        named("done", contentSchema={"$ref": REF + "Done"}),
                        {"type": "object", "properties": {"event": {"const": "ping"}}},
                    ]
                }
            },
            {"delta": "Delta", "done": "Done"},
            "both",
        ),
        (
            {"itemSchema": {"oneOf": [named("say", type="string")]}},
            {"say": "text"},
            "text",
        ),
        (
            {"itemSchema": named("x", type="string", contentMediaType="application/json")},
            {"x": ""},
            "",
        ),
        ({}, {}, ""),
    ],
)
def test_events_have_the_types_of_their_data(
    tmp_path: Path, media: dict[str, Any], events: dict[str, str], type_: str
) -> None:
    made = operation(tmp_path, stream_of(**media)).responses[0].media[0]

    def name_of(each: Any) -> str:
        match each:
            case Reference(key):
                return key.rpartition("/")[2]
            case Primitive("string"):
                return "text"
            case Anything():
                return ""
            case AnyOf():
                return "both"
            case _:
                raise AssertionError(each)

    assert {name: name_of(each) for name, each in made.events} == events
    assert name_of(made.type) == type_


def test_a_payload_with_a_member_data_is_no_event(tmp_path: Path) -> None:
    payload = {"type": "object", "properties": {"data": {"type": "string"}, "object": {}}}
    made = operation(tmp_path, stream_of(itemSchema=payload)).responses[0].media[0]
    assert isinstance(made.type, Reference)


def test_what_is_not_requested_is_reported_once(tmp_path: Path) -> None:
    schema = {"schema": {"$ref": REF + "Done"}}
    content = {"application/json": schema, "application/xml": schema, "text/csv": {"schema": {}}}
    responses = {"200": {"description": "", "content": content}}
    each = {"get": {"responses": responses}}
    report = Report()
    api = lowered(tmp_path, {"Done": DONE}, report, {"/a": each, "/b": each})
    assert [one.range for one in api.operations[0].responses[0].media] == ["application/json"]
    assert [finding.message for finding in report.findings] == [
        "`application/xml` is not requested in 2 responses, of which this is the first: JSON is preferred",
        "`text/csv` is not requested in 2 responses, of which this is the first: JSON is preferred",
    ]


@pytest.mark.parametrize(
    ("keys", "help"),
    [
        ({"x-result": "totl"}, "did you mean `total`?"),
        ({"x-result": "total"}, None),
        ({"x-result": "total.x"}, "end the path before it: what is there has no members"),
        (
            {"x-paging": {"style": "page", "items": "totals", "page": "page"}},
            "did you mean `total`?",
        ),
        ({"x-paging": {"style": "page", "items": "total", "page": "pgae"}}, "did you mean `page`?"),
        ({"x-paging": {"style": "page", "items": "total", "page": "page"}}, None),
        ({"x-media-by": {"pages": {"a": "image/png"}}}, "did you mean `page`?"),
    ],
)
def test_names_in_vendor_keys_must_lead_somewhere(
    tmp_path: Path, keys: dict[str, Any], help: str | None
) -> None:
    report = Report()
    page = {"name": "page", "in": "query", "schema": {"type": "integer"}}
    operation(tmp_path, {"200": json_of("Done")}, report, parameters=[page], **keys)
    assert [each.help for each in report.errors] == ([help] if help else [])


def test_a_wildcard_with_text_is_text_in_json_or_not(tmp_path: Path) -> None:
    made = operation(tmp_path, stream_of("*/*", schema={"type": "string"})).responses[0].media
    assert [(each.range, each.kind) for each in made] == [
        ("application/json", "json"),
        ("*/*", "text"),
    ]
