"""Whatever is in a document: an answer, in reasonable time, and never a traceback."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.diagnostics import Report
from generator.finding_text import render_text
from generator.openapi.fingerprint import fingerprint
from generator.openapi.loading import load
from generator.openapi.loading.parser import Raw, parse
from generator.openapi.loading.source_map import Lines
from generator.openapi.loading.write_document import to_yaml
from generator.openapi.validation.validate import check_grammar

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "x-client": {"package": "shop"},
    "servers": [{"url": "https://shop.example", "variables": {"v": {"default": "1"}}}],
    "paths": {
        "/pets/{id}": {
            "parameters": [{"$ref": "#/components/parameters/Id"}],
            "get": {
                "operationId": "getPet",
                "x-paging": {"style": "page", "items": "items"},
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"a/b": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                    }
                },
                "callbacks": {"c": {"{$url}": {"post": {"responses": {}}}}},
            },
        }
    },
    "webhooks": {"new": {"$ref": "#/paths/~1pets~1{id}"}},
    "components": {
        "parameters": {
            "Id": {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        },
        "schemas": {
            "Pet": {
                "$id": "https://shop.example/pet",
                "type": "object",
                "properties": {"parent": {"$ref": "#"}, "kind": {"enum": ["a", 1, None]}},
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {"a": "#/components/schemas/Pet"},
                },
                "allOf": [{"$ref": "#/components/schemas/Pet"}, True],
            }
        },
    },
}
REFERENCES = [
    "#",
    "#/",
    "#/paths",
    "#x",
    "",
    "%",
    "#/%zz",
    "http://[",
    "//x",
    "openapi.json",
    "..",
    "/",
    "\0",
    "#/components/schemas/Pet",
    "a#b#c",
]
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1e308,
        "",
        "x",
        "\u0000",
        "\u202e",
        [],
        [None],
        {},
        {"": {}},
        {"x-": []},
        {"a": {"b": 1}},
    ]
) | st.sampled_from(REFERENCES).map(lambda text: {"$ref": text})


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    keys = (
        list(value)
        if isinstance(value, dict)
        else list(range(len(value))) if isinstance(value, list) else []
    )
    return [at, *(place for key in keys for place in places(value[key], (*at, key)))]


PLACES = [place for place in places(DOCUMENT) if place]


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD), min_size=1, max_size=4))
def test_a_document_with_anything_anywhere_is_answered(
    tmp_path: Path, changes: list[tuple[tuple[Any, ...], Any]]
) -> None:
    document = changed(changes)
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document))
    report = Report()
    source = load(path, report)
    assert source is not None
    check_grammar(source, report)
    render_text(report.findings)
    to_yaml(source.document.value)


def changed(
    changes: list[tuple[tuple[Any, ...], Any]], original: dict[str, Any] = DOCUMENT
) -> dict[str, Any]:
    """The document with odd values at places, as far as these are still there."""
    document = copy.deepcopy(original)
    for place, value in changes:
        target: Any = document
        for key in place[:-1]:
            target = target[key] if isinstance(target, (dict, list)) and _has(target, key) else {}
        if isinstance(target, dict) or (isinstance(target, list) and _has(target, place[-1])):
            target[place[-1]] = copy.deepcopy(value)
    return document


def _has(container: Any, key: Any) -> bool:
    return (
        key in container
        if isinstance(container, dict)
        else isinstance(key, int) and key < len(container)
    )


@settings(deadline=None)
@given(st.binary(max_size=80), st.sampled_from([".json", ".yaml", ""]))
def test_any_bytes_are_answered(data: bytes, suffix: str) -> None:
    parsed = parse(Raw(data, suffix))
    assert (
        parsed.value is not None
        or parsed.issues
        or not data.strip()
        or parsed.locator(Lines(""))("") is not None
    )


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "a: " + "x " * 50_000,
        "[" + "a," * 20_000 + "]",
        "a: &a [1]\nb: [" + "*a," * 20_000 + "]",
        "a: &a {x: 1}\nb: {<<: [" + "*a," * 20_000 + "]}",
        "\n".join(f"- &a{n} x" for n in range(10_000)),
        '{"a":1,"a":' * 150 + "1" + "}" * 150,
        "[" * 150 + "1e999," * 10_000 + "1" + "]" * 150,
    ],
    ids=range(10),
)
def test_no_text_takes_long(text: str) -> None:
    """Each would take minutes if it were not linear, so no clock is needed."""
    parse(Raw(text.encode(), ".yaml"))


def document_with(schemas: dict[str, Any]) -> dict[str, Any]:
    """A document with an operation and with schemas."""
    operation = {"responses": {"200": {"description": "ok"}}}
    info = {"title": "T", "version": "1"}
    return {
        "openapi": "3.1.0",
        "info": info,
        "paths": {"/a": {"get": operation}},
        "components": {"schemas": schemas},
    }


LARGE: dict[str, Callable[[], dict[str, Any]]] = {
    "enumeration": lambda: {"A": {"type": "string", "enum": [f"v{n}" for n in range(100_000)]}},
    "properties": lambda: {
        "A": {"properties": {f"p{n}": {"type": "string"} for n in range(100_000)}}
    },
    "unknown keywords": lambda: {
        "A": {"properties": {f"p{n}": {"typo": 1} for n in range(50_000)}}
    },
    "dead references": lambda: {
        f"A{n}": {"$ref": f"#/components/schemas/B{n}"} for n in range(20_000)
    },
    "chain": lambda: {f"A{n}": {"$ref": f"#/components/schemas/A{n + 1}"} for n in range(20_000)}
    | {"A20000": {}},
    "circle": lambda: {
        f"A{n}": {"$ref": f"#/components/schemas/A{(n + 1) % 20_000}"} for n in range(20_000)
    },
    "wrong types": lambda: {f"A{n}": {"maxLength": "x"} for n in range(5_000)},
}


@pytest.mark.parametrize("name", LARGE)
def test_no_document_takes_long(name: str, tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document_with(LARGE[name]())))
    report = Report()
    source = load(path, report)
    assert source is not None
    check_grammar(source, report)
    fingerprint(source)
    counts = {
        "unknown keywords": {"unknown-keyword": 1},
        "dead references": {"dangling-reference": 20_000},
        "circle": {"cyclic-reference": 1},
        "wrong types": {"grammar": 5_000},
    }
    assert report.counts() == counts.get(name, {})


def test_a_long_path_and_a_long_title_are_read(tmp_path: Path) -> None:
    document = document_with({})
    document["paths"]["/a" * 100_000] = document["paths"]["/a"]
    document["info"]["title"] = "x" * 5_000_000
    for name, text in {
        "api.json": json.dumps(document),
        "api.yaml": f"a: {'x' * 5_000_000}",
    }.items():
        (tmp_path / name).write_text(text)
        report = Report()
        source = load(tmp_path / name, report)
        assert source is not None
        check_grammar(source, report)
        render_text(report.findings)


def test_a_key_that_is_too_long_for_what_is_below_it_is_refused(tmp_path: Path) -> None:
    names = [f"v{number}" for number in range(6000)]
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in names
    ]
    path = "".join(f"/{{{name}}}" for name in names)
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "paths": {path: {"get": {"parameters": parameters, "responses": {}}}},
    }
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(document, indent=1), encoding="utf-8")
    report = Report()
    assert pipeline.Compilation(file, report).tree is None
    (finding,) = report.findings
    assert finding.code == "too-large" and "`/{v0}/{v1}/" in finding.message
    assert finding.location is not None and finding.location.line == 8
    assert len(render_text([finding])) < 2000
