"""Vendor keys: ours are read as they are, those of other generators in our terms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.openapi.extensions import registry
from generator.openapi.loading import Node, load


def node(folder: Path, value: Any, **root: Any) -> Node:
    path = folder / "openapi.json"
    path.write_text(json.dumps({"openapi": "3.1.0", "it": value} | root))
    source = load(path, Report())
    assert source is not None
    return source.root / "it"


@pytest.mark.parametrize(
    ("value", "key", "meaning"),
    [
        ({"x-resource": "a.b", "x-fern-sdk-group-name": "c"}, "x-resource", "a.b"),
        ({"x-resource": ["a"], "x-fern-sdk-group-name": "c"}, "x-resource", None),
        ({"x-fern-sdk-group-name": ["users", "admin"]}, "x-resource", "users.admin"),
        ({"x-fern-sdk-group-name": "users"}, "x-resource", "users"),
        ({"x-resource": ""}, "x-resource", ""),
        ({"x-fern-sdk-group-name": [], "x-fern-sdk-method-name": "chat"}, "x-resource", ""),
        ({"x-fern-sdk-method-name": "chat"}, "x-resource", ""),
        ({"x-fern-sdk-group-name": []}, "x-resource", None),
        ({"x-speakeasy-group": "sdk.users"}, "x-resource", "sdk.users"),
        ({"x-fern-sdk-method-name": "list"}, "x-method", "list"),
        ({"x-speakeasy-name-override": "list"}, "x-method", "list"),
        ({}, "x-method", None),
        ([], "x-method", None),
        (
            {
                "x-fern-pagination": {
                    "cursor": "$request.page_token",
                    "next_cursor": "$response.meta.next",
                    "results": "$response.data.items",
                }
            },
            "x-paging",
            {"style": "cursor", "cursor": "page_token", "next": "meta.next", "items": "data.items"},
        ),
        (
            {"x-fern-pagination": {"offset": "$request.page", "results": "$response.items"}},
            "x-paging",
            {"style": "page", "page": "page", "items": "items"},
        ),
        (
            {
                "x-fern-pagination": {
                    "offset": "$request.from",
                    "step": "$request.limit",
                    "results": "$response.items",
                    "has-next-page": "$response.more",
                }
            },
            "x-paging",
            {
                "style": "offset",
                "offset": "from",
                "size": "limit",
                "items": "items",
                "has_more": "more",
            },
        ),
        (
            {
                "x-speakeasy-pagination": {
                    "type": "offsetLimit",
                    "inputs": [
                        {"name": "page", "in": "parameters", "type": "page"},
                        {"name": "per", "in": "parameters", "type": "limit"},
                    ],
                    "outputs": {"results": "$.data", "numPages": "$.meta.pages"},
                }
            },
            "x-paging",
            {
                "style": "page",
                "page": "page",
                "size": "per",
                "items": "data",
                "total_pages": "meta.pages",
            },
        ),
        (
            {
                "x-speakeasy-pagination": {
                    "type": "cursor",
                    "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
                    "outputs": {"results": "$.data", "nextCursor": "$.data[-1].id"},
                }
            },
            "x-paging",
            {"style": "cursor", "cursor": "after", "items": "data", "next": "data.-1.id"},
        ),
        (
            {
                "x-speakeasy-pagination": {
                    "type": "cursor",
                    "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
                    "outputs": {"results": "$.data", "nextCursor": "$.data[*].id"},
                }
            },
            "x-paging",
            None,  # a cursor that is no member of the answer
        ),
        (
            {
                "x-speakeasy-pagination": {
                    "type": "offsetLimit",
                    "inputs": [{"name": "page", "in": "requestBody", "type": "page"}],
                    "outputs": {"results": "$.data"},
                }
            },
            "x-paging",
            {"style": "page", "page": "page", "items": "data"},
        ),
        (
            {"x-fern-pagination": {"cursor": "$request.body.c", "next_cursor": "$response.n"}},
            "x-paging",
            {"style": "cursor", "cursor": "c", "next": "n"},
        ),
        (
            {"x-fern-pagination": {"cursor": "$request.body.c.d", "next_cursor": "$response.n"}},
            "x-paging",
            None,  # a member of a member
        ),
        (
            {"x-fern-pagination": {"next_uri": "$response.next", "results": "$response.items"}},
            "x-paging",
            {"style": "link", "next": "next", "items": "items"},
        ),
        ({"x-ms-pageable": {"nextLinkName": "nextLink"}}, "x-paging", None),  # no GET
        ({"x-fern-sdk-return-value": "data"}, "x-result", "data"),
        (
            {"x-speakeasy-pagination": {"type": "url", "outputs": {"nextUrl": "$.next"}}},
            "x-paging",
            {"style": "link", "next": "next"},
        ),
        ({"x-speakeasy-pagination": {"type": "magic"}}, "x-paging", None),
        ({"x-fern-pagination": "nonsense"}, "x-paging", None),
        (
            {"x-fern-streaming": {"format": "sse", "stream-condition": "$request.stream"}},
            "x-stream",
            {"member": "stream"},
        ),
        ({"x-fern-streaming": True}, "x-stream", None),
        ({"x-fern-parameter-name": "version"}, "x-name", "version"),
        ({"x-fern-property-name": "version"}, "x-name", "version"),
        ({"x-ms-client-name": "version"}, "x-name", "version"),
        ({"in": "query", "x-speakeasy-name-override": "version"}, "x-name", "version"),
        ({"x-speakeasy-name-override": "Version"}, "x-name", None),
        ({"x-speakeasy-param-sensitive": True}, "x-secret", True),
        ({"x-fern-bearer": {"name": "token", "env": "SHOP_TOKEN"}}, "x-argument", "token"),
        ({"x-fern-header": {"name": "key", "env": "SHOP_KEY"}}, "x-environment", "SHOP_KEY"),
        (
            {"x-speakeasy-globals": {"parameters": [{"name": "account", "in": "query"}]}},
            "x-client-parameters",
            {"account": {}},
        ),
        ({"x-fern-sdk-variables": {"project": {}}}, "x-client-parameters", {"project": {}}),
        (
            {"x-fern-global-headers": [{"header": "X-Version", "name": "version", "env": "V"}]},
            "x-client-parameters",
            {"X-Version": {"environment": "V"}},
        ),
    ],
)
def test_a_key_means_the_same_whoever_wrote_it(
    tmp_path: Path, value: Any, key: str, meaning: Any
) -> None:
    assert registry.read_extension(node(tmp_path, value), key) == meaning


def test_fern_pages_as_the_root_says(tmp_path: Path) -> None:
    paging = {"cursor": "$request.c", "next_cursor": "$response.n", "results": "$response.r"}
    operation = node(tmp_path, {"x-fern-pagination": True}, **{"x-fern-pagination": paging})
    assert registry.read_extension(operation, "x-paging") == {
        "style": "cursor",
        "cursor": "c",
        "next": "n",
        "items": "r",
    }


@pytest.mark.parametrize(
    "named",
    [
        {"x-enum-varnames": ["up", "down"]},
        {"x-enumNames": ["up", "down"]},
        {"x-speakeasy-enums": ["up", "down"]},
        {"x-speakeasy-enums": {"+1": "up", "-1": "down"}},
        {"x-fern-enum": {"+1": {"name": "up"}, "-1": {"name": "down"}}},
        {
            "x-ms-enum": {
                "name": "D",
                "values": [{"value": "+1", "name": "up"}, {"value": "-1", "name": "down"}],
            }
        },
    ],
    ids=lambda named: next(iter(named)),
)
def test_values_of_enumerations_have_names(tmp_path: Path, named: dict[str, Any]) -> None:
    schema = node(tmp_path, {"enum": ["+1", "-1"]} | named)
    assert registry.read_value_notes(schema) == {"+1": "up", "-1": "down"}


def test_names_and_sentences_of_values_come_together(tmp_path: Path) -> None:
    keys = {"x-enum-varnames": ["A", "B", "C"], "x-enum-descriptions": ["", "The second.", ""]}
    schema = node(tmp_path, {"enum": ["a", "b", "C"]} | keys)
    assert registry.read_value_notes(schema) == {"a": "A", "b": "B: The second."}


@pytest.mark.parametrize(
    ("pattern", "matched"),
    [
        ("^get.*", ["getA", "get_b"]),
        ("get", ["getA", "get_b", "forget"]),
        (".*A$", ["getA"]),
        ("^getA$", ["getA"]),
        ("^f.*t$", ["forget"]),
        ("(a+)+", []),
        (7, []),
    ],
)
def test_speakeasy_names_many_methods_at_once(
    tmp_path: Path, pattern: Any, matched: list[str]
) -> None:
    rules = [{"operationId": pattern, "methodNameOverride": "it"}, "nonsense"]
    codes = [
        id
        for id in ("getA", "get_b", "forget")
        if registry.read_extension(
            node(tmp_path, {"operationId": id}, **{"x-speakeasy-name-override": rules}), "x-method"
        )
    ]
    assert codes == matched


def test_names_that_do_not_match_the_values_are_none(tmp_path: Path) -> None:
    assert (
        registry.read_value_notes(node(tmp_path, {"enum": [1, 2], "x-enum-varnames": ["one"]}))
        == {}
    )
    assert registry.read_value_notes(node(tmp_path, True)) == {}


def test_only_keys_like_ours_concern_us() -> None:
    assert registry.is_own_or_similar("x-paging") and registry.is_own_or_similar("x-pagin")
    assert not registry.is_own_or_similar("x-ms-pageable") and not registry.is_own_or_similar(
        "x-logo"
    )


def test_every_key_is_documented() -> None:
    text = (Path(__file__).parents[2] / "spec" / "DIALECT.md").read_text()
    undocumented = [
        key for key in registry.KEYS if f"`{key}`" not in text and f"{key}:" not in text
    ]
    assert undocumented == []


@pytest.mark.parametrize(
    ("shape", "key", "is_reported"),
    [
        ("operation", "x-resourse", True),
        ("operation", "x-resourceId", True),
        ("schema", "x-resourceId", False),  # somebody else's: ours stands on operations
        ("schema", "x-secrets", True),
    ],
)
def test_a_key_like_ours_is_reported_where_ours_may_stand(
    shape: str, key: str, is_reported: bool, tmp_path: Path
) -> None:
    report = Report()
    registry.check_extension(shape, node(tmp_path, {key: True}) / key, report)
    assert bool(report.findings) == is_reported
