"""Lowering of schemas: what is merged, shared, put off, and told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.ir.api import Api
from generator.ir.definitions import Alias, Model, Union
from generator.ir.traversal import flatten_variants
from generator.ir.types import AnyOf, ListOf, Primitive, Reference
from generator.lowering.lower_document import lower
from generator.lowering.naming.operation_index import index_operations
from generator.openapi.loading import load
from generator.openapi.patterns.translate import to_python_pattern


def lowered(
    folder: Path,
    schemas: dict[str, Any],
    report: Report | None = None,
    paths: dict[str, Any] | None = None,
) -> Api:
    """The API of a document that has nothing but `schemas`, and perhaps `paths`."""
    path = folder / "openapi.json"
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths or {}}
    path.write_text(json.dumps(document | {"components": {"schemas": schemas}}), encoding="utf-8")
    report = report or Report()
    source = load(path, report)
    assert source is not None
    return lower(source, index_operations(source), report)


def named(api: Api, name: str) -> Any:
    """The definition called `name`."""
    return next(each for each in api.catalog.definitions.values() if each.name == name)


def test_depth_costs_no_stack(tmp_path: Path) -> None:
    deep: dict[str, Any] = {"type": "object", "properties": {"end": {"type": "string"}}}
    for _ in range(60):
        deep = {"type": "array", "items": deep}
    chain = {
        f"A{n}": {"type": "array", "items": {"$ref": f"#/components/schemas/A{n + 1}"}}
        for n in range(900)
    }
    members = {
        f"M{n}": {
            "type": "object",
            "properties": {"next": {"$ref": f"#/components/schemas/M{n + 1}"}},
        }
        for n in range(900)
    }
    end: dict[str, Any] = {"A900": {"type": "string"}, "M900": {"type": "string"}}
    api = lowered(tmp_path, {"Deep": deep, **chain, **members, **end})
    assert sum(isinstance(each, Model) for each in api.catalog.definitions.values()) == 901
    assert any(isinstance(each, Alias) for each in api.catalog.definitions.values())


def test_many_paths_to_one_schema_cost_one_reading(tmp_path: Path) -> None:
    doubling: dict[str, Any] = {
        f"D{n}": {
            "type": "array",
            "items": {"anyOf": [{"$ref": f"#/components/schemas/D{n + 1}"}] * 2},
        }
        for n in range(200)
    }
    twice = {
        f"T{n}": {
            "allOf": [
                {"$ref": f"#/components/schemas/T{n + 1}"},
                {"type": "object", "properties": {f"p{n}": {}}},
            ]
        }
        for n in range(12)
    }
    end: dict[str, Any] = {"D200": {"type": "string"}, "T12": {"type": "object"}}
    api = lowered(tmp_path, {**doubling, **twice, **end})
    assert len(named(api, "T0").members) == 12


def test_a_member_that_two_parts_describe_is_described_by_both(tmp_path: Path) -> None:
    first = {
        "type": "object",
        "properties": {"a": {"type": "string", "description": "One."}, "b": {"type": "string"}},
    }
    second = {
        "type": "object",
        "properties": {"a": {"description": "Two."}, "b": {"type": "integer"}},
        "required": ["a"],
    }
    model = named(lowered(tmp_path, {"Both": {"allOf": [first, second]}}), "Both")
    a, b = model.members
    assert (a.type, a.description, a.required) == (Primitive("string"), "Two.", True)
    assert b.type == Primitive("integer")


def test_equal_schemas_share_a_class_but_components_do_not(tmp_path: Path) -> None:
    part = {"type": "object", "properties": {"x": {"type": "string"}}}
    other = {"type": "object", "properties": {"x": {"type": "integer"}}}
    api = lowered(
        tmp_path,
        {
            "A": {"type": "object", "properties": {"p": part, "q": part, "r": other}},
            "B": part,
            "C": part,
        },
    )
    names = [each.name for each in api.catalog.definitions.values()]
    assert sorted(names) == ["A", "A p", "A r", "B", "C"]
    p, q, r = named(api, "A").members
    assert api.catalog[p.type.key] is api.catalog[q.type.key] is not api.catalog[r.type.key]


def test_a_schema_written_in_place_is_the_one_component_that_equals_it(tmp_path: Path) -> None:
    def part(**members: Any) -> dict[str, Any]:
        return {"type": "object", "properties": {"x": {"type": "string"}, **members}}

    inner, twice, single = part(y={"type": "string"}), part(z={}), part()
    outer = part(inner=inner)
    members = {"outer": outer, "twice": twice, "single": single}
    components = {
        "Last": {"type": "object", "properties": members},
        "Single": single,
        "Twice": twice,
        "Again": twice,
        "Outer": part(inner={"$ref": "#/components/schemas/Inner"}),
        "Inner": inner,
    }
    api = lowered(tmp_path, components)
    names = {each.name for each in api.catalog.definitions.values()}
    assert names == {*components, "Last twice", "Last single"}
    of_member = [api.catalog[each.type.key].name for each in named(api, "Last").members]
    assert of_member == ["Outer", "Last twice", "Last single"]


def test_null_next_to_a_schema_adds_nothing_to_its_name(tmp_path: Path) -> None:
    part = {"type": "object", "properties": {"x": {"type": "string"}}}
    level = {"type": "object", "properties": {"high": {"type": "boolean"}}}
    null: dict[str, Any] = {"type": "null"}
    members = {
        "part": {"anyOf": [part, null]},
        "levels": {"anyOf": [{"type": "array", "items": level}, {"enum": [None]}]},
        "either": {
            "anyOf": [{"type": "object", "properties": {"y": {}}}, {"type": "string"}, null]
        },
    }
    api = lowered(tmp_path, {"A": {"type": "object", "properties": members}})
    names = [each.name for each in api.catalog.definitions.values()]
    assert sorted(names) == ["A", "A either", "A either y", "A level", "A part"]


def _of(*required: str, **members: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "properties": members}


_TEXT = {"type": "string"}
_WORDS = {"enum": [f"word-{number}" for number in range(20)]}
_NULL = {"type": "null"}


@pytest.mark.parametrize(
    ("variants", "names"),
    [
        # the union of simple types has no class that would need the name
        ([_TEXT, _WORDS], ["A p"]),
        ([_TEXT, _WORDS, _NULL], ["A p"]),
        ([_TEXT, {"type": "array", "items": _of(x=_TEXT)}], ["A p", "A p item"]),
        ([_TEXT, {"additionalProperties": _of(x=_TEXT)}], ["A p", "A p value"]),
        ([_TEXT, _of(x=_TEXT, y=_TEXT)], ["A p", "A p object"]),
        ([_WORDS, _of("error", error=_TEXT)], ["A p", "A p error", "A p value"]),
        ([_of(a=_TEXT, x=_TEXT), _of(a=_TEXT, y=_TEXT)], ["A p", "A p x", "A p y"]),
        ([_of("y", x=_TEXT, y=_TEXT), _of(a=_TEXT)], ["A p", "A p a", "A p y"]),
        ([_of(type=_TEXT), _of(type={"const": "cat"})], ["A p", "A p cat", "A p option 1"]),
        ([_of(title=_TEXT) | {"title": "Book"}, _of(x=_TEXT)], ["A p", "A p Book", "A p x"]),
        (
            [{"allOf": [{"$ref": f"#/components/schemas/{each}"}, _of(n=_TEXT)]} for each in "XY"],
            ["A p", "A p X", "A p Y"],
        ),
    ],
)
def test_a_variant_is_named_after_what_it_alone_has(
    variants: list[Any], names: list[str], tmp_path: Path
) -> None:
    schemas = {"A": _of(p={"anyOf": variants}), "X": _of(v=_TEXT), "Y": _of(w=_TEXT)}
    api = lowered(tmp_path, schemas)
    defined = {each.name for each in api.catalog.definitions.values()}
    assert sorted(defined - {"A", "X", "Y"}) == names


def test_a_large_union_is_numbered(tmp_path: Path) -> None:
    variants = [_of(**{f"m{number}": _TEXT}) for number in range(101)]
    api = lowered(tmp_path, {"A": {"anyOf": variants}})
    assert "A option 101" in {each.name for each in api.catalog.definitions.values()}


def test_a_union_of_nothing_but_scalars_needs_no_name(tmp_path: Path) -> None:
    api = lowered(
        tmp_path,
        {
            "Id": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
            "Ids": {"type": "array", "items": {"$ref": "#/components/schemas/Id"}},
            "A": {"type": "object", "properties": {"ids": {"$ref": "#/components/schemas/Ids"}}},
        },
    )
    assert named(api, "A").members[0].type == ListOf(
        AnyOf((Primitive("string"), Primitive("integer")))
    )


def test_unknown_types_and_circles_are_reported_and_cost_nothing_else(tmp_path: Path) -> None:
    report = Report()
    api = lowered(
        tmp_path,
        {
            "A": {
                "type": "object",
                "properties": {"n": {"type": "long"}, "x": {"type": "whatever"}},
            },
            "Loop": {
                "allOf": [
                    {"$ref": "#/components/schemas/Loop"},
                    {"type": "object", "properties": {"a": {}}},
                ]
            },
            "Or": {
                "anyOf": [{"$ref": "#/components/schemas/Or"}, {"$ref": "#/components/schemas/A"}]
            },
        },
        report,
    )
    assert {each.code for each in report.findings} == {"unknown-type", "cyclic-schema"}
    assert named(api, "A").members[0].type == Primitive("integer")
    assert [each.name for each in named(api, "Loop").members] == ["a"]
    assert not any(
        isinstance(each, Union) and Reference(each.key) in each.options
        for each in api.catalog.definitions.values()
    )


def test_the_contract_knows_who_sends_what_and_where_null_may_be(tmp_path: Path) -> None:
    part: dict[str, Any] = {"$ref": "#/components/schemas/Part"}
    use = {
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "pin": {**part, "writeOnly": True},
            "next to": {**part, "nullable": True},
            "wrapped": {"allOf": [part], "nullable": True},
            "refined": {**part, "required": ["x"]},
        }
    }
    path = {
        "/": {
            "get": {
                "responses": {
                    "200": {"description": "", "content": {"application/json": {"schema": use}}}
                }
            }
        }
    }
    contract = lowered(tmp_path, {"Part": {"type": "object"}}, paths=path).contract
    (operation,) = contract["operations"].values()
    reference = {"$ref": "#/schemas/Part"}
    assert operation["responses"]["200"]["application/json"]["schema"]["properties"] == {
        "id": {"type": "string", "readOnly": True},
        "pin": {**reference, "writeOnly": True},
        "next to": {"anyOf": [reference, {"type": "null"}]},
        "wrapped": {"anyOf": [{"allOf": [reference]}, {"type": "null"}]},
        "refined": {"allOf": [reference, {"required": ["x"]}]},
    }


def test_unions_of_each_other_keep_what_each_adds(tmp_path: Path) -> None:
    report = Report()
    schemas = {
        "A": {"oneOf": [{"$ref": "#/components/schemas/B"}, {"type": "string"}]},
        "B": {"oneOf": [{"$ref": "#/components/schemas/A"}, {"type": "integer"}]},
        "X": {"anyOf": [{"$ref": "#/components/schemas/Y"}, {"$ref": "#/components/schemas/X"}]},
        "Y": {"anyOf": [{"$ref": "#/components/schemas/X"}, {"$ref": "#/components/schemas/Y"}]},
    }
    api = lowered(tmp_path, schemas, report)
    ends = {
        name: set(flatten_variants(api.catalog, named(api, name).options)) for name in ("A", "B")
    }
    assert ends["A"] == ends["B"] == {Primitive("string"), Primitive("integer")}
    assert {each.code for each in report.findings} == {"cyclic-union"}


def test_null_is_not_lost_where_a_union_contains_itself(tmp_path: Path) -> None:
    value = {
        "type": ["string", "array", "object", "null"],
        "items": {"$ref": "#/components/schemas/Value"},
        "additionalProperties": {"$ref": "#/components/schemas/Value"},
    }
    api = lowered(tmp_path, {"Value": value})
    assert [each.name for each in api.catalog.definitions.values()] == ["Value"]
    assert Primitive("null") in named(api, "Value").options


def test_references_and_alternatives_that_multiply_cost_one_reading_each(tmp_path: Path) -> None:
    twice = {
        f"A{n}": {"allOf": [{"$ref": f"#/components/schemas/A{n + 1}"}] * 2} for n in range(18)
    }
    all_: list[Any] = [{"$ref": f"#/components/schemas/O{n}"} for n in range(40)]
    others = {
        f"O{n}": {"type": "object", "properties": {f"p{n}": {}}, "oneOf": all_} for n in range(40)
    }
    end: dict[str, Any] = {"A18": {"type": "object", "properties": {"a": {}}, "oneOf": [{}]}}
    api = lowered(tmp_path, {**twice, **end, **others})
    assert len(named(api, "A0").members) == 1
    assert len(named(api, "O0").members) == 40


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("^[a-z]+$", "^[a-z]+$"),
        ("(?<year>[0-9]{4})", "(?P<year>[0-9]{4})"),
        (r"^\p{L}+$", None),
        ("[", None),
        ("(a+)+$", None),
        (r"^(\w*\s)*$", None),
    ],
)
def test_patterns_that_python_refuses_or_that_take_forever_are_left_out(
    pattern: str, expected: str | None
) -> None:
    assert to_python_pattern(pattern) == expected


def test_a_dynamic_reference_leads_to_its_anchor(tmp_path: Path) -> None:
    node = {
        "$dynamicAnchor": "node",
        "type": "object",
        "properties": {"below": {"$dynamicRef": "#node"}},
    }
    api = lowered(tmp_path, {"Tree": node})
    assert named(api, "Tree").members[0].type == Reference(named(api, "Tree").key)


@pytest.mark.parametrize("count", [64, 65])
def test_a_family_too_large_for_a_union_is_reported(count: int, tmp_path: Path) -> None:
    base = {
        "type": "object",
        "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind"},
    }
    extends = {"allOf": [{"$ref": "#/components/schemas/Base"}]}
    report = Report()
    api = lowered(tmp_path, {"Base": base, **{f"Kind{n}": extends for n in range(count)}}, report)
    fits = count == 64
    assert any(isinstance(each, Union) for each in api.catalog.definitions.values()) == fits
    assert [each.code for each in report.findings] == ([] if fits else ["discriminator"])
    assert fits or report.findings[0].pointer == "/components/schemas/Base/discriminator"


def test_passwords_and_write_only_text_are_secret(tmp_path: Path) -> None:
    text: dict[str, Any] = {"type": "string"}
    members: dict[str, tuple[dict[str, Any], bool]] = {
        "plain": (text, False),
        "marked": ({**text, "x-secret": True}, True),
        "password": ({**text, "format": "password"}, True),
        "sent": ({**text, "writeOnly": True}, True),
        "referred": ({"$ref": "#/components/schemas/Password"}, True),
        "shown": ({"$ref": "#/components/schemas/Password", "x-secret": False}, False),
        "listed": ({**text, "writeOnly": True, "enum": ["a"]}, False),
        "number": ({"type": "integer", "writeOnly": True}, False),
    }
    schemas = {
        "Password": {**text, "format": "password"},
        "User": {
            "type": "object",
            "properties": {name: each for name, (each, _) in members.items()},
        },
    }
    reference = {"$ref": "#/components/schemas/User"}
    content = {"application/json": {"schema": reference}}
    paths = {"/u": {"get": {"responses": {"200": {"description": "", "content": content}}}}}
    model = named(lowered(tmp_path, schemas, paths=paths), "User")
    assert {each.name: each.secret for each in model.members} == {
        name: secret for name, (_, secret) in members.items()
    }


def test_a_schema_that_is_nothing_but_itself_is_any_value(tmp_path: Path) -> None:
    report = Report()
    itself = {"allOf": [{"$ref": "#/components/schemas/A"}]}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
    get = {"operationId": "get", "responses": {"200": {"description": "It.", "content": content}}}
    api = lowered(tmp_path, {"A": itself}, report, {"/a": {"get": get}})
    assert [each.message for each in report.warnings] == [
        "this schema refers to nothing but itself; any value is accepted"
    ]
    assert len(api.operations) == 1
