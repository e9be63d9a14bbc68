"""Models: views of what came."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest
from fakepkg._codec.things import thing
from fakepkg._core.codec import decode_list, decode_map, get_member
from fakepkg._core.model import NULL, Model, Null, member, model
from fakepkg.models.things import HTTPThing, Owner, Thing

WIRE = {
    "id": "1",
    "created_at": "2024-05-01T10:00:00Z",
    "count": None,
    "owner": {"fullName": "A", "odd": 1},
    "day": "2024-05-01",
    "blob": "AP8=",
    "moments": ["2024-05-01T10:00:00+02:00", "later"],
    "unknown": [1],
}


def decoded() -> Thing:
    return thing(copy.deepcopy(WIRE))


def test_a_model_is_the_object_that_came() -> None:
    data = copy.deepcopy(WIRE)
    made = thing(data)
    assert made.__dict__ is data and made.to_dict() == WIRE
    assert made.created_at == datetime(2024, 5, 1, 10, tzinfo=UTC) and made.day == date(2024, 5, 1)
    assert made.blob == b"\x00\xff" and made.owner is not None and made.owner.full_name == "A"
    assert made.moments == [
        datetime(2024, 5, 1, 10, tzinfo=timezone(timedelta(hours=2))),
        "later",
    ]
    assert made.note is None and "note" not in made.to_dict() and made.count is None
    assert made.extra == {"unknown": [1]} and made.owner.extra == {"odd": 1}
    made.to_dict()["unknown"].append(2)
    assert made.to_dict() == WIRE, "what to_dict gives is a copy"


@pytest.mark.parametrize("value", [None, 3, "x", [], {"a": 1}, "2024-05-01", "not a date", True])
@pytest.mark.parametrize("name", list(WIRE))
def test_whatever_comes_is_borne(name: str, value: Any) -> None:
    data = {**copy.deepcopy(WIRE), name: value}
    made = thing(copy.deepcopy(data))
    assert made.to_dict() == data
    for attribute in Thing.__wire__:
        getattr(made, attribute)
    repr(made)
    assert made == thing(copy.deepcopy(data))
    assert thing(copy.deepcopy({key: data[key] for key in data if key != name})).id in ("1", None)


def test_text_that_is_no_date_is_handed_back() -> None:
    made = thing({"created_at": "2024-05-01", "day": "2024-13-01", "blob": "?"})
    assert (made.created_at, made.day, made.blob) == ("2024-05-01", "2024-13-01", "?")


def test_making_one() -> None:
    made = Thing(id="1", created_at=datetime(2024, 5, 1, tzinfo=UTC), count=None, note=None)
    assert made.to_dict() == {"id": "1", "created_at": "2024-05-01T00:00:00Z", "count": None}
    nulled = Thing(id="1", created_at=datetime(2024, 5, 1), count=1, note=NULL)  # type: ignore[arg-type]
    assert nulled.to_dict()["note"] is None and nulled.note is None
    with pytest.raises(TypeError):
        Thing(id="1")  # type: ignore[call-arg]
    made.owner = Owner(full_name="B")
    made.created_at = datetime(2024, 5, 2, 1, 2, 3, 4000, UTC)
    made.blob = b"\xff"
    made.moments = [datetime(2024, 5, 2, tzinfo=UTC)]
    assert made.to_dict() == {
        "id": "1",
        "created_at": "2024-05-02T01:02:03.004Z",
        "count": None,
        "owner": {"fullName": "B"},
        "blob": "/w==",
        "moments": ["2024-05-02T00:00:00Z"],
    }
    del made.owner, made.blob, made.id
    assert made.owner is None and set(made.to_dict()) == {"created_at", "count", "moments"}
    with pytest.raises(AttributeError):
        del made.blob


def test_equality() -> None:
    built = Thing(id="1", created_at=datetime(2024, 5, 1, 10, tzinfo=UTC), count=None)
    came = thing({"id": "1", "created_at": "2024-05-01T12:00:00.000+02:00", "count": None})
    assert built == came and not built != came
    assert built != thing({"id": "1", "created_at": "2024-05-01T12:00:01+02:00", "count": None})
    assert built != thing({"id": "1", "created_at": "2024-05-01T10:00:00Z"}), "absent is not null"
    assert built != built.to_dict() and HTTPThing() != Owner(full_name="a")
    with pytest.raises(TypeError):
        hash(built)


def test_copies_and_pickles() -> None:
    made = decoded()
    shallow, deep, revived = copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))
    assert made == shallow == deep == revived
    assert shallow.owner is made.owner and deep.owner is not made.owner
    shallow.note = "x"
    assert made.note is None
    assert copy.copy(NULL) is NULL is copy.deepcopy(NULL) is pickle.loads(pickle.dumps(NULL))
    assert not NULL and repr(NULL) == "NULL" and isinstance(NULL, Null)


def test_json_text_can_be_encoded_whatever_a_server_sent() -> None:
    assert HTTPThing.from_dict({"a": "é"}).to_json() == '{"a": "é"}'
    text = HTTPThing.from_dict({"a": "é\ud800"}).to_json()
    assert text.encode() and json.loads(text) == {"a": "é\ud800"}


def test_from_dict_decodes_a_copy() -> None:
    made = Thing.from_dict(WIRE)
    assert isinstance(made.owner, Owner) and isinstance(WIRE["owner"], dict)
    assert made.to_dict() == WIRE
    assert HTTPThing.from_dict({"a": "b"}).a == "b" and Thing.__decoder__ == "thing"


HOSTILE = [
    *("to_dict", "from_dict", "extra", "__class__", "__dict__", "__eq__", "__repr__", "__copy__"),
    *("__deepcopy__", "__reduce_ex__", "__reduce__", "__getstate__", "__wire__", "__secret__"),
    *("__kinds__", "__decoder__", "__attrs_attrs__", "__init__", "self", "", "a b"),
]


def test_members_may_be_called_anything() -> None:
    data = {**{name: name for name in HOSTILE}, "id": "1"}
    made = thing(copy.deepcopy(data))
    assert made.to_dict() == data and isinstance(made, Thing) and made.id == "1"
    assert made.extra == {name: name for name in HOSTILE}
    for other in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert other == made and type(other) is Thing
    assert "to_dict='to_dict'" in repr(made)


def test_names_of_the_base_class_are_refused_for_attributes() -> None:
    with pytest.raises(TypeError, match="belongs to Model"):

        @model
        class Bad(Model):
            extra_: str = member("extra")
            to_dict: str  # type: ignore[assignment]


def test_printing_is_short_and_in_order() -> None:
    made = thing({"id": "x" * 500, "count": 1, "unknown": list(range(100))})
    shown = repr(made)
    assert shown.startswith("Thing(id='xxx") and "(502 characters)" in shown
    assert shown.endswith("count=1, unknown=[0, 1, 2, … 97 more])") and len(shown) < 200


def test_models_are_attrs_classes_and_match() -> None:
    assert [field.name for field in attrs.fields(Owner)] == ["full_name", "token"]
    match decoded():
        case Thing(owner=Owner(full_name=name), note=None):
            assert name == "A"
        case _:
            raise AssertionError


def test_answers_are_decoded_without_attrs() -> None:
    code = """
import sys
from fakepkg._codec.things import thing
from fakepkg.models.things import Owner, Thing
made = thing({"id": "1", "owner": {"fullName": "A"}})
assert made.owner.full_name == "A" and made == thing(made.to_dict()) and "full_name" in repr(made)
assert "attr" not in sys.modules
assert Owner(full_name="A") == made.owner and "attr" in sys.modules
"""
    env = {"PYTHONPATH": ":".join(sys.path)}
    run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_attrs_completes_a_class_when_it_is_needed() -> None:
    @model
    class Base(Model):
        a_b: str | None = member("aB", default=None)

    @model
    class Derived(Base):
        c: int

    class Own(Derived):
        pass

    made = Own.__new__(Own)
    made.__dict__ = {"aB": "x", "c": 1}
    assert attrs.has(Own) and not attrs.has(Model)
    assert attrs.asdict(made) == {"a_b": "x", "c": 1}
    assert attrs.evolve(made, c=2).to_dict() == {"aB": "x", "c": 2}
    assert str(inspect.signature(Base)).startswith("(*, a_b")
    assert made.a_b == "x" and Base().a_b is None and Base(a_b="y").a_b == "y"
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'c'"):
        Own(a_b="x")  # type: ignore[call-arg]


def test_a_class_is_completed_once_by_threads() -> None:
    for _ in range(50):

        @model
        class Some(Model):
            a: int
            b_c: int = member("bC")

        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(lambda n, cls=Some: cls(a=n, b_c=n), range(8)))  # type: ignore[misc]
        assert [(each.a, each.b_c) for each in made] == [(n, n) for n in range(8)]


def test_inheritance() -> None:
    @model
    class Base(Model):
        a_b: str | None = member("aB", default=None)

    @model
    class Derived(Base):
        c: int | None = None

    made = Derived(a_b="x", c=1)
    assert made.to_dict() == {"aB": "x", "c": 1} and Derived.__wire__ == {"a_b": "aB", "c": "c"}
    assert Derived.__decoder__ == "derived"


def test_helpers_of_decoders() -> None:
    assert (
        decode_list(str, [1]) == ["1"]
        and decode_list(str, "x") == "x"
        and decode_list(str, None) is None
    )
    assert decode_map(str, {"a": 1}) == {"a": "1"} and decode_map(str, [1]) == [1]
    assert get_member({"a": {"b": 1}}, "a.b") == 1 and get_member({"a": 1}, "a.b") is None
    assert get_member(None, "a") is None
    with pytest.raises(ValueError, match="expected an object, found array"):
        get_member([], "a")
