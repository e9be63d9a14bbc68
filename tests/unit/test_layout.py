"""The layout against Black: the forms of our templates with random names at random widths."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.output.format import format_statement, format_with_black
from generator.output.layout.module import lay_out_module
from generator.output.layout.strings import Undecided, fits

NAMES = st.sampled_from("abcdefghijklmnop").flatmap(
    lambda letter: st.integers(1, 24).map(lambda count: f"{letter * count}_x")
)
DOTTED = st.lists(NAMES, min_size=1, max_size=3).map(".".join)
STRINGS = st.text(alphabet="abc de\"'\\", max_size=30).map(
    lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
)
ATOMS = st.one_of(NAMES, DOTTED, STRINGS, st.integers(-5, 10**6).map(str), st.just("None"))


def joined(items: st.SearchStrategy[str], low: int = 0, high: int = 5) -> st.SearchStrategy[str]:
    return st.lists(items, min_size=low, max_size=high).map(", ".join)


def containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(STRINGS, inner).map(": ".join)
    keywords = st.tuples(NAMES, inner).map("=".join)
    arguments = st.one_of(inner, keywords, NAMES.map("**{}".format), NAMES.map("*{}".format))
    return st.one_of(
        joined(inner).map("[{}]".format),
        joined(pairs).map("{{{}}}".format),
        joined(inner, 2).map("({})".format),
        inner.map("({},)".format),
        st.tuples(DOTTED, joined(arguments)).map("{0[0]}({0[1]})".format),
        st.tuples(DOTTED, joined(arguments), NAMES).map("{0[0]}({0[1]}).{0[2]}()".format),
        st.tuples(NAMES, joined(inner, 1, 2)).map("{0[0]}[{0[1]}]".format),
        st.tuples(NAMES, NAMES, NAMES).map("[{0[0]} for {0[0]} in {0[1]} if {0[2]}]".format),
        st.tuples(STRINGS, NAMES, NAMES).map("{{{0[0]}: {0[1]} for {0[1]} in {0[2]}()}}".format),
    )


def conditions(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    word = st.sampled_from(("and", "or", "==", "is not", "not in", "in", "<", "|", "+"))
    chain = st.tuples(inner, word, inner, st.booleans(), inner).map(
        lambda each: f"{each[0]} {each[1]} {each[2]}" + (f" {each[1]} {each[4]}" if each[3] else "")
    )
    return st.one_of(
        inner, chain, st.tuples(inner, inner, inner).map("{0[0]} if {0[1]} else {0[2]}".format)
    )


VALUES = st.recursive(ATOMS, containers, max_leaves=12)
EXPRESSIONS = conditions(VALUES)
TYPES = st.recursive(
    st.one_of(DOTTED, st.just("None"), STRINGS.map("Literal[{}]".format)),
    lambda inner: st.one_of(
        st.tuples(NAMES, joined(inner, 1, 3)).map("{0[0]}[{0[1]}]".format),
        st.lists(inner, min_size=2, max_size=5).map(" | ".join),
        joined(STRINGS, 1, 6).map("Literal[{}]".format),
    ),
    max_leaves=6,
)
PARAMETERS = st.one_of(
    NAMES,
    st.tuples(NAMES, TYPES).map(": ".join),
    st.tuples(NAMES, TYPES, ATOMS).map("{0[0]}: {0[1]} = {0[2]}".format),
    st.just("*"),
)


def exploded(head: str, items: list[str], tail: str) -> str:
    return "\n".join([head, *[f"    {item}," for item in items], tail])


HEADS = st.tuples(
    st.sampled_from(("def", "async def")),
    NAMES,
    st.lists(PARAMETERS.filter(lambda each: each != "*"), max_size=4),
    TYPES,
)
STATEMENTS = st.one_of(
    st.tuples(NAMES, EXPRESSIONS).map(" = ".join),
    st.tuples(NAMES, TYPES, EXPRESSIONS).map("{0[0]}: {0[1]} = {0[2]}".format),
    st.tuples(NAMES, TYPES).map(": ".join),
    st.tuples(DOTTED, VALUES, EXPRESSIONS).map("{0[0]}[{0[1]}] = {0[2]}".format),
    st.tuples(NAMES, joined(NAMES, 1)).map("from .{0[0]} import {0[1]}".format),
    st.tuples(DOTTED, st.lists(EXPRESSIONS, max_size=4)).map(
        lambda each: exploded(f"return await {each[0]}(", each[1], ")")
    ),
    st.tuples(NAMES, TYPES, NAMES, st.lists(EXPRESSIONS, max_size=4)).map(
        lambda each: exploded(f"{each[0]}: {each[1]} = {each[2]}(", each[3], ")")
    ),
    EXPRESSIONS.map("return {}".format),
    EXPRESSIONS.map("if {}:\n    pass".format),
    st.tuples(NAMES, VALUES).map("for {0[0]} in {0[1]}:\n    pass".format),
    st.tuples(NAMES, joined(DOTTED, 1, 3)).map("class {0[0]}({0[1]}):\n    x = 1".format),
    st.tuples(DOTTED, joined(VALUES)).map("{0[0]}({0[1]})".format),
    st.tuples(DOTTED, joined(VALUES)).map("raise {0[0]}({0[1]})".format),
    HEADS.map(lambda each: f"{each[0]} {each[1]}({', '.join(each[2])}) -> {each[3]}: ..."),
    HEADS.map(
        lambda each: exploded(f"{each[0]} {each[1]}(", ["self", *each[2]], f") -> {each[3]}: ...")
    ),
)


def lay_out(text: str, width: int) -> tuple[str, int]:
    """Lay a module out, and count what had to go to Black."""
    passed_lines: list[int] = []

    def ask(lines: list[str], depth: int) -> list[str]:
        passed_lines.append(len(lines))
        return format_statement(lines, depth, width)

    return lay_out_module(text, width, ask), len(passed_lines)


@settings(max_examples=150, deadline=None)
@given(STATEMENTS, st.integers(0, 2), st.integers(20, 110))
def test_a_statement_is_laid_out_as_by_black(statement: str, depth: int, width: int) -> None:
    heads = ["    " * level + "if x:" for level in range(depth)]
    lines = ["    " * depth + line for line in statement.split("\n")]
    text = "\n".join([*heads, *lines, ""])
    assert lay_out(text, width)[0] == format_with_black(text, width)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(alphabet="ab \"'\\\té漢", max_size=40), min_size=1, max_size=4),
    st.sampled_from(("", "\n    ", "\n", " ")),
    st.integers(20, 40),
)
def test_a_docstring_is_laid_out_as_by_black(lines: list[str], ending: str, width: int) -> None:
    body = "\n".join(lines).replace("\\", "\\\\").replace('"', '\\"') + ending
    text = f'class A:\n    """{body}"""\n\n    x = 1\n'
    assert lay_out(text, width)[0] == format_with_black(text, width)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                (
                    "import a",
                    "x = 1",
                    "# why",
                    "class A:\n    pass",
                    'class B:\n    """B."""',
                    "def f() -> int: ...",
                    "@a\ndef f() -> int: ...",
                    "@a\ndef f():\n    return 1",
                    "class C:\n    x = 1\n\n    def f(self): ...\n    @a\n    def g(self):\n\n        return 1\n    y = 2",
                    "if x:\n    import b\n    y = 1",
                    '"""Text."""',
                )
            ),
            st.integers(0, 4),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_blank_lines_are_those_of_black(statements: list[tuple[str, int]]) -> None:
    text = "".join(f"{text}\n" + "\n" * blank for text, blank in statements)
    try:
        laid_out, _ = lay_out(text, 80)
    except Undecided:
        return  # Black formats the module
    assert laid_out == format_with_black(text, 80)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("é" * 5, 5, True), ("漢" * 5, 10, True), ("漢" * 5, 9, False), ("\x7f" * 3, 20, True)],
)
def test_the_width_of_text(text: str, width: int, expected: bool) -> None:
    assert fits(text, width) is expected


def test_a_width_that_nobody_can_be_sure_of_is_not_decided() -> None:
    with pytest.raises(Undecided):
        fits("😀" * 50 + "x", 60)


def test_the_forms_of_the_templates_do_not_need_black() -> None:
    text = exploded(
        "def f(",
        ["self", 'a: Literal["b", "c"] | None = None'],
        ") -> dict[str, A]:\n    return 1\n",
    )
    for width in range(10, 60):
        assert lay_out(text, width) == (format_with_black(text, width), 0)


def test_a_comment_above_the_docstring_of_a_module_is_no_statement() -> None:
    text = f'# Generated.\n"""{"word " * 17}end.\n"""\n\n\nimport a\n'
    assert lay_out(text, 100) == (format_with_black(text, 100), 0)
