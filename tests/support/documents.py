"""Small documents for tests of work and memory."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def to(name: str) -> Schema:
    """Return a reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def document(schemas: dict[str, Schema], **more: Any) -> dict[str, Any]:
    """Return a document with one operation that sends and returns the component `S0`."""
    content = {"application/json": {"schema": to("S0")}}
    operation = {
        "operationId": "send",
        "requestBody": {"content": content},
        "responses": {"200": {"description": "", "content": content}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "servers": [{"url": "https://test.example"}],
        "paths": {"/a": {"post": operation}},
        "components": {"schemas": schemas},
    } | more


def own(number: int) -> Schema:
    """Return an object with a member of its own."""
    return {"type": "object", "properties": {f"p{number}": {"type": "string"}}}
