"""Overlays and settings: a foreign document is curated without editing it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.diagnostics import Report
from generator.ir.api import Api
from generator.ir.definitions import Model
from generator.openapi.loading import load
from generator.openapi.overlay import apply_overlays, merge

DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Pet Shop API", "version": "1"},
    "paths": {
        "/pets": {
            "get": {"operationId": "listPets", "responses": {"200": {"description": "Pets."}}},
            "post": {"tags": ["internal"], "responses": {"200": {"description": "Added."}}},
        },
        "/pets/{id}": {
            "get": {"tags": ["internal"], "responses": {"200": {"description": "One."}}}
        },
    },
    "components": {"securitySchemes": {"Key": {"type": "apiKey", "in": "header", "name": "X-Key"}}},
}


def curated(
    folder: Path, *actions: dict[str, Any], settings: str = ""
) -> tuple[Api | None, Report]:
    """The API of the document with an overlay and settings."""
    (folder / "api.json").write_text(json.dumps(DOCUMENT))
    overlay = {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": list(actions)}
    (folder / "overlay.json").write_text(json.dumps(overlay))
    (folder / "openapi-client.toml").write_text(settings)
    report = Report()
    overlays = (folder / "overlay.json",) if actions else ()
    return (
        pipeline.Compilation(folder / "api.json", report, pipeline.Options(overlays=overlays)).api,
        report,
    )


def names(api: Api | None) -> list[str]:
    assert api is not None
    return [".".join((*each.resource, each.name)) for each in api.operations]


def test_removes_what_is_selected_and_nothing_else(tmp_path: Path) -> None:
    api, _ = curated(tmp_path, {"target": "$.paths.*[?@.tags[0] == 'internal']", "remove": True})
    assert names(api) == ["pets.list"]


def test_updates_objects_and_lists(tmp_path: Path) -> None:
    update = {
        "target": "$.paths['/pets'].get",
        "update": {"x-method": "every", "tags": ["animals"]},
    }
    api, _ = curated(tmp_path, update, {"target": "$.paths['/pets'].get.tags", "update": "more"})
    assert api is not None and "pets.every" in names(api)
    assert api.operations[0].tags == ("animals", "more")


def test_merging_is_deep_and_lists_grow() -> None:
    assert merge({"a": {"b": 1, "c": [1]}}, {"a": {"c": [2], "d": None}}) == {
        "a": {"b": 1, "c": [1, 2], "d": None}
    }


def test_several_items_of_a_list_are_removed(tmp_path: Path) -> None:
    add = {"target": "$.paths['/pets'].post", "update": {"tags": ["x", "y"]}}
    api, _ = curated(tmp_path, add, {"target": "$.paths['/pets'].post.tags[0,1]", "remove": True})
    assert api is not None and api.operations[1].tags == ("y",)


def test_an_action_that_selects_nothing_changes_nothing_and_is_reported(tmp_path: Path) -> None:
    api, report = curated(tmp_path, {"target": "$.paths['/cats']", "remove": True})
    assert api is not None and not report.errors
    unused = [
        (each.code, each.pointer) for each in report.findings if each.code == "overlay-unused"
    ]
    assert unused == [("overlay-unused", "/actions/0/target")]


def test_what_is_no_path_is_an_error(tmp_path: Path) -> None:
    _, report = curated(
        tmp_path, {"target": "$.paths[", "remove": True}, {"remove": True}, {"target": "$.info"}
    )
    assert [each.code for each in report.errors] == ["overlay"] * 3


def test_settings_name_what_the_document_does_not(tmp_path: Path) -> None:
    settings = """
        package = "shop"
        class = "Shop"
        base_url_variable = "SHOP"
        [operations."GET /pets"]
        resource = "animals"
        method = "every"
        [credentials.Key]
        argument = "key"
        environment = "SHOP_KEY"
    """
    api, _ = curated(tmp_path, settings=settings)
    assert api is not None and "animals.every" in names(api)
    assert (api.settings.package, api.settings.client, api.settings.base_url_variable) == (
        "shop",
        "Shop",
        "SHOP",
    )
    assert (api.schemes[0].argument, api.schemes[0].variable) == ("key", "SHOP_KEY")


def test_settings_about_nothing_are_errors(tmp_path: Path) -> None:
    settings = '[operations."GET /pet"]\nmethod = "x"\n[credentials.key]\n[server]\n[operations.listPets]\nname = "x"\n'
    api, report = curated(tmp_path, settings=settings)
    assert api is None
    assert [(each.code, each.pointer) for each in report.errors] == [
        ("settings-unused", "/operations/GET ~1pet"),
        ("settings-unused", "/credentials/key"),
        ("settings", "/server"),
        ("settings", "/operations/listPets/name"),
    ]
    assert [each.location and each.location.line for each in report.errors] == [1, 3, 4, 6]
    assert all(each.help for each in report.errors)


def test_settings_that_are_no_toml_are_an_error(tmp_path: Path) -> None:
    _, report = curated(tmp_path, settings="package = ")
    assert [each.code for each in report.errors] == ["toml-syntax"]


def test_settings_have_forms(tmp_path: Path) -> None:
    settings = """
        package = "no name"
        class = 3
        [operations.listPets]
        method = "all pets"
        paging = { style = "pages" }
        stream = true
        [credentials]
        Key = "x"
    """
    _, report = curated(tmp_path, settings=settings)
    assert [each.pointer for each in report.errors] == [
        "/package",
        "/class",
        "/operations/listPets/method",
        "/operations/listPets/paging/style",
        "/operations/listPets/stream",
        "/credentials/Key",
    ]


def test_settings_say_all_that_a_document_may(tmp_path: Path) -> None:
    settings = """
        distribution = "shop-client"
        [parameters.tenant]
        environment = "TENANT"
        description = "Whose shop."
        [envelope]
        success = "ok"
        errors = "problems"
        [operations.listPets]
        result = "data"
        retry_safe = true
        stream = "live"
        [operations."POST /pets"]
        paging = { style = "cursor", cursor = "after", next = "next", items = "data" }
    """
    tenant = {"name": "tenant", "in": "query", "schema": {"type": "string"}}
    after = {"name": "after", "in": "query", "schema": {"type": "string"}}
    add = {"target": "$.paths['/pets']", "update": {"parameters": [tenant]}}
    page = {"target": "$.paths['/pets'].post", "update": {"parameters": [after]}}
    schema = {"type": "object", "properties": {"live": {"type": "boolean"}}}
    body = {"content": {"application/json": {"schema": schema}}}
    take = {"target": "$.paths['/pets'].get", "update": {"requestBody": body}}
    api, report = curated(tmp_path, add, page, take, settings=settings)
    assert api is not None, [each.message for each in report.findings]
    assert api.settings.distribution == "shop-client"
    held = [(each.name, each.variable) for each in api.client_parameters]
    assert held == [("tenant", "TENANT")]
    assert (api.envelope.success, api.envelope.errors) == ("ok", "problems")
    listed, added, _ = api.operations
    assert (listed.result, listed.retry_safe) == ("data", True)
    assert listed.switches[0].argument == "live" and listed.parameters[0].held_by_client
    assert added.paging is not None and added.paging.parameter == "after"


def test_settings_reach_what_another_file_describes(tmp_path: Path) -> None:
    (tmp_path / "paths.json").write_text(json.dumps({"pets": DOCUMENT["paths"]["/pets"]}))
    document = {**DOCUMENT, "paths": {"/pets": {"$ref": "paths.json#/pets"}}}
    (tmp_path / "api.json").write_text(json.dumps(document))
    (tmp_path / "openapi-client.toml").write_text('[operations.listPets]\nmethod = "every"\n')
    assert "pets.every" in names(pipeline.Compilation(tmp_path / "api.json", Report()).api)


def test_references_lead_to_what_an_overlay_made_of_a_document_in_several_files(
    tmp_path: Path,
) -> None:
    shared = {"schema": {"$ref": "#/components/schemas/Pet"}}
    answer = {"description": "A pet.", "content": {"application/json": shared}}
    get = {"operationId": "getPet", "responses": {"200": answer}}
    (tmp_path / "paths.json").write_text(json.dumps({"health": {}}))
    paths = {"/pet": {"get": get}, "/health": {"$ref": "paths.json#/health"}}
    pet = {"type": "object", "properties": {"name": {"type": "string"}}}
    document = {**DOCUMENT, "paths": paths, "components": {"schemas": {"Pet": pet}}}
    (tmp_path / "api.json").write_text(json.dumps(document))
    age = {"target": "$..Pet.properties", "update": {"age": {"type": "integer"}}}
    overlay = {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [age]}
    (tmp_path / "overlay.json").write_text(json.dumps(overlay))
    options = pipeline.Options(overlays=(tmp_path / "overlay.json",))
    api = pipeline.Compilation(tmp_path / "api.json", Report(), options).api
    assert api is not None
    (model,) = api.catalog.definitions.values()
    assert isinstance(model, Model) and [each.name for each in model.members] == ["name", "age"]


def test_what_is_curated_is_checked_as_what_is_written(tmp_path: Path) -> None:
    """The verdict over the document alone is remembered; the one over the curated document is another."""
    assert "dialect" not in curated(tmp_path)[1].counts()
    wrong = {"target": "$.paths['/pets'].get", "update": {"x-paging": {"style": "pages"}}}
    _, report = curated(tmp_path, wrong)
    assert report.counts()["vendor-key"] == 1


def overlaid(
    folder: Path, *actions: dict[str, Any], version: str = "1.1.0"
) -> tuple[Any, list[str]]:
    """The document after an overlay, and the messages of the findings about the overlay."""
    (folder / "api.json").write_text(json.dumps(DOCUMENT))
    overlay = {
        "overlay": version,
        "info": {"title": "t", "version": "1"},
        "x-note": 1,
        "actions": list(actions),
    }
    (folder / "overlay.json").write_text(json.dumps(overlay))
    report = Report()
    source = load(folder / "api.json", report)
    assert source is not None
    changed = apply_overlays(source, [folder / "overlay.json"], report)
    assert changed is not None
    return changed.root.value, [each.message for each in report.findings]


def test_a_node_is_copied_and_moved(tmp_path: Path) -> None:
    value, findings = overlaid(
        tmp_path,
        {"target": "$.paths", "update": {"/cats": {}}},
        {"target": "$.paths['/cats']", "copy": "$.paths['/pets']", "description": "d", "x-why": 1},
        {"target": "$.paths['/pets']", "remove": True},
        {"target": "$.paths['/cats'].post.tags", "update": ["x"]},
    )
    assert findings == []
    assert list(value["paths"]) == ["/pets/{id}", "/cats"]
    assert value["paths"]["/cats"]["post"]["tags"] == ["internal", "x"]


def test_primitives_are_replaced_and_removed(tmp_path: Path) -> None:
    value, findings = overlaid(
        tmp_path,
        {"target": "$.info.title", "update": "New"},
        {"target": "$.paths.*.*.tags[?@ == 'internal']", "remove": True},
        {"target": "$.paths['/pets'].get", "update": {"summary": "s", "tags": None}},
        {"target": "$.components.securitySchemes", "update": {"Key": None}},
    )
    assert findings == []
    assert value["info"]["title"] == "New" and value["paths"]["/pets"]["post"]["tags"] == []
    assert value["components"] == DOCUMENT["components"], "an empty member adds nothing"


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ({"target": "$.info", "update": ["x"]}, "an array can't be merged into an object"),
        (
            {"target": "$.info.title", "update": {"a": 1}},
            "an object can't be merged into a primitive value",
        ),
        (
            {"target": "$.info", "update": {"title": []}},
            "an array can't be merged into a primitive value at `title`",
        ),
        (
            {"target": "$['info','openapi']", "update": {}},
            "this target selects nodes of different kinds",
        ),
        (
            {"target": "$.info", "copy": "$.paths.*"},
            "`$.paths.*` selects 2 nodes, and `copy` takes one node",
        ),
        (
            {"target": "$.info", "copy": "$.none"},
            "`$.none` selects nothing, and `copy` takes one node",
        ),
        (
            {"target": "$.info", "copy": "$.paths", "update": {}},
            "this action has both `update` and `copy`",
        ),
        ({"target": "$.info", "copy": 1}, "`copy` is not text"),
        ({"target": "$.info", "remove": "yes"}, "`remove` is not true or false"),
        ({"target": "$", "remove": True}, "the whole document can't be removed"),
        ({"target": "", "remove": True}, "`` can't be used as a JSONPath: it is empty"),
        ({"target": "$.info", "updat": {}, "remove": True}, "`updat` is unknown here"),
    ],
)
def test_wrong_actions_are_refused(tmp_path: Path, action: dict[str, Any], message: str) -> None:
    _, findings = overlaid(tmp_path, action)
    assert findings == [message]


def test_findings_about_what_an_overlay_adds_are_located_in_the_overlay(tmp_path: Path) -> None:
    _, report = curated(
        tmp_path, {"target": "$.paths['/pets'].get", "update": {"x-resource": {"a": [1]}}}
    )
    pins = [
        (Path(each.file).name, each.pointer)
        for each in report.findings
        if each.code == "vendor-key"
    ]
    assert pins == [("overlay.json", "/actions/0/update/x-resource")]


@pytest.mark.parametrize(
    ("update", "pointer"),
    [
        ({"x-methd": "all"}, "/x-methd"),
        ({"x-methd": "all", "tags": ["a"]}, "/x-methd"),
        ({"x-method": "not a name"}, "/x-method"),
        ({"x-retry-safe": 1}, "/x-retry-safe"),
    ],
)
def test_primitive_members_of_an_overlay_are_located_in_it(
    tmp_path: Path, update: dict[str, Any], pointer: str
) -> None:
    _, report = curated(tmp_path, {"target": "$.paths['/pets'].get", "update": update})
    places = [
        (Path(each.file).name, each.pointer)
        for each in report.findings
        if each.code == "vendor-key"
    ]
    assert places == [("overlay.json", f"/actions/0/update{pointer}")]
