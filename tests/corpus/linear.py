"""Whether the generator's time grows with the document: the same kind of document in sizes that double.

    python tests/corpus/linear.py [OPERATIONS] [DOUBLINGS]

The document is made up, with what is apt to make things grow faster: schemas that refer to each other in a circle,
`allOf` chains, unions with and without a discriminator, names that collide, schemas written in place that are
equal, shared parameters, and a finding in every tenth operation. Each size runs in a process of its own, without the
cache. Milliseconds of the processor per operation should stay as they are from line to line.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

OPERATIONS = 500
DOUBLINGS = 4
_RESOURCE = 5
"""Operations of a resource."""


def main() -> int:
    """Print a row for each size."""
    first = int(sys.argv[1]) if sys.argv[1:] else OPERATIONS
    doublings = int(sys.argv[2]) if sys.argv[2:] else DOUBLINGS
    print("| operations | document MB | CPU s | CPU ms an operation | peak MB |")
    print("|--:|--:|--:|--:|--:|")
    for doubling in range(doublings + 1):
        count = first * 2**doubling
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "openapi.json"
            path.write_text(json.dumps(document(count)), encoding="utf-8")
            size = path.stat().st_size / 1e6
            seconds, peak = _measured(path)
        row = (f"{count:,}", f"{size:.1f}", f"{seconds:.2f}", f"{1000 * seconds / count:.2f}", peak)
        print(f"| {' | '.join(map(str, row))} |", flush=True)
    return 0


def document(operations: int) -> dict[str, Any]:
    """A document with so many operations, and half as many schemas."""
    schemas: dict[str, Any] = {}
    paths: dict[str, Any] = {}
    count = max(operations // _RESOURCE, 1)
    for number in range(count):
        schemas |= _schemas(number, count)
        paths |= _paths(number)
    shared = {"name": "trace", "in": "header", "schema": {"type": "string"}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {"schemas": schemas, "parameters": {"Trace": shared}},
    }


def _schemas(number: int, count: int) -> dict[str, Any]:
    """A thing that refers to the next one, what extends it, and a union of both."""
    following = (number + 1) % count
    members = {
        "id": {"type": "string", "description": "What the thing is called."},
        "kind-of": {"type": "string", "enum": ["one", "two", f"own {number}"]},
        "next": {"$ref": f"#/components/schemas/Thing{following}"},
        "tags": {"type": "array", "items": {"$ref": f"#/components/schemas/Any{following}"}},
        "place": {
            "type": "object",
            "properties": {"x": {"type": "number"}, "y": {"type": "number"}},
        },
    }
    thing = {"type": "object", "required": ["id"], "properties": members}
    own = {"type": "object", "properties": {f"more{number}": {"type": "integer"}}}
    reference = {"$ref": f"#/components/schemas/Thing{number}"}
    return {
        f"Thing{number}": thing,
        f"More{number}": {"allOf": [reference, own]},
        f"Any{number}": {"anyOf": [reference, {"$ref": f"#/components/schemas/More{number}"}]},
    }


def _paths(number: int) -> dict[str, Any]:
    thing = {"$ref": f"#/components/schemas/Thing{number}"}
    tag = {"tags": [f"Things {number}"], "description": "It does what it says. " * 5}
    content = {"content": {"application/json": {"schema": thing}}}
    body_content = {
        "application/json": {"schema": {"type": "object", "properties": {"all": thing}}}
    }
    answer = {"responses": {"200": {"description": "Done.", **content}}}
    parameters = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
        {"$ref": "#/components/parameters/Trace"},
    ]
    broken = [{"$ref": "#/components/parameters/Nowhere"}] if number % 2 else []
    every = {
        "responses": {"200": {"description": "All.", "content": body_content}},
        "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}, *broken],
    }
    return {
        f"/things{number}": {
            "get": {**tag, "operationId": "list", **every},  # every list is called so
            "post": {**tag, "operationId": f"create_{number}", "requestBody": content, **answer},
        },
        f"/things{number}/{{id}}": {
            "parameters": parameters,
            "get": {**tag, **answer},
            "put": {**tag, "requestBody": content, **answer},
            "delete": {**tag, "responses": {"204": {"description": "Gone."}}},
        },
    }


def _measured(path: Path) -> tuple[float, int]:
    """CPU seconds and peak megabytes of making the package of the document at `path`, its findings read."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        from generator import pipeline
        from generator.diagnostics import Report

        report = Report()
        tree = pipeline.Compilation(path, report).tree
        os.write(writer, f"{len(tree or ())} {len(report.findings)}".encode())
        os._exit(0)
    _, _, usage = os.wait4(child, 0)
    os.close(writer)
    if not os.read(reader, 64):
        raise SystemExit(f"no package of {path}")
    os.close(reader)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
