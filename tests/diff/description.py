"""A small API with one of everything that can change, and a way to change it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Final

from generator import pipeline
from generator.diagnostics import Report
from generator.diff.snapshot import Snapshot
from generator.finding_text import render_text

GONE: Final = object()
"""In place of a value: take the member away."""


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


SCHEMAS: Final[dict[str, Any]] = {
    "Log": {
        "type": "object",
        "description": "What happened.",
        "required": ["id", "state", "next"],
        "properties": {
            "id": {"type": "string", "maxLength": 8},
            "state": {"type": "string", "enum": ["open", "shut"]},
            "cost": {"type": "integer", "minimum": 1, "maximum": 9},
            "words": {"type": "array", "minItems": 1, "items": {"type": "string"}},
            "next": _ref("Step"),
        },
    },
    "Filter": {
        "type": "object",
        "required": ["key"],
        "properties": {
            "key": {"type": "string", "maxLength": 8, "minLength": 2},
            "value": {"type": "string", "enum": ["a", "b"]},
            "limit": {"type": "integer", "minimum": 1, "maximum": 9},
            "many": {"type": "array", "minItems": 1, "maxItems": 4, "items": {"type": "string"}},
            "step": _ref("Step"),
        },
    },
    "Step": {
        "oneOf": [_ref("Start"), _ref("End")],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"start": "#/components/schemas/Start", "end": "#/components/schemas/End"},
        },
    },
    "Start": {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"const": "start"}, "kind": {"const": "start"}},
    },
    "End": {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"const": "end"}, "kind": {"const": "end"}},
    },
    "Other": {"type": "object", "required": ["type"], "properties": {"type": {"const": "other"}}},
}

DOCUMENT: Final[dict[str, Any]] = {
    "openapi": "3.1.0",
    "info": {"title": "Small", "version": "1", "summary": "A small API."},
    "servers": [{"url": "https://api.example"}],
    "x-client": {"package": "small", "class": "Small"},
    "x-client-parameters": {"account": {"environment": "SMALL_ACCOUNT"}},
    "x-envelope": {"success": "ok"},
    "security": [{"token": []}, {"key": []}],
    "paths": {
        "/logs": {
            "get": {
                "operationId": "list_logs",
                "tags": ["logs"],
                "summary": "List logs.",
                "parameters": [
                    {"name": "page", "in": "query", "schema": {"type": "integer", "maximum": 9}},
                    {
                        "name": "sort",
                        "in": "query",
                        "schema": {"type": "string", "enum": ["up", "down"]},
                    },
                    {"name": "text", "in": "query", "schema": {"type": "string", "maxLength": 9}},
                    {
                        "name": "ids",
                        "in": "query",
                        "schema": {"type": "array", "items": {"type": "string"}},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "Logs.",
                        "content": _json({"type": "array", "items": _ref("Log")}),
                    },
                    "404": {"description": "No such thing."},
                },
            },
            "post": {
                "operationId": "create_logs",
                "tags": ["logs"],
                "requestBody": {
                    "content": _json(
                        {
                            "type": "object",
                            "required": ["name"],
                            "properties": {
                                "name": {"type": "string"},
                                "size": {"type": "integer"},
                                "filter": _ref("Filter"),
                            },
                        }
                    )
                },
                "responses": {
                    "200": {"description": "The log.", "content": _json({"type": "string"})}
                },
            },
        },
        "/logs/{id}": {
            "put": {
                "operationId": "update_logs",
                "tags": ["logs"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                ],
                "requestBody": {
                    "required": True,
                    "content": _json({"type": "array", "maxItems": 5, "items": {"type": "string"}}),
                },
                "responses": {
                    "200": {"description": "Done.", "content": _json({"type": "string"})}
                },
            }
        },
        "/status": {
            "get": {
                "operationId": "get_status",
                "tags": ["status"],
                "parameters": [
                    {"name": "account", "in": "query", "schema": {"type": "string"}},
                    {"name": "zone", "in": "query", "schema": {"type": "string"}},
                ],
                "responses": {
                    "200": {
                        "description": "The status.",
                        "content": _json(
                            {
                                "type": "object",
                                "properties": {
                                    "ok": {"type": "boolean"},
                                    "fine": {"type": "boolean"},
                                },
                            }
                        ),
                    }
                },
            }
        },
    },
    "components": {
        "schemas": SCHEMAS,
        "securitySchemes": {
            "token": {"type": "http", "scheme": "bearer", "x-environment": "SMALL_TOKEN"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        },
    },
}


def changed(edits: dict[str, Any], document: dict[str, Any] = DOCUMENT) -> dict[str, Any]:
    """A copy of a document with values put at JSON pointers; `GONE` takes away, `-` appends."""
    made = copy.deepcopy(document)
    for pointer, value in edits.items():
        *above, last = [token.replace("~1", "/") for token in pointer.split("/")[1:]]
        at: Any = made
        for token in above:
            at = at[int(token)] if isinstance(at, list) else at.setdefault(token, {})
        if isinstance(at, list) and last == "-":
            at.append(value)
            continue
        key: Any = int(last) if isinstance(at, list) else last
        if value is GONE:
            del at[key]
        else:
            at[key] = copy.deepcopy(value)
    return made


def side(document: dict[str, Any], folder: Path, name: str) -> Snapshot:
    """A document read as the generator reads it."""
    path = folder / name / "api.json"
    path.parent.mkdir()
    path.write_text(json.dumps(document))
    report = Report()
    compilation = pipeline.Compilation(path, report)
    source, api = compilation.document, compilation.api
    assert api is not None, render_text(report.findings)
    assert source is not None
    return Snapshot(api, source, f"{path.parent.as_posix()}/")
