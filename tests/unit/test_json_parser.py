"""JSON: values as the standard library gives them, positions found afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Report
from generator.openapi.json_pointers import escape
from generator.openapi.loading import load
from generator.openapi.loading.document import Parsed
from generator.openapi.loading.json_parser import parse_json
from generator.openapi.loading.source_map import Lines, Locator

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def locator(text: str) -> Locator:
    """What finds places in a JSON text."""
    return parse_json(text).locator(Lines(text))


def codes(parsed: Parsed) -> list[str]:
    return [issue.code for issue in parsed.issues]


@given(VALUES, st.sampled_from([None, 2]))
def test_any_value_comes_back_as_it_was(value: Any, indent: int | None) -> None:
    parsed = parse_json(json.dumps(value, indent=indent))
    assert parsed.issues == ()
    assert parsed.value == value


def test_the_place_of_a_member_is_its_key() -> None:
    text = '{\n  "paths": {\n    "/a/b": {"get": [1, {"x~y": null}]}\n  }\n}'
    locate = locator(text)
    assert locate("") == (1, 1)
    assert locate("/paths") == (2, 3)
    assert locate("/paths/~1a~1b") == (3, 5)
    assert locate("/paths/~1a~1b/get/1") == (3, 25)
    assert locate("/paths/~1a~1b/get/1/x~0y") == (3, 26)


def test_what_is_not_there_is_placed_at_its_nearest_parent() -> None:
    locate = locator('{"a": {"b": []}}')
    assert locate("/a/b/3") == locate("/a/b") == (1, 8)
    assert locate("/a/c/d") == locate("/a") == (1, 2)


def test_lines_may_end_in_any_way() -> None:
    assert locator('{\r\n"a": 1,\r\n"b": 2}')("/b") == (3, 1)
    assert locator('{\r"a": 1,\r"b": 2}')("/b") == (3, 1)


def test_a_key_that_stands_twice_is_reported_at_its_second_place() -> None:
    parsed = parse_json('{"a": {"b": 1,\n "b": 2}}')
    assert parsed.value == {"a": {"b": 2}}
    assert [(issue.code, issue.position, issue.pointer) for issue in parsed.issues] == [
        ("duplicate-key", (2, 2), "/a/b")
    ]


def test_numbers_out_of_range_are_text() -> None:
    parsed = parse_json(f'[1e999, NaN, -Infinity, {"9" * 5000}]')
    assert parsed.value == ["1e999", "NaN", "-Infinity", "9" * 5000]
    assert codes(parsed) == ["odd-number"] * 4


def test_half_a_character_is_replaced_and_reported() -> None:
    parsed = parse_json(r'{"a": "\ud83d", "b": "\ud83d\ude00"}')
    assert parsed.value == {"a": "\ufffd", "b": "😀"}
    assert codes(parsed) == ["lone-surrogate"]


def test_a_syntax_error_is_a_located_refusal() -> None:
    parsed = parse_json('{"a": 1,\n "b" 2}')
    assert codes(parsed) == ["json-syntax"]
    assert parsed.value is None
    assert parsed.issues[0].position == (2, 6)


def test_nesting_beyond_python_is_a_refusal() -> None:
    assert codes(parse_json("[" * 100_000)) == ["too-deep"]


@pytest.mark.parametrize(
    "encoding",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
        *("utf-32", "utf-32-le", "utf-32-be"),
    ],
)
@pytest.mark.parametrize("name", ["api.json", "api.yaml"])
def test_every_encoding_of_unicode_is_read(encoding: str, name: str, tmp_path: Path) -> None:
    text = json.dumps({"openapi": "3.1.0", "info": {"title": "Ünicode"}}, ensure_ascii=False)
    (tmp_path / name).write_bytes(text.encode(encoding))
    report = Report()
    source = load(tmp_path / name, report)
    assert source is not None and report.findings == ()
    assert source.root.value["info"] == {"title": "Ünicode"}


def _pointers(value: object, pointer: str = "") -> Iterator[str]:
    yield pointer
    if isinstance(value, (dict, list)):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in pairs:
            yield from _pointers(child, f"{pointer}/{escape(str(key))}")


@given(VALUES, st.randoms(use_true_random=False))
def test_the_order_of_questions_changes_no_position(value: object, chance: Random) -> None:
    """A container is read no further than needed; a reader that starts anew for each question is the measure."""
    text = json.dumps(value, indent=1)
    pointers = [*_pointers(value), "/a/b/missing", "/9"]
    chance.shuffle(pointers)
    locate = locator(text)
    assert [locate(each) for each in pointers] == [locator(text)(each) for each in pointers]
