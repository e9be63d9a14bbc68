"""Every feature of OpenAPI that gave somebody trouble: what is generated for it, and that it works."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from .support.cases import ABOUT, FOLDERS, expected, generated, imported, write
from .support.type_checking import find_type_errors

_CORE = ("EventStream", "Page")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_package_is_as_expected(folder: Path) -> None:
    files = expected(folder.name, *generated(folder))
    root = folder / "expected"
    wanted = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    assert files == wanted, "nox -s goldens, then read the diff"


def test_every_case_shows_something_that_it_is_about() -> None:
    names = {folder.name for folder in FOLDERS}
    assert ABOUT.keys() <= names
    for folder in FOLDERS:
        shown = {
            path.relative_to(folder / "expected").parts[0]
            for path in folder.glob("expected/**/*.*")
        }
        missing = set(ABOUT.get(folder.name, ("_codec",))) - shown
        assert not missing, f"{folder.name} says that it is about {missing}"


def test_all_cases_are_typed(tmp_path: Path) -> None:
    """Check all packages together, with and without the extras: each costs a second by itself."""
    names = [write(generated(folder)[0], tmp_path) for folder in FOLDERS]
    assert find_type_errors(tmp_path / "src", names, tmp_path / "mypy") == []


def sent(package: Any, operation: str, answer: Any, **arguments: Any) -> tuple[Any, Any]:
    """Call a method through a fake transport: the JSON of the request, and the result."""
    resource, method = operation.split(".")
    transport = importable(package, "testing").FakeTransport()
    transport.respond(operation, json=answer)
    name = next(
        each[5:] for each in package.__all__ if each.startswith("Async") and each[5:] not in _CORE
    )
    client = getattr(package, name)(http_client=transport)
    result = getattr(getattr(client, resource), method)(**arguments)
    return transport.requests[-1].body, result


def importable(package: Any, name: str) -> Any:
    """A module of a package."""
    return import_module(f"{package.__name__}.{name}")


def test_variants_become_their_classes(tmp_path: Path) -> None:
    with imported("unions", tmp_path) as package:
        models = importable(package, "models")
        drawing = models.Drawing.from_dict(
            {
                "shape": {"kind": "Triangle", "sides": [1]},
                "pet": {"petType": "Cat", "lives": 9},
                "event": {"type": "dropped"},
                "untold": {"vat": "x"},
                "one_or_many": [{"kind": "circle"}],
                "several": {"other": 1},
            }
        )
        assert type(drawing.shape) is models.Triangle
        assert type(drawing.pet) is models.Cat and drawing.pet.lives == 9
        assert type(drawing.event) is models.EventClosed
        assert type(drawing.untold) is models.UntoldCompany
        assert type(drawing.one_or_many[0]) is models.Circle
        assert type(drawing.several) is models.DrawingSeveralObject
        later = models.Drawing.from_dict(
            {"shape": {"kind": "star"}, "untold": {"other": 1}, "id": None}
        )
        assert type(later.shape) is models.UnknownShape and later.shape.kind == "star"
        assert later.untold == {"other": 1}


@pytest.mark.parametrize(
    ("member", "value", "variant"),
    [
        ("version", {"v": 1}, "V1"),
        ("version", {"v": 3.0}, "V2"),
        ("version", {"v": 4}, "UnknownVersion"),
        ("version", {"v": [1]}, "UnknownVersion"),
        ("mapped", {"code": 2}, "M2"),
        ("outcome", {"ok": False, "value": "x"}, "SignsOutcomeFailed"),
        ("lookup", {"id": "1", "name": "n"}, "SignsLookupByID"),
        ("lookup", {"name": "n"}, "SignsLookupByName"),
        ("setting", {"value": "x"}, "SignsSettingText"),
        ("setting", {"value": 1}, "SignsSettingNumber"),
        ("setting", {"value": []}, "SignsSettingList"),
        ("setting", {"value": {}}, "SignsSettingText"),
        ("expression", {"op": "or", "of": [{"op": "not"}]}, "Both"),
        ("expression", {"op": "not", "of": {"field": "x"}}, "Negation"),
        ("expression", {"field": "x"}, "Test"),
        ("expression", {"op": "later"}, "Both"),
        ("size", {"x": 1, "y": 2, "z": 3}, "SignsSizeLarge"),
        ("size", {"x": 1, "y": 2}, "SignsSizeMedium"),
        ("size", {"x": 1}, "SignsSizeSmall"),
        ("alike", {"a": "x"}, "SignsAlikeOne"),
        ("alike", {"b": "x"}, "dict"),
        ("choice", "auto", "str"),
        ("choice", {"type": "hosted"}, "SignsChoiceHosted"),
        ("shared", {"kind": "south"}, "South"),
        ("mixed", {"kind": "north", "miles": 1}, "SignsMixedFar"),
        ("flat", {"kind": "south"}, "South"),
        ("flat", {"kind": "east"}, "UnknownSignsFlat"),
        ("tool", "x", "str"),
        ("tool", {"v": 2}, "V2"),
    ],
)
def test_signs_tell_variants_apart(
    member: str, value: Any, variant: str, unions: ModuleType
) -> None:
    decoded = getattr(unions.Signs.from_dict({member: value}), member)
    assert type(decoded).__name__ == variant
    assert (decoded.to_dict() if hasattr(decoded, "to_dict") else decoded) == value


def test_items_tell_lists_apart(unions: ModuleType) -> None:
    points = unions.Signs.from_dict({"lists": [{}, {"at": 1.5}]}).lists
    lines = unions.Signs.from_dict({"lists": [{"at": [1.5]}]}).lists
    assert type(points[0]) is type(points[1]) is unions.SignsListsOption1Item
    assert type(lines[0]) is unions.SignsListsOption2Item


def test_templates_are_filled_by_who_uses_them(tmp_path: Path) -> None:
    with imported("dynamic-refs", tmp_path) as package:
        models = importable(package, "models")
        page = {"items": [{}], "byName": {"a": {}}}
        cats, dogs = models.CatPage.from_dict(page), models.DogsListResponse.from_dict(page)
        assert type(cats.items[0]) is type(cats.by_name["a"]) is models.Cat
        assert type(dogs.items[0]) is models.Dog
        assert models.Page.from_dict(page).items == [{}]
        tree = models.FruitTree.from_dict({"children": [{"fruit": 1}]})
        assert tree.children[0].fruit == 1


def test_what_only_an_answer_has_is_not_asked_for(tmp_path: Path) -> None:
    with imported("read-write-only", tmp_path) as package:
        profile = importable(package, "models").Profile(pin="1")
        assert profile.created is None and profile.to_dict() == {"pin": "1"}
        body, _ = sent(package, "accounts.create", {}, name="n", password="p", profile=profile)
        assert body == {"name": "n", "password": "p", "profile": {"pin": "1"}}


def test_what_depends_on_others_is_decoded(tmp_path: Path) -> None:
    with imported("untyped", tmp_path) as package:
        models = importable(package, "models")
        extras = models.Extras.from_dict({"a": "x", "b": {"country": "US", "zip": "1"}})
        assert extras.extra["b"].zip == "1"


@pytest.fixture(scope="module")
def unions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with imported("unions", tmp_path_factory.mktemp("unions")) as package:
        yield importable(package, "models")


def test_recursion_is_decoded_and_renamed_to_any_depth(tmp_path: Path) -> None:
    with imported("recursion", tmp_path) as package:
        models = importable(package, "models")
        tree: dict[str, Any] = {"leaf_count": 0}
        for _ in range(5):
            tree = {"children": [tree], "by_name": {"leaf_count": {"leaf_count": 1}}}
        body, result = sent(package, "trees.replace", {"children": [{"children": [{}]}]}, **tree)
        assert type(result.children[0].children[0]) is models.Tree
        for _ in range(5):
            assert body["byName"] == {"leaf_count": {"leafCount": 1}}
            body = body["children"][0]
        assert body == {"leafCount": 0}
        assert type(models.Tree.from_dict({"value": [[1, "x"]]}).value) is list


def test_extra_members_are_decoded(tmp_path: Path) -> None:
    with imported("extra-members", tmp_path) as package:
        models = importable(package, "models")
        data = {
            "name": "n",
            "a": {"hostName": "h"},
            "lists": {"b": [{"hostName": "i"}]},
            "tuple": ["x", {}, 1],
        }
        registry = models.Registry.from_dict(data)
        assert registry.extra["a"].host_name == "h" and registry.name == "n"
        assert registry.lists["b"][0].host_name == "i"
        assert type(registry.tuple[1]) is models.Entry
        assert registry.to_dict() == data


def test_moments_become_dates_where_they_are_members_or_items(tmp_path: Path) -> None:
    with imported("dates", tmp_path) as package:
        models = importable(package, "models")
        moments = models.Moments.from_dict(
            {
                "at": "2024-05-06T07:08:09Z",
                "maybe": None,
                "days": ["2024-05-06"],
                "map": {"a": "2024-05-06"},
                "data": "aGk=",
            }
        )
        assert moments.at == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC) and moments.maybe is None
        assert moments.days == [date(2024, 5, 6)] and moments.map == {"a": "2024-05-06"}
        assert moments.data == b"hi"


def test_names_that_are_taken_change_nothing_on_the_wire(tmp_path: Path) -> None:
    with imported("reserved-names", tmp_path) as package:
        models = importable(package, "models")
        page = models.Page.from_dict({"member": "m", "memberId": "i", "date": "2024-05-06"})
        assert (page.member, page.member_id, page.date) == ("m", "i", date(2024, 5, 6))
        nested = models.Operation.from_dict({"any": {"dict": {"dict": {"a": {"type": "t"}}}}})
        assert nested.any.dict.dict["a"].type == "t"
        odd = models.ModelModel.from_dict({"to_dict": "a", "extra": "b", "__class__": "c"})
        assert (odd.to_dict_, odd.extra_, odd.class_) == ("a", "b", "c")
        assert odd.to_dict() == {"to_dict": "a", "extra": "b", "__class__": "c"}


def test_what_extends_a_base_is_distinguished_wherever_the_base_is_used(tmp_path: Path) -> None:
    with imported("inheritance", tmp_path) as package:
        models = importable(package, "models")
        answer = [
            {"animalKind": "kitty"},
            {"animalKind": "Puppy", "bestFriend": {"animalKind": "Canine"}},
            {},
        ]
        given = {"animal_kind": "Canine", "best_friend": {"animal_kind": "kitty"}}
        body, result = sent(package, "animals.create", answer, animal=given)
        assert [type(each) for each in result] == [models.Cat, models.Puppy, models.Animal]
        assert type(result[1].best_friend) is models.Dog
        assert body == {"animal": {"animalKind": "Canine", "bestFriend": {"animalKind": "kitty"}}}
