"""Any two features that can meet in one operation: called plain and strict, sync and async, with few and all arguments."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from attrs import Factory, define

from generator.diagnostics import Report
from generator.pipeline import Compilation

from .use.proof import prove

TEXT = {"type": "string"}
THING = {"$ref": "#/components/schemas/Thing"}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


@define
class Draft:
    """An operation as features change it."""

    parameters: list[dict[str, Any]] = Factory(list)
    body: dict[str, Any] = Factory(dict)
    """Members of the body by name."""
    required: list[str] = Factory(list)
    bodies: list[str] = Factory(lambda: ["application/json"])
    response: dict[str, Any] = Factory(lambda: {"name": TEXT})
    """Members of the response by name."""
    media: dict[str, Any] = Factory(dict)
    """Further media types of the response."""
    responses: dict[str, Any] = Factory(dict)
    keys: dict[str, Any] = Factory(dict)
    """Further keywords of the operation."""
    wrapped: bool = False

    def build(self) -> dict[str, Any]:
        """Return the operation in OpenAPI."""
        schema = _object(**self.response)
        if "x-overloads" in self.keys:
            schema = {"oneOf": [schema, THING, TEXT]}
        content = {"application/json": {"schema": schema}, **self.media}
        if self.wrapped:
            content["application/json"] = {
                "schema": _object(result=schema, success={"type": "boolean"})
            }
            if "x-paging" in self.keys:
                self.keys["x-paging"] = {**self.keys["x-paging"], "items": "result.items"}
                del self.keys["x-result"]
        operation: dict[str, Any] = {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": TEXT},
                *self.parameters,
            ],
            "responses": {"200": {"description": "It.", "content": content}, **self.responses},
            **self.keys,
        }
        if self.body:
            sent = {**_object(**self.body), "required": self.required}
            operation["requestBody"] = {
                "required": True,
                "content": {each: {"schema": sent} for each in self.bodies},
            }
        return operation


Feature = Callable[[Draft], None]


def page(draft: Draft) -> None:
    draft.parameters.append({"name": "page", "in": "query", "schema": {"type": "integer"}})
    draft.response["items"] = {"type": "array", "items": THING}
    draft.keys["x-paging"] = {"style": "page", "page": "page", "items": "items"}


def result(draft: Draft) -> None:
    draft.wrapped = True
    draft.keys["x-result"] = "result"


def events(draft: Draft) -> None:
    draft.media["text/event-stream"] = {"itemSchema": _object(data=TEXT)}


def stream_member(draft: Draft) -> None:
    draft.body["stream"] = {"type": "boolean"}
    draft.media["text/event-stream"] = {"schema": THING}
    draft.keys["x-stream"] = {"member": "stream"}


def lines(draft: Draft) -> None:
    draft.media["application/jsonl"] = {"itemSchema": THING}


def binary(draft: Draft) -> None:
    draft.media["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}


def table(draft: Draft) -> None:
    draft.media["text/csv"] = {"schema": TEXT}


def discriminator(draft: Draft) -> None:
    draft.response["pet"] = draft.body["pet"] = {"$ref": "#/components/schemas/Pet"}


def union(draft: Draft) -> None:
    draft.response["either"] = draft.body["either"] = {
        "oneOf": [THING, {"type": "integer"}, {"type": "array", "items": TEXT}]
    }


def null(draft: Draft) -> None:
    draft.response["gone"] = draft.body["gone"] = {"anyOf": [THING, {"type": "null"}]}
    draft.required.append("gone")


def one_way(draft: Draft) -> None:
    draft.response["owner"] = draft.body["owner"] = {"$ref": "#/components/schemas/Account"}


def constants(draft: Draft) -> None:
    draft.body["kind"] = {"const": "a"}
    draft.body["size"] = {"type": "integer", "default": 3}
    draft.response["kind"] = {"type": "string", "enum": ["a"]}
    draft.required.append("kind")


def form(draft: Draft) -> None:
    draft.body.setdefault("name", TEXT)
    draft.bodies.append("application/x-www-form-urlencoded")


def multipart(draft: Draft) -> None:
    draft.body["file"] = {"type": "string", "format": "binary"}
    draft.bodies.append("multipart/form-data")


def client_parameter(draft: Draft) -> None:
    draft.parameters.append({"name": "account", "in": "query", "schema": TEXT})


def deprecated(draft: Draft) -> None:
    draft.parameters.append({"name": "old", "in": "query", "deprecated": True, "schema": TEXT})
    draft.keys["deprecated"] = True


def server(draft: Draft) -> None:
    draft.keys["servers"] = [
        {"url": "https://{region}.example.com/v2", "variables": {"region": {"default": "eu"}}}
    ]


def open_to_all(draft: Draft) -> None:
    draft.keys["security"] = []


def token(draft: Draft) -> None:
    draft.keys["security"] = [{"oauth": ["read"]}]


def key(draft: Draft) -> None:
    draft.keys["security"] = [{"key": [], "session": []}]


def callbacks(draft: Draft) -> None:
    called = {
        "post": {
            "requestBody": {"content": {"application/json": {"schema": THING}}},
            "responses": {"204": {"description": "Read."}},
        }
    }
    draft.keys["callbacks"] = {"done": {"{$request.query.url}": called}}


def links(draft: Draft) -> None:
    draft.responses["201"] = {
        "description": "Made.",
        "content": {"application/json": {"schema": THING}},
        "links": {"again": {"operationId": "op0"}},
    }


def nothing(draft: Draft) -> None:
    draft.responses["204"] = {"description": "Nothing."}


def errors(draft: Draft) -> None:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    draft.responses |= {
        "404": {"description": "None.", "content": problem},
        "default": {"description": "Else."},
    }


def retry(draft: Draft) -> None:
    draft.keys["x-retry-safe"] = True


def overloads(draft: Draft) -> None:
    draft.body |= {"prompt": TEXT, "image": TEXT}
    draft.keys["x-overloads"] = [
        {"required": ["prompt"], "result": THING},
        {"required": ["image"], "result": TEXT},
    ]


def styles(draft: Draft) -> None:
    draft.parameters += [
        {"name": "filter", "in": "query", "style": "deepObject", "explode": True, "schema": THING},
        {"name": "X-Tags", "in": "header", "schema": {"type": "array", "items": TEXT}},
        {"name": "session", "in": "cookie", "schema": TEXT},
        {"name": "where", "in": "query", "content": {"application/json": {"schema": THING}}},
    ]


def names(draft: Draft) -> None:
    draft.parameters.append({"name": "timeout", "in": "query", "x-name": "limit", "schema": TEXT})
    draft.body |= {"self": TEXT, "class": TEXT, "options": TEXT, "": TEXT}


def secret(draft: Draft) -> None:
    draft.body["password"] = {"type": "string", "x-secret": True, "writeOnly": True}
    draft.required.append("password")


def recursion(draft: Draft) -> None:
    draft.response["tree"] = draft.body["tree"] = {"$ref": "#/components/schemas/Tree"}


def moments(draft: Draft) -> None:
    draft.parameters.append(
        {"name": "since", "in": "query", "schema": {"type": "string", "format": "date-time"}}
    )
    draft.response["when"] = draft.body["when"] = {"type": "string", "format": "date-time"}
    draft.response["digest"] = draft.body["digest"] = {"type": "string", "format": "byte"}


FEATURES: tuple[Feature, ...] = (
    page, result, events, stream_member, lines, binary, table, discriminator, union, null, one_way, constants, form,
    multipart, client_parameter, deprecated, server, open_to_all, token, key, callbacks, links, nothing, errors, retry,
    overloads, styles, names, secret, recursion, moments,
)  # fmt: skip
APART = {
    (page, overloads),
    (result, overloads),
    (open_to_all, token),
    (open_to_all, key),
    (token, key),
    (events, stream_member),
}
"""What says different things of the same."""
PAIRS = [pair for pair in combinations(FEATURES, 2) if pair not in APART]
COMPONENTS = {
    "securitySchemes": {
        "key": {"type": "apiKey", "in": "query", "name": "key"},
        "session": {"type": "apiKey", "in": "cookie", "name": "SID"},
        "oauth": {
            "type": "oauth2",
            "flows": {"clientCredentials": {"tokenUrl": "https://example.com/token", "scopes": {"read": "Read."}}},
        },
    },
    "schemas": {
        "Thing": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}, "camelCase": TEXT}},
        "Pet": {
            "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
            "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "Dog"}},
        },
        "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": TEXT, "lives": {"type": "integer"}}},
        "Dog": {"type": "object", "required": ["kind"], "properties": {"kind": TEXT, "good": {"type": "boolean"}}},
        "Account": {
            "type": "object",
            "required": ["id", "pin", "name"],
            "properties": {"id": {**TEXT, "readOnly": True}, "pin": {**TEXT, "writeOnly": True}, "name": TEXT},
        },
        "Problem": {"type": "object", "properties": {"title": TEXT}},
        "Tree": {"type": "object", "properties": {"children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}},
    },
}  # fmt: skip


def document(pairs: list[tuple[Feature, Feature]]) -> dict[str, Any]:
    """Return a document with an operation for each pair."""
    paths: dict[str, Any] = {}
    for index, pair in enumerate(pairs):
        draft = Draft()
        for feature in pair:
            feature(draft)
        label = "_".join(each.__name__ for each in pair)
        named = {"operationId": f"op{index}", "x-resource": "pairs", "x-method": label}
        paths[f"/{label}/{{id}}"] = {"post" if draft.body else "get": {**named, **draft.build()}}
    return {
        "openapi": "3.2.0",
        "info": {"title": "Pairs", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "x-client-parameters": {"account": {"environment": "ACCOUNT"}},
        "paths": paths,
        "components": COMPONENTS,
    }


def test_a_stream_next_to_a_list_in_pages_is_typed(tmp_path: Path) -> None:
    pairs = [(page, events), (names, events), (client_parameter, events)]
    (path := tmp_path / "openapi.json").write_text(json.dumps(document(pairs)), encoding="utf-8")
    tree = Compilation(path, Report()).tree
    assert tree is not None
    module = tree["src/pairs_client/resources/pairs.py"]
    assert "-> Awaitable[AsyncEventStream[JSONValue]]: ..." in module
    assert module.count("stream: Literal[True],") == 2 * len(pairs)
    assert "value: Literal" not in module


@pytest.mark.parametrize("part", range(3))
def test_every_pair_of_features_can_be_used(part: int, tmp_path: Path) -> None:
    pairs = PAIRS[part::3]
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document(pairs)), encoding="utf-8")
    proof = prove(path)
    assert proof.failures == [] and proof.skipped == []
    assert proof.calls == 8 * len(pairs)
