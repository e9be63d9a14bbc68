"""Random documents and servers that deviate from them: what is proposed describes what they send."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from . import test_deviating_servers as servers

Described = tuple[dict[str, Any], Any]
"""A schema, and a value that fits it."""

_LEAVES: tuple[Described, ...] = (
    ({"type": "string"}, "x"),
    ({"type": "integer"}, 3),
    ({"type": "number"}, 1.5),
    ({"type": "boolean"}, True),
    ({"type": "integer", "minimum": 0, "maximum": 10}, 3),
    ({"type": "string", "enum": ["a", "b"]}, "a"),
    ({"const": "k"}, "k"),
    ({"type": "string", "format": "date-time"}, "2026-01-01T00:00:00Z"),
    ({"type": "string", "format": "date"}, "2026-01-01"),
    ({"type": "string", "format": "uuid"}, "123e4567-e89b-12d3-a456-426614174000"),
)
_NAMES = ("id", "name", "a-b", "type", "it's", "a/b", "ünï", "data", "items")


class _Documents:
    """Makes schemas, with the components that they refer to."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.components: dict[str, Any] = {
            "Error": {"type": "object", "properties": {"message": {"type": "string"}}}
        }

    def schema(self, depth: int) -> Described:
        """Make a schema whose parts are at most so deep."""
        makers: tuple[Callable[[int], Described], ...] = (
            self._leaf,
            self._list,
            self._map,
            self._object,
            self._object,
            self._nullable,
            self._union,
            self._whole,
            self._component,
        )
        return self.chance.choice(makers)(depth - 1) if depth > 0 else self._leaf(0)

    def _leaf(self, _depth: int) -> Described:
        return self.chance.choice(_LEAVES)

    def _list(self, depth: int) -> Described:
        schema, value = self.schema(depth)
        return {"type": "array", "items": schema}, [value, value]

    def _map(self, depth: int) -> Described:
        schema, value = self.schema(depth)
        return {"type": "object", "additionalProperties": schema}, {"k": value}

    def _object(self, depth: int) -> Described:
        names = self.chance.sample(_NAMES, self.chance.randint(1, 4))
        members = {name: self.schema(depth) for name in names}
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {name: each for name, (each, _) in members.items()},
            "required": [name for name in names if self.chance.random() < 0.5],
        }
        if self.chance.random() < 0.3:
            schema["additionalProperties"] = False
        return schema, {name: value for name, (_, value) in members.items()}

    def _nullable(self, depth: int) -> Described:
        schema, value = self.schema(depth)
        return {"anyOf": [schema, {"type": "null"}]}, self.chance.choice([value, None])

    def _union(self, depth: int) -> Described:
        schema, value = self._leaf(depth)
        other = {"type": "object", "properties": {"o": {"type": "string"}}, "required": ["o"]}
        key = self.chance.choice(["anyOf", "oneOf"])
        return {key: [schema, other]}, self.chance.choice([value, {"o": "x"}])

    def _whole(self, depth: int) -> Described:
        base = {"type": "object", "properties": {"base": {"type": "integer"}}, "required": ["base"]}
        schema, value = self._leaf(depth)
        more = {"type": "object", "properties": {"more": schema}}
        return {"allOf": [base, more]}, {"base": 1, "more": value}

    def _component(self, depth: int) -> Described:
        name = f"Part{len(self.components)}"
        self.components[name] = {}
        self.components[name], value = self.schema(depth)
        return {"$ref": f"#/components/schemas/{name}"}, value

    def document(self, schema: dict[str, Any], media_type: str) -> dict[str, Any]:
        """Make the document whose one operation returns what a schema describes."""
        responses: dict[str, Any] = {
            "200": {"description": "x", "content": {media_type: {"schema": schema}}}
        }
        if self.chance.random() < 0.4:
            error = {"schema": {"$ref": "#/components/schemas/Error"}}
            responses["4XX"] = {"description": "x", "content": {servers.JSON: error}}
        if self.chance.random() < 0.2:
            responses = {"204": {"description": "Nothing."}}
        operation = {"operationId": "getOrders", "x-resource": "orders", "x-method": "read"}
        return {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "servers": [{"url": "https://shop.example"}],
            "paths": {"/orders": {"get": {**operation, "responses": responses}}},
            "components": {"schemas": self.components},
        }


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(seed=st.integers(0, 2**32), number=st.integers(1, 6))
def test_any_document_can_be_made_to_describe_its_server(seed: int, number: int) -> None:
    chance = random.Random(seed)
    documents = _Documents(chance)
    schema, good = documents.schema(4)
    media_type = chance.choice([servers.JSON, servers.JSON, "application/vnd.shop+json"])
    document = documents.document(schema, media_type)
    media_types = [*servers.MEDIA_TYPES, *[media_type] * 4]
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(servers, "_document", return_value=document),
        mock.patch.object(servers, "GOOD", good),
        mock.patch.object(servers, "MEDIA_TYPES", media_types),
    ):
        exchanges = [servers._exchange(chance) for _ in range(number)]
        servers.check(Path(folder), exchanges, "3.1.0")
