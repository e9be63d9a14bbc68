"""What is written alike is read once, and still each place has what is its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.diagnostics import Report
from generator.ir.api import Api
from generator.ir.definitions import Model
from generator.ir.types import Primitive


def lower_bodies(
    folder: Path, schemas: dict[str, Any], parameters: list[Any], **root_members: Any
) -> tuple[Api, Report]:
    """The API of a document with schemas and with two operations that take the same parameters."""
    one = {"$ref": f"#/components/schemas/{next(iter(schemas), 'None')}"}
    answer = {"description": "It.", "content": {"application/json": {"schema": one}}}
    paths = {
        path: {"get": {"parameters": parameters, "responses": {"200": answer}, **root_members}}
        for path in ("/cats", "/dogs")
    }
    return read(folder, paths, schemas)


def read(folder: Path, paths: dict[str, Any], schemas: dict[str, Any]) -> tuple[Api, Report]:
    """The API of a document with these paths and components."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Pet Shop", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }
    (folder / "api.json").write_text(json.dumps(document))
    report = Report()
    api = pipeline.Compilation(folder / "api.json", report).api
    assert api is not None, report.findings
    return api, report


def with_member(root_members: dict[str, Any], **keywords: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"it": root_members}, **keywords}


def kinds(api: Api) -> dict[str, str]:
    """The kind of the member `it`, by place of the model."""
    return {
        key: member.type.kind
        for key, model in api.catalog.definitions.items()
        for member in (model.members if isinstance(model, Model) else ())
        if isinstance(member.type, Primitive)
    }


def places(report: Report, code: str) -> list[str]:
    return [each.pointer for each in report.findings if each.code == code]


def test_members_keep_their_places(tmp_path: Path) -> None:
    root_members = {"type": "string", "description": "What it is.", "maxLength": 9}
    schemas = {"Cat": with_member(root_members), "Dog": with_member(root_members, required=["it"])}
    api, _ = lower_bodies(tmp_path, schemas, [])
    members = [
        each.members[0]
        for each in api.catalog.definitions.values()
        if each.key and isinstance(each, Model)
    ]
    assert [each.required for each in members] == [False, True]
    assert [each.pointer.rsplit("/", 3)[1] for each in members] == ["Cat", "Dog"]
    assert members[0].type is members[1].type
    assert {each.constraints for each in members} == {(("maxLength", 9),)}


def test_parameters_keep_their_places(tmp_path: Path) -> None:
    parameter = {"name": "age", "in": "query", "schema": {"type": "integer", "minimum": 1}}
    api, _ = lower_bodies(tmp_path, {}, [parameter])
    cats, dogs = (each.parameters[0] for each in api.operations)
    assert "~1cats" in cats.pointer and "~1dogs" in dogs.pointer
    assert cats.constraints == dogs.constraints == (("minimum", 1),)


def test_enumerations_in_place_have_the_names_of_their_places(tmp_path: Path) -> None:
    listed = {"type": "string", "enum": ["a" * 30, "b" * 30]}
    api, _ = lower_bodies(tmp_path, {"Cat": with_member(listed), "Dog": with_member(listed)}, [])
    assert len(api.catalog.definitions) == 3 and len(api.catalog.merged) == 1


def test_findings_are_reported_at_each_place(tmp_path: Path) -> None:
    root_members = {"type": "strange"}
    parameter = {"name": "age", "in": "query", "schema": root_members}
    _, report = lower_bodies(
        tmp_path, {"Cat": with_member(root_members), "Dog": with_member(root_members)}, [parameter]
    )
    assert len(places(report, "unknown-type")) == 4


def test_findings_are_reported_at_each_place_also_where_one_was_read_before(tmp_path: Path) -> None:
    schemas = {name: with_member({"type": "strange"}) for name in ("Cat", "Dog")}
    _, report = lower_bodies(tmp_path, schemas, [], **{"x-result": "it"})
    assert [each.split("/")[3] for each in places(report, "unknown-type")] == ["Cat", "Dog"]


def test_references_count_from_the_address_around_them(tmp_path: Path) -> None:
    def schema(name: str, kind: str) -> dict[str, Any]:
        defs = {"Inner": {"type": kind}}
        return with_member(
            {"$ref": "#/$defs/Inner"}, **{"$id": f"https://pets/{name}", "$defs": defs}
        )

    api, _ = lower_bodies(
        tmp_path, {"Cat": schema("cat", "string"), "Dog": schema("dog", "integer")}, []
    )
    assert list(kinds(api).values()) == ["string", "integer"]


def test_holes_are_filled_from_what_is_around_them(tmp_path: Path) -> None:
    def schema(name: str, kind: str) -> dict[str, Any]:
        filling = {"$dynamicAnchor": "item", "type": kind}
        template = with_member({"$dynamicRef": "#item"})
        used = {"$ref": f"#/components/schemas/{name}/$defs/Template"}
        return {"properties": {"used": used}, "$defs": {"item": filling, "Template": template}}

    schemas = {"Cat": schema("Cat", "string"), "Dog": schema("Dog", "integer")}
    api, _ = lower_bodies(tmp_path, schemas, [])
    assert list(kinds(api).values()) == ["string", "integer"]


def answering(folder: Path, *schemas: dict[str, Any], **components: Any) -> tuple[Api, Report]:
    """The API of operations `/a`, `/b` … that answer with schemas written in place."""
    paths = {
        f"/{path}": {
            "get": {
                "responses": {
                    "200": {
                        "description": "It.",
                        "content": {"application/json": {"schema": schema}},
                    }
                }
            }
        }
        for path, schema in zip("abc", schemas, strict=False)
    }
    return read(folder, paths, components)


def test_classes_of_equal_text_are_the_one_that_stands_highest(tmp_path: Path) -> None:
    pet = with_member(with_member({"type": "string"}))
    api, _ = answering(tmp_path, {"type": "array", "items": pet}, pet, pet)
    assert sorted(key.partition("#")[2] for key in api.catalog.definitions) == [
        f"/paths/~1b/get/responses/200/content/application~1json/schema{below}"
        for below in ("", "/properties/it")
    ]


def test_within_classes_of_equal_text_findings_are_reported_at_each_place(tmp_path: Path) -> None:
    pet = with_member(with_member({"type": "strange"}))
    _, report = answering(tmp_path, pet, pet, pet)
    assert [each.split("/")[2] for each in places(report, "unknown-type")] == ["~1a", "~1b", "~1c"]


def test_within_classes_of_equal_text_unions_are_reported_at_each_place(tmp_path: Path) -> None:
    either = {"oneOf": [with_member({"type": "string"}), with_member({"type": "integer"})]}
    root_members = {**either, "discriminator": {"propertyName": "kind"}}
    pet = with_member(with_member(root_members))
    _, report = answering(tmp_path, pet, pet)
    reported = places(report, "discriminator")
    assert {each.split("/")[2] for each in reported} == {"~1a", "~1b"} and len(reported) == 2


def test_what_has_its_name_from_the_document_keeps_it_within_classes_of_equal_text(
    tmp_path: Path,
) -> None:
    inner = {"type": "object", "properties": {"a": {"type": "string"}}}
    pet = {"type": "object", "properties": {"schemas": {"type": "array", "items": inner}}}
    api, _ = answering(tmp_path, pet, pet)
    assert len(api.catalog.definitions) == 4 and not api.catalog.merged


def test_classes_of_equal_text_leave_the_order_of_definitions_as_it_is(tmp_path: Path) -> None:
    leaf = {"type": "object", "properties": {"a": {"type": "string"}}}
    pet = with_member(with_member({"$ref": "#/components/schemas/Leaf"}))
    first = {
        "type": "object",
        "properties": {
            "deep": with_member(pet),
            "after": {"$ref": "#/components/schemas/Other"},
        },
    }
    other = {"type": "object", "properties": {"b": {"type": "string"}}}
    api, _ = answering(tmp_path, first, pet, Leaf=leaf, Other=other)
    names = [each.name for each in api.catalog.definitions.values()]
    assert names[:4] == ["a get response", "a get response deep", "Leaf", "Other"]
    assert names[4:] == ["b get response", "b get response it"]


def test_bodies_have_what_references_on_the_way_say(tmp_path: Path) -> None:
    def operation(name: str) -> dict[str, Any]:
        content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
        return {"requestBody": {"content": content}, "responses": {"204": {"description": "Done."}}}

    schemas = {
        "Pet": with_member({"type": "string"}),
        "Named": {"$ref": "#/components/schemas/Pet", "required": ["it"]},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Pet Shop", "version": "1"},
        "paths": {f"/{name}": {"post": operation(name)} for name in ("Pet", "Named")},
        "components": {"schemas": schemas},
    }
    (tmp_path / "api.json").write_text(json.dumps(document))
    api = pipeline.Compilation(tmp_path / "api.json", Report()).api
    assert api is not None
    bodies = [each.body for each in api.operations]
    required_flags = [
        each.members[0].required for each in bodies if each is not None and each.members
    ]
    assert required_flags == [False, True]
