"""The work and the memory of a run grow with the document: steps and bytes are counted, at three sizes, not seconds."""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from generator import pipeline
from generator.diagnostics import Report
from generator.finding_text import render_text
from generator.openapi.patterns.translate import to_python_pattern
from tests.support.documents import document, own, to

Shape = Callable[[int], dict[str, Any]]
GROWTH = 2.6
"""How much more a doubling may cost than the doubling before: 2 where all is linear, 4 where something is quadratic."""
SHAPES: dict[str, tuple[int, Shape]] = {}


def shape(size: int) -> Callable[[Shape], Shape]:
    def add(make: Shape) -> Shape:
        SHAPES[make.__name__] = (size, make)
        return make

    return add


def with_paths(paths: dict[str, Any], **more: Any) -> dict[str, Any]:
    made = document({"S0": own(0)}, **more)
    made["paths"] |= paths
    return made


@shape(1500)
def segments_of_a_path(count: int) -> dict[str, Any]:
    return with_paths({"/a" * count: {"get": {"responses": {}}}})


@shape(400)
def arguments_of_a_path(count: int) -> dict[str, Any]:
    path = "".join(f"/{{v{number}}}" for number in range(count))
    return with_paths({path: {"get": {"responses": {}}}})


@shape(60)
def resources(count: int) -> dict[str, Any]:
    return with_paths({f"/p{number}": {"get": {"responses": {}}} for number in range(count)})


@shape(100)
def media_types(count: int) -> dict[str, Any]:
    content = {
        f"application/x{n}+json": {"schema": {"type": "object", "properties": {f"a{n}": {}}}}
        for n in range(count)
    }
    operation = {"requestBody": {"content": content}, "responses": {}}
    return with_paths({"/b": {"post": operation}})


@shape(200)
def values_of_an_enumeration(count: int) -> dict[str, Any]:
    values = [f"value {number}" for number in range(count)]
    return document({"S0": {"type": "object", "properties": {"a": {"enum": values}}}})


@shape(100)
def properties(count: int) -> dict[str, Any]:
    members = {f"m{number}": {"type": "string"} for number in range(count)}
    return document({"S0": {"type": "object", "properties": members}})


@shape(60)
def variants_of_a_union(count: int) -> dict[str, Any]:
    variants = {f"V{number}": own(number) for number in range(count)}
    return document(variants | {"S0": {"anyOf": [to(name) for name in variants]}})


@shape(200)
def alternatives_in_parts(count: int) -> dict[str, Any]:
    parts = [{"oneOf": [own(2 * number), own(2 * number + 1)]} for number in range(count)]
    return document({"S0": {"allOf": parts}})


@shape(20_000)
def letters_of_a_title(count: int) -> dict[str, Any]:
    return document({"S0": own(0)}, info={"title": "ab " * count, "version": "1"})


@shape(100)
def references_one_after_the_other(count: int) -> dict[str, Any]:
    chain = {f"S{number}": to(f"S{number + 1}") for number in range(count)}
    return document(chain | {f"S{count}": own(0)})


def count_steps(run: Callable[[], object]) -> int:
    """Count the lines of Python that `run` executes, each round of a comprehension included."""
    steps = 0

    def trace(_: FrameType, __: str, ___: object) -> Any:
        nonlocal steps
        steps += 1
        return trace

    former = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(former)
    return steps


def peak_memory(run: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def compile_at(path: Path) -> None:
    report = Report()
    assert pipeline.Compilation(path, report).tree is not None
    render_text(report.findings, limit=10)


def measure_sizes(
    name: str, measure: Callable[[Callable[[], object]], int], folder: Path
) -> list[int]:
    """Return what a document costs at each of three sizes."""
    size, make = SHAPES[name]
    costs: list[int] = []
    for count in (size, 2 * size, 4 * size):
        path = folder / f"{count}.json"
        path.write_text(json.dumps(make(count)), encoding="utf-8")
        costs.append(measure(partial(compile_at, path)))
    return costs


@pytest.fixture(scope="module", autouse=True)
def _warm_up(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compute what is computed once in a process, such as the templates."""
    path = tmp_path_factory.mktemp("warm") / "openapi.json"
    path.write_text(json.dumps(document({"S0": own(0)})), encoding="utf-8")
    compile_at(path)


@pytest.mark.parametrize("name", SHAPES)
def test_the_work_grows_with_the_document(name: str, tmp_path: Path) -> None:
    costs = measure_sizes(name, count_steps, tmp_path)
    first, second = costs[1] - costs[0], costs[2] - costs[1]
    assert second <= GROWTH * max(first, costs[0] // 50), costs


@pytest.mark.parametrize(
    "name", ["segments_of_a_path", "arguments_of_a_path", "letters_of_a_title"]
)
def test_the_memory_grows_with_the_document(name: str, tmp_path: Path) -> None:
    costs = measure_sizes(name, peak_memory, tmp_path)
    assert costs[2] <= 4 * costs[0], costs


@pytest.mark.parametrize("pattern", ["[a-z]*", "a?b?", "(x|y)?"])
def test_long_patterns_take_little_memory(pattern: str) -> None:
    to_python_pattern(pattern)
    assert peak_memory(lambda: to_python_pattern(pattern * 4000)) < 50_000_000
