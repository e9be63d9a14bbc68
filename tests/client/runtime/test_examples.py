"""Examples that are made for schemas: they fit, so that strict mode accepts what the fake responds."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workshop._core.compiled_schema import SchemaCompiler
from workshop._core.contract import find_gaps
from workshop._core.made_up_values import make_example
from workshop._core.pattern_examples import match_pattern

TEXT, NUMBER, NULL = {"type": "string"}, {"type": "integer"}, {"type": "null"}


def thing(**properties: Any) -> dict[str, Any]:
    """The schema of an object whose members are all required."""
    return {"type": "object", "properties": properties, "required": list(properties)}


NAMED: dict[str, Any] = {
    "P": thing(a=NUMBER),
    "Q": thing(b=NUMBER),
    "Tree": {**thing(v=NUMBER), "properties": {"v": NUMBER, "next": {"$ref": "#/schemas/Tree"}}},
    "Endless": thing(next={"$ref": "#/schemas/Endless"}),
    "Self": {"allOf": [{"$ref": "#/schemas/Self"}, thing(s=TEXT)]},
    "a/b c": thing(z=TEXT),
    "Cat": thing(kind={"const": "cat"}, lives=NUMBER),
    "Dog": thing(kind={"type": "integer", "enum": [2]}, name=TEXT),
}


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/schemas/{name}"}


SCHEMAS: list[tuple[Any, Any]] = [
    (thing(nick={"anyOf": [TEXT, NULL]}), {"nick": ""}),
    (thing(p={"anyOf": [reference("P"), NULL]}), {"p": {"a": 0}}),
    ({"anyOf": [NULL, reference("P")]}, {"a": 0}),
    ({"oneOf": [reference("P"), reference("Q")]}, {"a": 0}),
    (thing(v={"anyOf": [NUMBER, TEXT]}), {"v": 0}),
    (thing(v={"anyOf": [{"type": "string", "enum": ["x"]}, NULL]}), {"v": "x"}),
    (thing(v={"type": ["string", "null"], "enum": [None, "x"]}), {"v": "x"}),
    (True, None),
    (False, None),
    ({}, None),
    ({"type": "file"}, None),
    ({"type": ["date", "string"]}, None),
    (thing(h={"type": "unknown"}, n=NUMBER), {"h": None, "n": 0}),
    ({"type": "object", "required": ["nowhere"]}, {"nowhere": None}),
    (
        {"type": "object", "required": ["nowhere", 5], "additionalProperties": False},
        {"nowhere": None},
    ),
    (reference("Tree"), {"v": 0}),
    ({"type": "array", "items": reference("Tree"), "minItems": 2}, [{"v": 0}, {"v": 0}]),
    (reference("Self"), {"s": ""}),
    (reference("Endless"), None),
    (reference("a~1b%20c"), {"z": ""}),
    (reference("Nowhere"), None),
    ({"type": "array", "items": reference("Endless")}, []),
    (
        {
            "oneOf": [reference("Cat"), reference("Dog")],
            "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat", "2": "Dog"}},
        },
        {"kind": "cat", "lives": 0},
    ),
    (
        {
            "oneOf": [reference("Dog")],
            "discriminator": {"propertyName": "kind", "mapping": {"2": "#/schemas/Dog"}},
        },
        {"kind": 2, "name": ""},
    ),
    (
        {"allOf": [reference("P"), {"required": ["c"], "properties": {"c": TEXT}}]},
        {"a": 0, "c": ""},
    ),
    (
        {"allOf": [{"required": ["a"]}, {"required": ["b"]}], "type": "object"},
        {"a": None, "b": None},
    ),
    ({"type": "object", "patternProperties": {"^x-": NUMBER}, "required": ["x-a"]}, {"x-a": 0}),
    ({"prefixItems": [TEXT, NUMBER], "items": False, "type": "array"}, ["", 0]),
    ({"type": "array", "items": NUMBER, "minItems": 3, "uniqueItems": True}, [0, 1, 2]),
    (
        {
            "type": "array",
            "items": {"type": "integer", "minimum": 5, "multipleOf": 3},
            "minItems": 2,
            "uniqueItems": True,
        },
        [6, 9],
    ),
    ({"type": "object", "minProperties": 2, "additionalProperties": NUMBER}, {"x0": 0, "x1": 0}),
    ({"type": "object", "minProperties": 1, "properties": {"a": TEXT, "b": TEXT}}, {"a": ""}),
    ({"type": "number", "minimum": 3}, 3),
    ({"type": "integer", "exclusiveMinimum": 3}, 4),
    ({"type": "integer", "minimum": 3, "exclusiveMinimum": True}, 4),
    ({"type": "integer", "maximum": -3, "multipleOf": 5}, -5),
    ({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}, 0.5),
    ({"type": "string", "minLength": 3}, "xxx"),
    ({"type": "string", "format": "date-time"}, "2000-01-01T00:00:00Z"),
    ({"type": "string", "format": "uuid"}, "00000000-0000-4000-8000-000000000000"),
    ({"type": "string", "pattern": r"^[a-z]{3}-\d+$"}, "aaa-0"),
    ({"type": "string", "pattern": "(", "minLength": 1}, "x"),
]


@pytest.mark.parametrize(("schema", "example"), SCHEMAS)
def test_an_example_fits_its_schema(schema: Any, example: Any) -> None:
    requests = SchemaCompiler(NAMED, requests=True).compile(schema)
    made = make_example(requests)
    assert made == example and type(made) is type(example)
    if schema not in (False, reference("Endless")):
        for node in (requests, SchemaCompiler(NAMED, requests=False).compile(schema)):
            assert find_gaps(node, made, model="m") == []


SCALARS = st.sampled_from(
    [TEXT, NUMBER, NULL, {}, True, {"type": "boolean"}, {"enum": ["a", 1]}, reference("P")]
) | st.builds(
    lambda low, span: {"type": "integer", "minimum": low, "maximum": low + span, "multipleOf": 3},
    st.integers(-50, 50),
    st.integers(3, 9),
)
NESTED = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.dictionaries(st.sampled_from("abc"), inner, max_size=3).map(lambda each: thing(**each)),
        st.lists(inner, min_size=1, max_size=3).map(lambda each: {"anyOf": each}),
        st.lists(inner, min_size=1, max_size=3).map(lambda each: {"oneOf": each}),
        inner.map(lambda each: {"type": "array", "items": each, "minItems": 1}),
        inner.map(lambda each: {"type": "object", "additionalProperties": each, "required": ["k"]}),
    ),
    max_leaves=8,
)


@given(NESTED)
def test_any_example_fits_its_schema(schema: Any) -> None:
    requests = SchemaCompiler(NAMED, requests=True).compile(schema)
    made = make_example(requests, items=1)
    assert json.loads(json.dumps(made)) == made
    for node in (requests, SchemaCompiler(NAMED, requests=False).compile(schema)):
        assert find_gaps(node, made, model="m") == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"^\d{4}-\d{2}$",
        r"[^a]b+",
        r"^(foo|bar)(\1)?[A-Z]?$",
        r"^@cf/[\w-]+/.+$",
        r"^\S+@\S+$",
        r"^[^\s/]+$",
        r"^$",
        r"x{3,}",
    ],
)
def test_text_for_a_pattern(pattern: str) -> None:
    for least in (0, 12):
        text = match_pattern(pattern, least)
        if text is None:
            assert least and "+" not in pattern and "," not in pattern, pattern
        else:
            assert re.search(pattern, text) and len(text) >= least


@pytest.mark.parametrize("pattern", ["(", r"a{100000}", "(?=b)a"])
def test_patterns_that_are_given_up(pattern: str) -> None:
    assert match_pattern(pattern) is None
