"""YAML: plain values, keys as they are spelled, and nothing that a document can do with it."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.openapi.json_pointers import escape
from generator.openapi.loading import yaml_parser
from generator.openapi.loading.document import Parsed
from generator.openapi.loading.source_map import Lines
from generator.openapi.loading.yaml_parser import needs_ruamel, parse_yaml
from generator.openapi.loading.yaml_scalars import resolve_plain

ROOT = Path(__file__).parents[2]
TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\x85\u2028\u2029")
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


def place(parse: Parsed, pointer: str) -> tuple[int, int]:
    return parse.locator(Lines(""))(pointer)


def codes(parse: Parsed) -> list[str]:
    return [issue.code for issue in parse.issues]


@given(st.dictionaries(TEXT, VALUES, min_size=1))
def test_any_value_comes_back_as_it_was(value: Any) -> None:
    text = StringIO()
    YAML().dump(value, text)
    parse = parse_yaml(text.getvalue())
    assert parse.issues == ()
    assert parse.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("true", True),
        ("False", False),
        ("yes", "yes"),
        ("12", 12),
        ("-0", 0),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1.2.3", "1.2.3"),
        ("2020-01-01", "2020-01-01"),
        ("12:30", "12:30"),
        ("+", "+"),
        ("1_000", "1_000"),
    ],
)
def test_plain_scalars_follow_the_core_schema(text: str, value: Any) -> None:
    resolved = resolve_plain(text)
    assert (resolved, type(resolved)) == (value, type(value))


def test_keys_keep_their_spelling() -> None:
    parse = parse_yaml("200: a\ntrue: b\n'false': c\n~: d\n1.0: e\n2020-01-01: f\n? g\n: h\n")
    assert list(parse.value) == ["200", "true", "false", "~", "1.0", "2020-01-01", "g"]


def test_quoted_and_block_scalars_are_text() -> None:
    parse = parse_yaml("a: '1'\nb: \"true\"\nc: |\n  12\nd: >-\n  null\n")
    assert parse.value == {"a": "1", "b": "true", "c": "12\n", "d": "null"}


def test_the_place_of_a_member_is_its_key() -> None:
    parse = parse_yaml(
        "paths:\n  /a/b:\n    get: [1, {x~y: z}]\n    tags:\n      - one\n      - two\n"
    )
    assert place(parse, "/paths/~1a~1b") == (2, 3)
    assert place(parse, "/paths/~1a~1b/get/1") == (3, 14)
    assert place(parse, "/paths/~1a~1b/get/1/x~0y") == (3, 15)
    assert place(parse, "/paths/~1a~1b/tags/1") == (6, 9)


def test_an_alias_is_placed_where_it_stands() -> None:
    text = "a: &x {b: {c: 1}}\nd: *x\n"
    parsed = parse_yaml(text)
    assert parsed.value == {"a": {"b": {"c": 1}}, "d": {"b": {"c": 1}}}
    assert parsed.locator(Lines(text))("/d/b/c") == (2, 1)


def test_merged_members_yield_to_own_ones_and_earlier_parts() -> None:
    parse = parse_yaml(
        "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  z: 3\n  <<: [*a, *b]\n  w: 3\n"
    )
    assert parse.value["c"] == {"x": 1, "y": 1, "z": 3, "w": 3}


def test_a_quoted_merge_key_is_a_key() -> None:
    assert parse_yaml("'<<': {a: 1}\n").value == {"<<": {"a": 1}}


def test_tags_make_no_objects() -> None:
    parse = parse_yaml(
        "a: !!python/object/apply:os.system [ls]\nb: !!str 1\nc: !!int '1'\nd: !x 1\n"
    )
    assert parse.value == {"a": ["ls"], "b": "1", "c": 1, "d": "1"}
    assert codes(parse) == ["yaml-tag", "yaml-tag"]


def test_the_last_of_two_equal_keys_counts() -> None:
    parse = parse_yaml("a:\n  b: 1\n  b: 2\n")
    assert parse.value == {"a": {"b": 2}}
    assert [(issue.code, issue.position, issue.pointer) for issue in parse.issues] == [
        ("duplicate-key", (3, 3), "/a/b")
    ]


def test_pairs_of_surrogate_escapes_are_one_character() -> None:
    assert parse_yaml(r'a: "\ud83d\ude00 \ud83d"').value == {"a": "😀 \ufffd"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [", "yaml-syntax"),
        ("a:\n\tb: 1", "yaml-syntax"),
        ("a: \x07", "yaml-syntax"),
        ("? {a: b}\n: c", "yaml-key"),
        ("a: &a b\n*a : c", "yaml-key"),
        ("a: *b", "yaml-alias"),
        ("a: &a [*a]", "yaml-alias"),
        ("[" * 300, "too-deep"),
        ("%YAML 9.9\n---\na: b", "yaml-syntax"),
    ],
)
def test_what_cannot_be_read_is_one_located_refusal(text: str, code: str) -> None:
    parse = parse_yaml(text)
    assert codes(parse) == [code]
    assert parse.value is None


def test_a_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert codes(parse_yaml("\n".join(lines))) == ["yaml-bomb"]


@given(st.text(st.sampled_from("ab:-?[]{}&*!|>'\"%@`#,\n \t<~01.\\u"), max_size=60))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    parse_yaml(text)


FRAGMENTS = [
    *(
        "a: b\n",
        "- ",
        "  ",
        "? ",
        ": ",
        "\n",
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "| \n  x\n",
        ">-\n  x\n",
        "'x y'",
    ),
    *(
        '"q\\n"',
        "# c\n",
        "{a: 1}",
        "[1, 2]",
        "<<: ",
        "key",
        "---\n",
        "12",
        '"\\u00e9"',
        "%",
        "x:y",
        " #",
    ),
    *(
        "'",
        '"',
        ",",
        "}",
        "]",
        "{",
        "[",
        "-\n",
        "\r\n",
        '"a\n b"',
        "x\n y",
        "é😀",
        "~",
        "0x1F",
        "1e999",
        "!",
    ),
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join).map("a:\n  ".__add__))
def test_libyaml_and_ruamel_give_the_same(text: str) -> None:
    assume("!!!" not in text)  # no tag of YAML: the two parsers show it differently in the warning
    fast = None if needs_ruamel(text) else yaml_parser._parse_with_libyaml(text)
    if fast is None or (fast.value is None and fast.issues):
        return  # ruamel decides, or the builder refused it
    slow = yaml_parser._parse_with_ruamel(text)
    if slow.value is None and slow.issues:
        return  # ruamel knows neither a comment directly after `|` nor a tab between tokens
    assert repr(fast.value) == repr(slow.value)
    assert [(i.code, i.message, i.pointer) for i in fast.issues] == [
        (i.code, i.message, i.pointer) for i in slow.issues
    ]
    at, there = fast.locator(Lines(text)), slow.locator(Lines(text))
    for pointer, value in nodes(fast.value):
        if (
            value is not None and "!!" not in text
        ):  # nothing stands somewhere else; a tag may come first
            assert at(pointer) == there(pointer)


def nodes(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value below `value` that is in a mapping or list, with its pointer."""
    yield pointer, value
    members = value.items() if isinstance(value, dict) else ()
    members = enumerate(value) if isinstance(value, list) else members
    for key, each in members:
        yield from nodes(each, f"{pointer}/{escape(str(key))}")


@pytest.mark.parametrize("path", sorted(ROOT.glob("spec/**/*.yaml")), ids=lambda path: path.name)
def test_both_parsers_agree_on_our_description(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast, slow = yaml_parser._parse_with_libyaml(text), yaml_parser._parse_with_ruamel(text)
    assert fast is not None and not needs_ruamel(text)
    assert fast.value == slow.value and fast.issues == slow.issues == ()
    at, there = fast.locator(Lines(text)), slow.locator(Lines(text))
    assert all(at(pointer) == there(pointer) for pointer, _ in nodes(fast.value))


@pytest.mark.parametrize(
    "text", ["a: x\u2028y", "a: ! 12", "%YAML 1.2\n---\na: 1", "a: \ufeff", "- !\n"]
)
def test_what_yaml_1_1_reads_otherwise_goes_to_ruamel(text: str) -> None:
    assert needs_ruamel(text)


@pytest.mark.parametrize(
    "text", ["a: Hello! World", "'a!': 1", "a: x%\nb: 10 % of it", "\ufeffa: é"]
)
def test_prose_does_not_go_to_ruamel(text: str) -> None:
    assert not needs_ruamel(text)


@pytest.mark.parametrize(
    "text", ["a: " + "9" * 1_000_000, "a: " + "x" * 5_000_000, "a: >\n" + "  x y\n" * 300_000]
)
def test_long_scalars_take_linear_time(text: str) -> None:
    """Each would take minutes if it were quadratic, so no clock is needed."""
    parsed = parse_yaml(text)
    assert isinstance(parsed.value["a"], str)


def test_a_large_file_that_libyaml_does_not_read_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml_parser, "_RUAMEL_LIMIT", 10)
    for text, where in (("a: x\u2028y yyyyyyyy", (1, 1)), ("aaaaaa: b\nc: [\n", (3, 1))):
        parsed = parse_yaml(text)
        assert codes(parsed) == ["yaml-syntax"] and parsed.issues[0].position == where
