"""Small documents that ask for much: the work stays small, however the schemas multiply."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.diagnostics import Report
from generator.finding_text import render_text
from generator.ir.definitions import Model
from tests.support.documents import Schema, document, own, to

CASES: dict[str, Callable[[], dict[str, Any]]] = {}
CALLS = 25_000_000
"""Calls of functions. These documents take up to six million; each took billions once, or ended in a traceback."""
GUARD = 600.0
"""Seconds of the processor, for what does not end within one call, such as the search for a pattern. They take two."""


def case(make: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    CASES[make.__name__] = make
    return make


def levels(count: int, level: Callable[[int], Schema]) -> dict[str, Any]:
    """Schemas S0, S1, …, each of which may refer to the next."""
    return document(
        {f"S{number}": level(number) for number in range(count)}
        | {f"S{count}": {"type": "object", "properties": {"end": {"type": "string"}}}}
    )


@case
def extended_by_thousands() -> dict[str, Any]:
    return levels(2000, lambda number: {"allOf": [to(f"S{number + 1}"), own(number)]})


@case
def extended_twice() -> dict[str, Any]:
    return levels(18, lambda n: {"allOf": [to(f"S{n + 1}"), {"allOf": [to(f"S{n + 1}")]}, own(n)]})


@case
def extended_by_one_another() -> dict[str, Any]:
    return document(
        {f"S{n}": {"allOf": [*(to(f"S{each}") for each in range(14)), own(n)]} for n in range(14)}
    )


@case
def alternatives_next_to_members() -> dict[str, Any]:
    return levels(
        40, lambda n: {**own(n), "oneOf": [to(f"S{n + 1}"), {"allOf": [to(f"S{n + 1}")]}]}
    )


@case
def arrays_of_alternatives() -> dict[str, Any]:
    def level(number: int) -> Schema:
        below = {"type": "array", "items": to(f"S{number + 1}")}
        return {"anyOf": [below, {"type": "array", "items": below}, {"type": "string"}]}

    return levels(40, level)


@case
def alternatives_within_alternatives() -> dict[str, Any]:
    schema: Schema = own(0)
    for _ in range(90):
        schema = {"anyOf": [schema, {"type": "null"}, {"type": "string"}]}
    return document({"S0": schema})


@case
def references_in_a_circle() -> dict[str, Any]:
    return document({f"S{number}": to(f"S{(number + 1) % 4000}") for number in range(4000)})


@case
def references_to_nothing() -> dict[str, Any]:
    members = {f"m{number}": to(f"Nowhere{number}") for number in range(2000)}
    known = {f"Known{number}": {"type": "string"} for number in range(2000)}
    return document({"S0": {"type": "object", "properties": members}} | known)


@case
def credentials_in_all_combinations() -> dict[str, Any]:
    flows = {"clientCredentials": {"tokenUrl": "https://test.example/token", "scopes": {}}}
    schemes = {f"k{number}": {"type": "oauth2", "flows": flows} for number in range(24)}
    made = document({"S0": own(0)}, security=[dict.fromkeys(schemes, [])])
    made["components"]["securitySchemes"] = schemes
    return made


@case
def variables_of_variables() -> dict[str, Any]:
    variables = {
        f"v{number}": {"default": f"{{v{number + 1}}}{{v{number + 1}}}"} for number in range(60)
    }
    made = document({"S0": own(0)})
    made["paths"]["/a"]["servers"] = [{"url": "https://{v0}", "variables": variables}]
    return made


@case
def patterns_without_an_end() -> dict[str, Any]:
    made = document({"S0": own(0)})
    for name, pattern in (("a" * 17, "^my-(a|a|a|a|a|a|a|a|a)*$b"), ("b" * 17, "b*" * 30 + "$c")):
        schema = {"type": "string", "pattern": pattern}
        parameter = {"name": name, "in": "query", "required": True, "schema": schema}
        made["paths"][f"/{name}"] = {"get": {"parameters": [parameter], "responses": {}}}
    return made


@case
def a_path_of_many_segments() -> dict[str, Any]:
    made = document({"S0": own(0)})
    made["paths"]["/a" * 20_000] = {"get": {"responses": {}}}
    return made


@case
def a_path_of_many_arguments() -> dict[str, Any]:
    made = document({"S0": own(0)})
    parameters = [
        {"name": f"v{number}", "in": "path", "required": True, "schema": {"type": "string"}}
        for number in range(2000)
    ]
    path = "".join(f"/{{v{number}}}" for number in range(2000))
    made["paths"][path] = {"get": {"parameters": parameters, "responses": {}}}
    return made


@case
def markup_without_an_end() -> dict[str, Any]:
    many = 30_000
    texts = [
        "-" * many + "x",
        "<a " + "href='' " * many,
        "<!--" + "-" * many,
        "[](" * many,
        "`" * many,
    ]
    texts += ["``a`" * many, "&#" * many, "<p " * many, "1. " * many, "| " * many]
    members = {f"m{n}": {"type": "string", "description": text} for n, text in enumerate(texts)}
    return document(
        {"S0": {"type": "object", "description": "\n".join(texts), "properties": members}}
    )


class TooMuchWork(Exception):
    """More than a document of this size is worth."""


@contextmanager
def limited() -> Iterator[None]:
    """Stop what is done inside when it has made `CALLS` calls, whatever the speed of the machine."""
    calls = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal calls
        if event in ("call", "c_call"):
            calls += 1
            if calls > CALLS:
                sys.setprofile(None)
                raise TooMuchWork

    def stop(*_: object) -> None:
        raise TooMuchWork

    if has_timer := hasattr(signal, "setitimer"):
        former = signal.signal(signal.SIGPROF, stop)
        signal.setitimer(signal.ITIMER_PROF, GUARD)
    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)
        if has_timer:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, former)


def test_work_is_stopped_where_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.CALLS", 100)
    with pytest.raises(TooMuchWork), limited():
        for number in range(1000):
            str(number).upper()


@pytest.mark.parametrize("name", CASES)
def test_the_work_is_limited(name: str, tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(CASES[name]()))
    report = Report()
    with limited():
        tree = pipeline.Compilation(path, report).tree
        render_text(report.findings)
    assert tree is not None
    assert sum(map(len, tree.values())) < 20_000_000
    for file, text in tree.items():
        if file.endswith(".py") and "/_core/" not in file:
            compile(text, file, "exec")


def test_what_extends_too_much_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(
        json.dumps(levels(30, lambda n: {"allOf": [to(f"S{n + 1}"), own(n)]}), indent=1)
    )
    report = Report()
    tree = pipeline.Compilation(path, report).tree
    assert tree is not None
    too_deep = [each for each in report.warnings if each.code == "too-deep"]
    assert "/components/schemas/S0" in [each.pointer for each in too_deep]
    assert all(each.location is not None for each in too_deep)
    models = "".join(text for name, text in tree.items() if "/models/" in name)
    assert "class S29(" in models and "class S12(" in models  # those below extend few enough


def test_members_of_a_diamond_come_from_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(
        json.dumps(
            document(
                {
                    "S0": {"allOf": [to("Left"), to("Right"), own(0)]},
                    "Left": {"allOf": [to("Top"), own(1)]},
                    "Right": {"allOf": [to("Top"), own(2)]},
                    "Top": own(3),
                }
            )
        )
    )
    api = pipeline.Compilation(path, Report()).api
    assert api is not None
    model = next(each for each in api.catalog.definitions.values() if each.name == "S0")
    assert isinstance(model, Model)
    assert sorted(member.name for member in model.members) == ["p0", "p1", "p2", "p3"]
