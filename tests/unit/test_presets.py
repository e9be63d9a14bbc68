"""Constants that a client fills in, subtypes that are nothing but a reference, and schemas that lead to themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_schemas import lowered, named

from generator.diagnostics import Report
from generator.ir.definitions import Alias, Model

DOG = {"$ref": "#/components/schemas/Dog"}
CAT = {"$ref": "#/components/schemas/Cat"}
PET = {"$ref": "#/components/schemas/Pet"}
TAGGED = {
    "oneOf": [CAT, DOG],
    "discriminator": {"propertyName": "kind", "mapping": {"dog": DOG["$ref"], "cat": CAT["$ref"]}},
}


def object_of(kind: Any, *required: str) -> dict[str, Any]:
    properties = {"kind": kind, "name": {"type": "string"}}
    return {"type": "object", "required": list(required), "properties": properties}


def presets(model: Model) -> dict[str, Any]:
    return {each.name: each.preset for each in model.members if each.preset is not None}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (object_of({"const": "dog"}, "kind"), {"kind": "dog"}),
        (object_of({"enum": ["dog"]}, "kind"), {"kind": "dog"}),
        (object_of({"const": "dog", "default": "dog"}), {"kind": "dog"}),
        (object_of({"const": "dog"}), {}),  # leaving it out is allowed, and may mean something
        (object_of({"enum": ["dog", "cat"]}, "kind"), {}),
        (object_of({"const": True}, "kind"), {"kind": True}),
        (object_of({"const": "dog", "x-optional": True}, "kind"), {}),
        (object_of({"type": "string"}, "kind"), {}),
    ],
)
def test_constants_are_filled_in(
    tmp_path: Path, schema: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert presets(named(lowered(tmp_path, {"Dog": schema}), "Dog")) == expected


@pytest.mark.parametrize(
    "kind",
    [
        {"type": "string"},
        {"const": "dog"},
        {"enum": ["dog", "cat"]},
        {"type": "string", "const": "dog", "default": "dog"},
    ],
)
def test_discriminators_are_filled_in(tmp_path: Path, kind: dict[str, Any]) -> None:
    schemas = {"Cat": object_of({"type": "string"}), "Dog": object_of(kind), "Either": TAGGED}
    api = lowered(tmp_path, schemas)
    assert presets(named(api, "Dog")) == {"kind": "dog"}


def test_a_variant_without_the_member_of_the_discriminator_gets_it(tmp_path: Path) -> None:
    dog = {"type": "object", "properties": {"name": {"type": "string"}}}
    api = lowered(tmp_path, {"Cat": object_of({}), "Dog": dog, "Either": TAGGED})
    assert presets(named(api, "Dog")) == {"kind": "dog"}


def test_a_variant_with_two_values_has_no_preset(tmp_path: Path) -> None:
    mapping = {"dog": DOG["$ref"], "hound": DOG["$ref"], "cat": CAT["$ref"]}
    either = {"oneOf": [CAT, DOG], "discriminator": {"propertyName": "kind", "mapping": mapping}}
    text = object_of({"type": "string"})
    api = lowered(tmp_path, {"Cat": text, "Dog": text, "Either": either})
    assert not presets(named(api, "Dog")) and presets(named(api, "Cat")) == {"kind": "cat"}


@pytest.mark.parametrize("listed", [True, False])
def test_a_subtype_that_only_refers_to_its_base_is_a_class(tmp_path: Path, listed: bool) -> None:
    pet = object_of({"type": "string"}, "kind")
    base = pet if listed else pet | {"discriminator": {"propertyName": "kind"}}
    schemas = {"Pet": base, "Cat": {"allOf": [PET]}, "Dog": {"allOf": [PET]}}
    api = lowered(tmp_path, schemas | ({"Either": TAGGED} if listed else {}))
    names = ("cat", "dog") if listed else ("Cat", "Dog")
    for title, value in zip(("Cat", "Dog"), names, strict=True):
        assert presets(named(api, title)) == {"kind": value}
    assert not presets(named(api, "Pet"))


def test_an_annotated_reference_stays_what_it_refers_to(tmp_path: Path) -> None:
    schemas = {"Pet": object_of({}), "Other": {"allOf": [PET], "description": "Another."}}
    api = lowered(tmp_path, schemas)
    assert [each.name for each in api.catalog.definitions.values()] == ["Pet"]


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": {"allOf": [{"$ref": "#/components/schemas/A"}]}},
        {"A": {"anyOf": [{"$ref": "#/components/schemas/A"}], "description": "A."}},
        {
            "A": {"allOf": [{"$ref": "#/components/schemas/B"}]},
            "B": {"allOf": [{"$ref": "#/components/schemas/A"}]},
        },
    ],
)
def test_schemas_that_refer_to_themselves_alone_are_any_value(
    tmp_path: Path, schemas: dict[str, Any]
) -> None:
    report = Report()
    api = lowered(tmp_path, schemas, report)
    assert isinstance(named(api, "A"), Alias)
    assert [each.code for each in report.findings] == ["cyclic-schema"]
    assert all(each.location is not None for each in report.findings)


def test_a_discriminator_that_no_variant_has_is_reported_with_what_was_meant(
    tmp_path: Path,
) -> None:
    report = Report()
    either = {"oneOf": [CAT, DOG], "discriminator": {"propertyName": "knid"}}
    text = object_of({"type": "string"})
    lowered(tmp_path, {"Cat": text, "Dog": text, "Either": either}, report)
    assert [each.help for each in report.errors] == ["did you mean `kind`?"]


def test_a_schema_that_is_part_of_itself_keeps_its_members(tmp_path: Path) -> None:
    report = Report()
    own = {"type": "object", "properties": {"name": {"type": "string"}}}
    api = lowered(tmp_path, {"A": {"allOf": [{"$ref": "#/components/schemas/A"}, own]}}, report)
    assert [each.name for each in named(api, "A").members] == ["name"]
    assert [(each.code, each.pointer) for each in report.findings] == [
        ("cyclic-schema", "/components/schemas/A")
    ]
