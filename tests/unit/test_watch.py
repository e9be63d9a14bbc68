"""Watching: regenerated on save, diagnostics shown, broken states survived."""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import pytest
from attrs import evolve

from generator import pipeline
from generator.cli.watch import Job, run, take_snapshot, watch
from generator.diagnostics import Report

SPEC = Path(__file__).parents[2] / "spec"


class Watched:
    """Our own description, copied, under watch in a thread."""

    def __init__(self, folder: Path) -> None:
        self.spec, self.output = folder / "spec", folder / "generated"
        shutil.copytree(SPEC, self.spec)
        self.messages: list[str] = []
        self.notes: list[str] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(
            target=watch,
            args=(
                evolve(job(self.spec, self.output, self.messages), note=self.notes.append),
                self._ended.is_set,
            ),
        )

    def __enter__(self) -> Self:
        self._thread.start()
        self.wait(lambda: (self.output / "pyproject.toml").exists(), 60)
        time.sleep(0.3)  # the first look at the files is over
        return self

    def __exit__(self, *error: object) -> None:
        self._ended.set()
        self._thread.join()

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file of the description."""
        path = self.spec / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def module(self, name: str) -> str:
        """The text of a generated module."""
        return (self.output / "src" / "cloudflare_ai" / name).read_text(encoding="utf-8")

    def resources(self) -> str:
        """The text of all modules of resources."""
        modules = (self.output / "src" / "cloudflare_ai" / "resources").glob("*.py")
        return "".join(path.read_text(encoding="utf-8") for path in modules)

    @staticmethod
    def wait(done: Callable[[], object], seconds: float) -> float:
        """Wait until something is so, and tell how long it took."""
        began = time.perf_counter()
        while not done():
            assert time.perf_counter() - began < seconds, "nothing happened"
            time.sleep(0.01)
        return time.perf_counter() - began


def job(spec: Path, output: Path, messages: list[str]) -> Job:
    """A job for a copy of the description; findings go into a list."""

    def show(report: Report) -> bool:
        messages.extend(f"{finding.location}: {finding.message}" for finding in report.findings)
        return bool(report.findings)

    root = spec / "openapi.yaml"
    return Job(root, output, lambda report: pipeline.Compilation(root, report).tree, show)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    with Watched(tmp_path) as running:
        yield running


def test_a_save_is_followed_soon(watched: Watched) -> None:
    models = "models/ai_gateway_logs.py"
    watched.edit("resources/logs/schemas.yaml", "Price of the request", "What the request cost,")
    took = watched.wait(
        lambda: "What the request cost, in US dollars" in watched.module(models), 20
    )
    assert took < 5, f"{took:.2f} s"  # 0.4 s on an idle machine; this one may be busy


def test_broken_states_are_shown_and_survived(watched: Watched) -> None:
    name, models = "resources/logs/schemas.yaml", "models/ai_gateway_logs.py"
    before = watched.module(models)
    watched.edit(name, "Log:\n", "Log: [\n")
    watched.wait(lambda: any("schemas.yaml:" in line for line in watched.messages), 20)
    assert watched.module(models) == before
    watched.edit(name, "Log: [\n", "Log:\n")
    watched.edit(name, "Price of the request", "What it cost,")
    watched.wait(lambda: "What it cost," in watched.module(models), 20)


def test_a_change_is_named_before_the_work_begins(watched: Watched) -> None:
    name = "resources/logs/schemas.yaml"
    watched.wait(lambda: watched.notes, 20)
    watched.edit(name, "Price of the request", "What it cost,")
    watched.wait(lambda: len(watched.notes) > 2, 20)
    assert re.fullmatch(rf"\d\d:\d\d:\d\d changed: {name}; generating…", watched.notes[1])
    assert "changed in" in watched.notes[2]


def test_a_file_that_goes_and_comes_back(watched: Watched) -> None:
    path = watched.spec / "resources" / "urls" / "paths.yaml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    watched.wait(lambda: watched.messages, 20)
    path.write_text(text.replace("summary: ", "summary: Once more, ", 1), encoding="utf-8")
    watched.wait(lambda: "Once more, " in watched.module("resources/ai_gateway.py"), 20)


def test_a_file_that_is_referred_to_before_it_is_there(watched: Watched) -> None:
    watched.edit(
        "openapi.yaml", "paths:\n", "paths:\n  /later: {$ref: resources/later/paths.yaml#/later}\n"
    )
    watched.wait(lambda: any("later" in line for line in watched.messages), 20)
    later = watched.spec / "resources" / "later"
    later.mkdir()
    time.sleep(0.5)
    operation = "{operationId: get_later, x-resource: later, x-method: get, responses: {'204': {description: x}}}"
    (later / "paths.yaml").write_text(f"later:\n  get: {operation}\n", encoding="utf-8")
    watched.wait(lambda: "class LaterResource" in watched.resources(), 20)


def test_what_lies_next_to_the_description_is_watched(tmp_path: Path) -> None:
    (tmp_path / "own" / "package").mkdir(parents=True)
    (tmp_path / "own" / "package" / "README.md").write_text("mine")
    inputs = (tmp_path / "settings.toml", tmp_path / "own")
    described = Job(SPEC / "openapi.yaml", tmp_path, lambda report: None, bool, inputs)
    seen = take_snapshot(described)
    (tmp_path / "settings.toml").write_text("")
    later = take_snapshot(described, seen)
    assert later != seen
    (tmp_path / "own" / "package" / "README.md").write_text("mine, too")
    assert take_snapshot(described, later) != later


def test_what_watching_writes_is_what_generating_writes(tmp_path: Path) -> None:
    shutil.copytree(SPEC, tmp_path / "spec")
    described = job(tmp_path / "spec", tmp_path / "out", [])
    assert run(described)
    path = tmp_path / "spec" / "resources" / "logs" / "schemas.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Price of the request", "Price", 1), encoding="utf-8")
    assert run(described)
    tree = pipeline.generate(tmp_path / "spec" / "openapi.yaml", Report())
    assert tree is not None
    for name, expected in tree.items():
        assert (tmp_path / "out" / name).read_text(encoding="utf-8") == expected
