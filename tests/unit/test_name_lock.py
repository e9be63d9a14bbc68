"""A package that is generated again keeps its names: nobody's method becomes another operation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from generator.lowering.naming.name_lock import read_package_lock

_OLD = "/v1/pets"
_RIVAL = "/pets"
"""Alone or together, whoever has the shorter path would be called `pets.list`."""


def _spec(folder: Path, name: str, *paths: str) -> Path:
    listed: dict[str, Any] = {
        path: {"get": {"tags": ["pets"], "responses": {"204": {"description": "Fine."}}}}
        for path in paths
    }
    whole = {"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "paths": listed}
    (folder / name).write_text(json.dumps(whole), encoding="utf-8")
    return folder / name


def _names(package: Path) -> dict[str, str]:
    lock = read_package_lock(package)
    return {
        path: ".".join((*name.resource, name.method)) for (_, path), name in lock.operations.items()
    }


def test_an_added_operation_takes_no_name_from_another(tmp_path: Path) -> None:
    spec, output = _spec(tmp_path, "pets.json", _OLD), tmp_path / "out"
    assert main(["generate", str(spec), "--output", str(output)]) == 0
    assert _names(output) == {_OLD: "pets.list"}
    _spec(tmp_path, "pets.json", _RIVAL, _OLD)
    for _ in range(2):
        assert main(["generate", str(spec), "--output", str(output)]) == 0
        assert _names(output) == {_OLD: "pets.list", _RIVAL: "pets.list_at_pets"}
    assert main(["check", str(spec), "--output", str(output)]) == 0
    assert main(["generate", str(spec), "--output", str(tmp_path / "new")]) == 0
    assert _names(tmp_path / "new") == {_RIVAL: "pets.list", _OLD: "pets.list_v1"}


def test_of_equal_names_in_the_document_the_older_operation_has_it(tmp_path: Path) -> None:
    def generate(*paths: str) -> dict[str, str]:
        spec = _spec(tmp_path, "pets.json", *paths)
        document = json.loads(spec.read_text(encoding="utf-8"))
        for item in document["paths"].values():
            item["get"]["x-method"] = "fetch"
        spec.write_text(json.dumps(document), encoding="utf-8")
        assert main(["generate", str(spec), "--output", str(tmp_path / "out")]) == 0
        return _names(tmp_path / "out")

    assert generate(_OLD) == {_OLD: "pets.fetch"}
    for _ in range(2):
        assert generate(_RIVAL, _OLD)[_OLD] == "pets.fetch"


def test_a_comparison_knows_who_had_the_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = _spec(tmp_path, "old.json", _OLD)
    new = _spec(tmp_path, "new.json", _RIVAL, _OLD)
    assert main(["diff", str(old), str(new), "--format", "json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert [(each["verdict"], each["subject"]) for each in changes] == [
        ("additive", "pets.list_at_pets")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "\xff",
        '{"operations": []}',
        '{"operations": {"pets.list": 1}}',
        '{"operations": {"pets.list": {}}}',
        '{"operations": {"pets.import os": {"method": "GET", "path": "/v1/pets"}}}',
        '{"a":' * 100_000,
    ],
)
def test_a_contract_that_is_none_is_no_obstacle(text: str, tmp_path: Path) -> None:
    spec, output = _spec(tmp_path, "pets.json", _OLD), tmp_path / "out"
    assert main(["generate", str(spec), "--output", str(output)]) == 0
    [contract] = output.glob("src/*/_contract.json")
    whole = contract.read_text(encoding="utf-8")
    contract.write_text(text, encoding="latin-1")
    assert main(["generate", str(spec), "--output", str(output)]) == 0
    assert contract.read_text(encoding="utf-8") == whole


_SHAPE = {
    "type": "object",
    "properties": {
        "total": {"type": "integer"},
        "owner": {"type": "object", "properties": {"name": {"type": "string"}}},
    },
}
_KENNEL = {
    "type": "object",
    "properties": {"size": {"type": "integer"}, "roof": {"type": "string"}},
}
REMOVED: Any = object()
_PET = {"type": "object", "properties": {"name": {"type": "string"}}}


def _get(tag: str, schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"get": {"tags": [tag], "responses": {"200": {"description": "", "content": content}}}}


def _generate(
    folder: Path, paths: dict[str, Any], version: str = "1.0.0", **schemas: Any
) -> dict[str, dict[str, str]]:
    """Generate into the same folder, and return for each module of models what can be imported, and what it is."""
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "x-client": {"package": "pets", "version": version},
        "paths": paths,
        "components": {
            "schemas": {
                name: schema
                for name, schema in {"Pet": _PET, **schemas}.items()
                if schema is not REMOVED
            }
        },
    }
    spec, output = folder / "pets.json", folder / "out"
    spec.write_text(json.dumps(whole), encoding="utf-8")
    assert main(["generate", str(spec), "--output", str(output)]) == 0
    assert main(["check", str(spec), "--output", str(output)]) == 0
    contract = json.loads((output / "src/pets/_contract.json").read_text(encoding="utf-8"))
    names: dict[str, dict[str, str]] = {}
    for kind in ("definitions", "former"):
        for name in contract.get(kind, ()):
            module, _, own = name.partition(".")
            names.setdefault(module, {})[own] = kind
    return names


_FIRST = {
    "/v1/pets": _get("pets", _SHAPE),
    "/v1/pets/{id}": _get("pets", {"$ref": "#/components/schemas/Pet"}),
}


def test_a_contract_has_one_entry_a_line(tmp_path: Path) -> None:
    def lines() -> list[str]:
        [contract] = tmp_path.glob("out/src/*/_contract.json")
        return contract.read_text(encoding="utf-8").splitlines()

    def start(line: str) -> str:
        return line.partition(":")[0]

    _generate(tmp_path, _FIRST)
    before = lines()
    assert '"Pet"' in map(start, before)
    no_content = {"get": {"tags": ["owners"], "responses": {"204": {"description": ""}}}}
    _generate(tmp_path, {"/v1/owners": no_content, **_FIRST})
    added = [start(line) for line in lines() if line not in before]
    assert added == ['"owners.list"', '"owners.OwnersResource"']
    assert [line for line in before if line not in lines()] == []


def test_an_added_operation_with_an_equal_shape_renames_no_class(tmp_path: Path) -> None:
    before = _generate(tmp_path, _FIRST)
    assert before == {
        "pets": dict.fromkeys(("PetsListResponse", "PetsListResponseOwner", "Pet"), "definitions")
    }
    after = _generate(tmp_path, {"/pets": _get("pets", _SHAPE), **_FIRST})
    assert after == before


def test_a_second_user_of_a_class_leaves_its_name_where_it_was(tmp_path: Path) -> None:
    before = _generate(tmp_path, _FIRST)
    other = _get("zoos", {"$ref": "#/components/schemas/Pet"})
    assert _generate(tmp_path, {**_FIRST, "/zoos": other}) == before


def test_modules_that_came_to_need_each_other_are_imported_and_decode(tmp_path: Path) -> None:
    def has(name: str) -> dict[str, Any]:
        reference = {"$ref": f"#/components/schemas/{name}"}
        return {
            "type": "object",
            "properties": {"id": {"type": "string"}, "other": reference},
            "required": ["other"],
        }

    own = {
        f"/{name.lower()}s": _get(f"{name.lower()}s", {"$ref": f"#/components/schemas/{name}"})
        for name in ("Pet", "Zoo")
    }
    before = _generate(tmp_path, own, Zoo=_SHAPE)
    crossed = {"/pets/all": _get("pets", has("Zoo")), "/zoos/all": _get("zoos", has("Pet"))}
    after = _generate(tmp_path, {**own, **crossed}, Zoo=_SHAPE)
    assert all(after[module].items() >= names.items() for module, names in before.items())
    program = """
from pets import Pets
from pets.testing import FakeTransport
with Pets(base_url="https://pets.example", http_client=FakeTransport()) as client:
    print(type(client.pets.get_all().other), type(client.zoos.get_all().other))
"""
    for first in ("zoos", "pets"):
        run = subprocess.run(
            [sys.executable, "-c", f"import pets.models.{first}, pets._codec.{first}\n{program}"],
            env={**os.environ, "PYTHONPATH": str(tmp_path / "out/src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (
            run.stdout == "<class 'pets.models.zoos.Zoo'> <class 'pets.models.pets.Pet'>\n"
        ), run.stderr


def test_a_resource_keeps_its_module_and_class(tmp_path: Path) -> None:
    def resources() -> dict[str, str]:
        [contract] = tmp_path.glob("out/src/*/_contract.json")
        return json.loads(contract.read_text(encoding="utf-8"))["resources"]

    def listed(*paths: str) -> dict[str, Any]:
        return {path: _get("", _SHAPE) for path in paths}

    first = ("/shops/pets/toys", "/shops", "/shops/pets")
    _generate(tmp_path, listed(*first))
    before = resources()
    more = tuple(f"/shops/pets/{name}" for name in ("food/a", "food/b", "food/c", "d", "e", "f"))
    _generate(tmp_path, listed("/pets/toys", "/pets", *first, *more))
    assert before.items() <= resources().items()
    assert len(resources()) > len(before)


@pytest.mark.parametrize("version", ["1.1.0", "1.2.0"])
def test_a_renamed_component_keeps_its_former_name(tmp_path: Path, version: str) -> None:
    before = _generate(tmp_path, _FIRST, Zoo=_KENNEL)
    assert "Zoo" in before["others"]
    renamed = {**_FIRST, "/v1/pets/{id}": _get("pets", {"$ref": "#/components/schemas/Animal"})}
    _generate(tmp_path, renamed, "1.1.0", Animal=_PET, Pet=REMOVED, Zoo=REMOVED, Park=_KENNEL)
    after = _generate(
        tmp_path, renamed, version, Animal=_PET, Pet=REMOVED, Zoo=REMOVED, Park=_KENNEL
    )
    assert after["pets"]["Animal"] == "definitions" and after["pets"]["Pet"] == "former"
    assert after["others"] == {"Zoo": "former", "Park": "definitions"}


def test_a_component_written_out_in_place_keeps_its_name(tmp_path: Path) -> None:
    referring = {**_FIRST, "/v1/pets/{id}": _get("pets", {"$ref": "#/components/schemas/Kennel"})}
    before = _generate(tmp_path, referring, Kennel=_KENNEL)
    in_place = {**_FIRST, "/v1/pets/{id}": _get("pets", _KENNEL)}
    assert _generate(tmp_path, in_place, Kennel=REMOVED) == before


def test_what_has_a_rival_of_the_same_shape_has_no_successor(tmp_path: Path) -> None:
    _generate(tmp_path, _FIRST)
    after = _generate(
        tmp_path, _FIRST | {"/v1/pets/{id}": _get("pets", {})}, Pet=REMOVED, A=_PET, B=_PET
    )
    assert "Pet" not in {name for names in after.values() for name in names}


def test_a_shape_that_became_a_component_keeps_its_former_names_for_one_major_version(
    tmp_path: Path,
) -> None:
    _generate(tmp_path, _FIRST)
    moved = {**_FIRST, "/v1/pets": _get("pets", {"$ref": "#/components/schemas/PetList"})}
    aliases = {"PetsListResponse": "former", "PetsListResponseOwner": "former"}
    current = dict.fromkeys(("PetList", "PetListOwner", "Pet"), "definitions")
    for version in ("1.0.0", "1.4.0"):
        assert _generate(tmp_path, moved, version, PetList=_SHAPE) == {"pets": current | aliases}
    text = (tmp_path / "out/src/pets/models/pets.py").read_text(encoding="utf-8")
    assert '"PetsListResponseOwner": ("pets", "PetListOwner")' in text
    assert _generate(tmp_path, moved, "2.0.0", PetList=_SHAPE) == {"pets": current}


def test_a_class_that_the_document_names_gets_that_name(tmp_path: Path) -> None:
    _generate(tmp_path, _FIRST)
    named = {**_FIRST, "/v1/pets": _get("pets", {**_SHAPE, "x-name": "Listing"})}
    after = _generate(tmp_path, named)
    assert after["pets"]["Listing"] == "definitions"
    assert after["pets"]["PetsListResponse"] == "former"
