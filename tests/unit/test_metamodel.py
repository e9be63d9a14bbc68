"""The metamodel doubts at least what openapi-python-client's schema refuses, so that asking it alone loses nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_loading_hostile import DOCUMENT, changed, places

from generator.diagnostics import Report
from generator.openapi.loading import load
from generator.openapi.metamodel import OPENAPI, SWAGGER_2
from generator.openapi.validation.grammar_check import check_schema
from generator.openapi.validation.metamodel_check import check_document

WIDE: dict[str, Any] = {
    **DOCUMENT,
    "tags": [{"name": "t", "externalDocs": {"url": "https://x.example"}}],
    "security": [{"k": []}],
    "components": {
        **DOCUMENT["components"],
        "securitySchemes": {
            "k": {"type": "apiKey", "in": "header", "name": "K"},
            "o": {"type": "oauth2", "flows": {"implicit": {"authorizationUrl": "https://x", "scopes": {"a": "b"}}}},
        },
        "responses": {"R": {"description": "", "headers": {"H": {"schema": {"type": "string"}}}, "links": {"L": {"operationId": "x"}}}},
        "requestBodies": {"B": {"content": {"a/b": {"schema": {}, "encoding": {"e": {"style": "form", "explode": True}}}}}},
        "examples": {"E": {"summary": "s", "value": 1}},
        "schemas": {
            **DOCUMENT["components"]["schemas"],
            "Wide": {
                "title": "t", "multipleOf": 1, "maximum": 3, "exclusiveMinimum": True, "minLength": 1, "pattern": "a",
                "uniqueItems": True, "maxProperties": 3, "required": ["a"], "enum": ["a"], "type": ["string", "null"],
                "not": {}, "items": {"nullable": True}, "prefixItems": [{}], "additionalProperties": False,
                "format": "f", "readOnly": True, "xml": {"name": "n", "attribute": True}, "example": 1,
                "externalDocs": {"url": "u"}, "oneOf": [{}], "anyOf": [{}],
            },
        },
    },
}  # fmt: skip
VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1.5,
        10**30,
        "",
        "x",
        [],
        [None],
        [1],
        ["x"],
        {},
        {"a": 1},
        {"a": "b"},
        {"a": {}},
        [{}],
        [{"a": 1}],
    ]
)
PLACES = [place for place in places(WIDE) if place]


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=3))
def test_what_the_schema_refuses_is_in_doubt(
    tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any]]
) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(changed(changes, WIDE)))
    source = load(path, Report())
    assert source is not None
    doubts = check_document(source, Report())
    everything, doubted = Report(), Report()
    check_schema(source, {()}, everything)
    check_schema(source, doubts, doubted)
    assert {(each.message, each.pointer) for each in everything.findings} == {
        (each.message, each.pointer) for each in doubted.findings
    }


def test_slots_name_shapes_that_exist() -> None:
    for metamodel in (OPENAPI, SWAGGER_2):
        named = {slot.shape for slots in metamodel.slots.values() for slot in slots.values()}
        named |= set(metamodel.maps.values()) | set(metamodel.referable)
        assert named <= metamodel.shapes.keys()
