"""Nested values are decoded when they are first read, and nobody can tell the difference."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import datetime
from typing import Any

import pytest
from fakepkg._core.codec import DATE_TIME, adopt, decode_list, decode_map
from fakepkg._core.model import Model, member, model
from fakepkg.errors import ArgumentError


@model
class Leaf(Model):
    at: datetime | None = member(default=None, converter=DATE_TIME)
    token: str | None = member(default=None, secret=True)


@model
class Tree(Model):
    first_leaf: Leaf | None = member("firstLeaf", default=None)
    leaves: list[Leaf] | None = None
    named: dict[str, Leaf] | None = None
    untold: Any = None


leaf = adopt(Leaf)
NESTED = {
    "firstLeaf": lambda data: leaf(data),
    "leaves": lambda data: decode_list(leaf, data),
    "named": lambda data: decode_map(leaf, data),
    "untold": lambda data: data,
}
decode_tree = adopt(Tree, NESTED)


def body() -> dict[str, Any]:
    return {
        "firstLeaf": {"at": "2024-01-01T00:00:00Z", "token": "s3cr3t"},
        "leaves": [{"at": "2024-01-01T00:00:00Z"}, None, 5],
        "named": {"a": {}, "b": None},
        "untold": {"c": {}},
        "new": {"d": 1},
    }


def tree() -> Any:
    return decode_tree(body())


def test_members_are_decoded_once_and_kept() -> None:
    made = tree()
    assert type(made.first_leaf) is Leaf and made.first_leaf is made.first_leaf
    assert type(made.leaves[0]) is Leaf and made.leaves[1:] == [None, 5]
    assert made.leaves is made.leaves and made.named is made.named and made.untold is made.untold
    assert type(made.named["a"]) is Leaf and made.named["b"] is None
    made.leaves.append(Leaf())
    made.named["c"] = Leaf()
    assert len(made.leaves) == 4 and list(made.named) == ["a", "b", "c"]
    made.first_leaf.token = "changed"
    assert made.to_dict()["firstLeaf"]["token"] == "changed"


@pytest.mark.parametrize("read", [(), ("first_leaf",), ("leaves", "named"), ("untold",)])
def test_reading_changes_nothing_that_can_be_seen(read: tuple[str, ...]) -> None:
    made, other = tree(), tree()
    for name in read:
        getattr(made, name)
    assert made.to_dict() == body() and json.loads(made.to_json()) == body()
    assert made == other and other == made and repr(made) == repr(other)
    for copied in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert (
            copied == other and type(copied.leaves[0]) is Leaf and copied.extra == {"new": {"d": 1}}
        )
    made.leaves[0].at = None
    assert made != other


def test_what_is_assigned_is_left_alone() -> None:
    made, given, named = tree(), [{}], {"x": {}}
    made.leaves, made.named = given, named
    given.append({"y": 1})
    assert made.leaves is given and made.named is named and made.leaves[0] == {}
    assert copy.copy(made).leaves is given
    by_hand = Tree(leaves=given, first_leaf=Leaf(token="t"))
    assert by_hand.leaves is given and by_hand.first_leaf.token == "t"
    del made.leaves
    assert made.leaves is None and "leaves" not in made.to_dict()
    with pytest.raises(AttributeError):
        del made.leaves


@pytest.mark.parametrize("odd", [None, 5, "x", [], [[]], {}, {"a": 1}])
def test_whatever_came_is_handed_on(odd: Any) -> None:
    made = decode_tree({name: copy.deepcopy(odd) for name in ("firstLeaf", "leaves", "named")})
    values = (made.first_leaf, made.leaves, made.named)
    plain = [each.to_dict() if isinstance(each, Model) else each for each in values]
    assert plain == [odd] * 3 and values == (made.first_leaf, made.leaves, made.named)


def test_secrets_are_masked_at_every_level_and_values_are_those_of_attributes() -> None:
    made = tree()
    assert "s3cr3t" not in repr(made) and "token='***'" in repr(made)
    assert "at=datetime.datetime(2024, 1, 1" in repr(made), "the value that the attribute gives"
    fields = dict(made.__rich_repr__())
    assert list(fields) == ["first_leaf", "leaves", "named", "untold", "new"]
    assert dict(fields["first_leaf"].__rich_repr__())["token"] == "***"


def test_models_become_text() -> None:
    made = decode_tree({"untold": "é"})
    assert made.to_json() == '{"untold": "é"}' and made.to_json(indent=1) == '{\n "untold": "é"\n}'


@pytest.mark.parametrize(
    ("text", "is_large"),
    [
        ("18446744073709551616", True),
        ("-9223372036854775809", True),
        ('{"a":123456789012345678901234567890}', True),
        ("[1, -12345678901234567890]", True),
        ("9223372036854775807", True),
        ("123456789012345678", False),
        ('{"id":"12345678901234567890"}', False),
        ("0.12345678901234567890", False),
    ],
)
def test_the_parser_changes_no_integer(text: str, is_large: bool) -> None:
    from fakepkg._core.codec import has_large_integer
    from fakepkg._core.response_decoding import parse

    assert has_large_integer(text.encode()) is is_large
    assert parse(text.encode()) == json.loads(text)
    assert type(parse(text.encode())) is type(json.loads(text))


@model
class Chain(Model):
    at: datetime | None = member(default=None, converter=DATE_TIME)
    below: Chain | None = None
    others: Any = None


chain = adopt(Chain, {"below": lambda data: chain(data)})


def chain_of(levels: int, end: Any = None, *, read: bool = True, at: str = "Z") -> Any:
    made: Any = {"at": end} if end is None else {"at": f"{end}{at}"}
    for _ in range(levels):
        made = {"below": made, "others": [{"x": 1}]}
    made = current = chain(made)
    while read and (current := current.below) is not None:
        pass
    return made


DEEP = 5_000
MOMENT = "2024-01-01T00:00:00"


@pytest.mark.parametrize("read", [False, True])
@pytest.mark.parametrize("levels", [3, 400, DEEP])
def test_models_of_any_depth_are_copied_and_compared(levels: int, read: bool) -> None:
    made = chain_of(levels, MOMENT, read=read)
    plain = made.to_dict()
    assert type(plain) is dict and type(plain["below"]) is dict
    assert made == chain_of(levels, MOMENT, read=not read)
    assert made == chain_of(levels, MOMENT, at="+00:00"), "the same moment in another spelling"
    assert made != chain_of(levels, "2024-01-02T00:00:00")
    assert made != chain_of(levels + 1, MOMENT)
    assert "below=Chain(" in repr(made)
    for copied in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert type(copied) is Chain and copied == made
        copied.others[0]["x"] = 2
        assert made.others[0]["x"] == 1
        current, depth = copied, 0
        while (current := current.below) is not None:
            depth += 1
        assert depth == levels


def test_writing_json_has_a_limit_that_is_named() -> None:
    assert json.loads(chain_of(300).to_json())["below"]["others"] == [{"x": 1}]
    with pytest.raises(ArgumentError, match="deeply|levels"):
        chain_of(10_500, read=False).to_json()


def test_what_contains_itself_is_no_json() -> None:
    made = chain_of(2)
    made.others = [made, made]
    with pytest.raises(ArgumentError, match="contains itself"):
        made.to_dict()
    assert copy.deepcopy(made).others[0].below is not None
    again = pickle.loads(pickle.dumps(made))
    assert again.others[0] is again and again.others[1] is again


def test_copies_keep_what_was_settled_and_who_is_who() -> None:
    made = tree()
    made.named = {"a": {"at": "not decoded again"}}
    made.untold = [made.first_leaf, made.first_leaf]
    for copied in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert copied.named == {"a": {"at": "not decoded again"}}
        assert type(copied.named["a"]) is dict
        assert copied.untold[0] is copied.untold[1] is copied.first_leaf
        assert copied == made and list(copied.__dict__) == list(made.__dict__)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, lambda made: made])
def test_an_assigned_mapping_is_left_alone_before_any_was_decoded(duplicate: Any) -> None:
    made = adopt(Tree, NESTED)({})
    made.named = {"a": {"at": "not decoded again"}}
    pickled = pickle.dumps(duplicate(made))
    assert type(duplicate(made).named["a"]) is dict
    adopt(Tree, NESTED)  # as in another process
    assert type(pickle.loads(pickled).named["a"]) is dict
