"""Targets as people write them, and overlays of the kinds that the specification shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.openapi.loading import load
from generator.openapi.overlay import apply_overlays

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1", "description": "A shop."},
    "paths": {
        "/x": {
            "get": {
                "operationId": "x",
                "description": "Get it.",
                "parameters": [{"name": "q", "in": "query", "required": True}, {"name": "r", "in": "query"}],
            },
            "post": {"operationId": "y", "x-internal": True, "tags": ["a", "b"]},
        },
        "/y": {"get": {"operationId": "z", "deprecated": True, "tags": ["a"]}},
    },
}  # fmt: skip
X, Y, POST = "paths//x/get", "paths//y/get", "paths//x/post"


@pytest.mark.parametrize(
    ("target", "places"),
    [
        ("$.paths['/x'].get", [X]),
        ('$.paths["/x"]["get"]', [X]),
        ("$['paths']['/x'].get.parameters[0]", [f"{X}/parameters/0"]),
        ("$..description", ["info/description", f"{X}/description"]),
        ("$.paths.*[?(@.operationId=='x')]", [X]),
        ("$.paths.*[?@.operationId == 'x' && @.description]", [X]),
        ("$.paths[*][*].parameters[?@.name=='q']", [f"{X}/parameters/0"]),
        ("$.paths.*.*.parameters[?(@.name == 'q' && @.required == true)]", [f"{X}/parameters/0"]),
        ("$.paths.*[?(@['x-internal'] || @.deprecated)]", [POST, Y]),
        ("$.paths.*[?!@.tags]", [X]),
        ("$.paths[?(@.get.deprecated==true)]", ["paths//y"]),
        ("$.paths['/x','/y'].get", [X, Y]),
        ("$.paths.*.post.tags[-1]", [f"{POST}/tags/1"]),
        ("$..tags[?@ == 'a']", [f"{POST}/tags/0", f"{Y}/tags/0"]),
        ("$..parameters[?match(@.name, 'q|z')]", [f"{X}/parameters/0"]),
        ("$..[?@['x-internal'] == true]", [POST]),
        ("$.paths.*[?length(@.tags) == 2]", [POST]),
    ],
)
def test_a_target_selects(target: str, places: list[str], tmp_path: Path) -> None:
    after = apply(tmp_path, [{"target": target, "remove": True}])
    assert sorted(_removed(DOCUMENT, after)) == sorted(places)


def _removed(before: Any, after: Any, path: str = "") -> list[str]:
    """Return the places that are gone."""
    if isinstance(before, dict):
        pairs = [(str(key), value, after.get(key)) for key, value in before.items()]
    elif isinstance(before, list):
        rest = list(after)
        pairs = [
            (str(index), value, rest.pop(0) if rest and _is_like(rest[0], value) else None)
            for index, value in enumerate(before)
        ]
    else:
        return []
    return [
        place
        for key, value, now in pairs
        for place in ([f"{path}{key}"] if now is None else _removed(value, now, f"{path}{key}/"))
    ]


def _is_like(now: Any, before: Any) -> bool:
    return now == before if not isinstance(before, dict) else now.get("name") == before.get("name")


def apply(
    folder: Path, actions: list[dict[str, Any]], version: str = "1.1.0", document: Any = DOCUMENT
) -> Any:
    """Return the document with the actions applied."""
    (folder / "api.json").write_text(json.dumps(document))
    overlay = {
        "overlay": version,
        "info": {"title": "o", "version": "1"},
        "x-why": 1,
        "actions": actions,
    }
    (folder / "overlay.json").write_text(json.dumps(overlay))
    report = Report()
    source = load(folder / "api.json", report)
    assert source is not None
    source = apply_overlays(source, [folder / "overlay.json"], report)
    assert source is not None and report.findings == (), [each.message for each in report.findings]
    return source.root.value


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_one_update_with_the_structure_of_the_document(version: str, tmp_path: Path) -> None:
    update = {
        "info": {"x-level": "beta"},
        "paths": {"/x": {"get": {"x-safe": False}}, "/new": {"x-empty": True}},
    }
    after = apply(tmp_path, [{"target": "$", "update": update}], version)
    assert after["info"] == {**DOCUMENT["info"], "x-level": "beta"}
    assert after["paths"]["/x"]["get"]["x-safe"] is False and "/new" in after["paths"]


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_targets_with_wildcards_update_each_match(version: str, tmp_path: Path) -> None:
    added = {"name": "trace", "in": "header", "schema": {"type": "string"}}
    actions: list[dict[str, Any]] = [
        {"target": "$.paths.*.get", "update": {"x-safe": True}},
        {"target": "$.paths.*.get", "update": {"parameters": [added]}},
    ]
    after = apply(tmp_path, actions, version)
    gets = [item["get"] for item in after["paths"].values()]
    assert all(each["x-safe"] is True and each["parameters"][-1] == added for each in gets)
    assert len(gets[0]["parameters"]) == 3
    assert gets[0]["parameters"][-1] is not gets[1]["parameters"][-1]


def test_an_item_is_added_to_a_list_and_removed_from_it(tmp_path: Path) -> None:
    actions: list[dict[str, Any]] = [
        {"target": "$.paths['/x'].get.parameters", "update": {"name": "s", "in": "query"}},
        {"target": "$.paths['/x'].get.parameters[?@.name == 'q']", "remove": True},
    ]
    names = [each["name"] for each in apply(tmp_path, actions)["paths"]["/x"]["get"]["parameters"]]
    assert names == ["r", "s"]


def test_a_trait_is_given_to_the_operations_that_ask_for_it(tmp_path: Path) -> None:
    document = json.loads(json.dumps(DOCUMENT))
    document["paths"]["/y"]["get"]["x-traits"] = ["paged"]
    trait = {
        "parameters": [{"name": "page", "in": "query"}],
        "responses": {"200": {"description": "A page."}},
    }
    action = {"target": "$.paths[*][?@['x-traits'][?@ == 'paged']]", "update": trait}
    after = apply(tmp_path, [action], document=document)
    assert after["paths"]["/y"]["get"]["responses"] == trait["responses"]
    assert "responses" not in after["paths"]["/x"]["get"]


def test_a_path_is_moved_by_a_copy_and_a_removal(tmp_path: Path) -> None:
    actions: list[dict[str, Any]] = [
        {"target": "$.paths", "update": {"/moved": {}}},
        {"target": "$.paths['/moved']", "copy": "$.paths['/x']"},
        {"target": "$.paths['/x']", "remove": True},
        {"target": "$.paths['/moved'].post", "copy": "$.paths['/y'].get"},
    ]
    after = apply(tmp_path, actions)["paths"]
    assert list(after) == ["/y", "/moved"]
    assert after["/moved"]["get"] == DOCUMENT["paths"]["/x"]["get"]
    assert after["/moved"]["post"]["deprecated"] is True
    assert after["/moved"]["post"]["tags"] == ["a", "b", "a"]
