"""Other people's markup becomes text that reads well in a terminal, an editor and a page."""

from __future__ import annotations

import ast
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.source.docstrings import to_paragraphs, to_sentence
from generator.python.source.html_to_text import flatten, split_blocks
from tests.support.docstrings import docstring


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Returns a list of charges.</p>", "Returns a list of charges."),
        ("The <code>id</code> of <b>one</b> &amp; only", "The `id` of one & only."),
        (
            "See [the docs](https://a.example/b) and [more](#more).",
            "See the docs (https://a.example/b) and more.",
        ),
        ("[https://a.example](https://a.example)", "https://a.example."),
        ('Go <a href="https://a.example">there</a>.', "Go there (https://a.example)."),
        ("## Limits\nNone.", "Limits None."),
        ("One of:\n* `a`\n* `b`\n", "One of: `a` `b`"),
        ("a<br>b<br/>c", "A b c."),
        ("From <currency> to List<String>, if 1 < 2", "From <currency> to List<String>, if 1 < 2."),
    ],
)
def test_markup_becomes_a_sentence(text: str, expected: str) -> None:
    assert to_sentence(text) == expected


def test_a_description_keeps_its_paragraphs_lists_and_programs() -> None:
    text = """Lists pets,
newest first.

### Notes
- one that is
  continued
- two

1) three

| a | b |
|---|---|
```json
{"a":
  1}
```
<ul><li>four</li><li>five</li></ul>"""
    assert split_blocks(text) == [
        "Lists pets, newest first.",
        "Notes",
        "- one that is continued\n- two\n- three",
        "| a | b |",
        '    {"a":\n      1}',
        "- four\n- five",
    ]


def test_items_of_a_list_are_wrapped_below_themselves() -> None:
    text_of_list = docstring(["A list.", *to_paragraphs(f"- {'word ' * 40}\n- last")], 4)
    lines = text_of_list.split("\n")
    assert lines[2].startswith("    - word") and lines[3].startswith("      word")
    assert all(len(line) <= 100 for line in lines)


@given(st.text(alphabet="<>/&[]()`-*#\n \\\"'a1|=;pbr!"))
def test_no_markup_leaves_the_docstring(text: str) -> None:
    literal = docstring(["x", *to_paragraphs(text), to_sentence(text)], 4)
    assert isinstance(ast.literal_eval(literal), str)


@pytest.mark.parametrize(
    "part", ["<", "<a href='", "[", "](", "<!--", "&", "- ", "\n-\n", "#", "`", "<p "]
)
def test_long_nonsense_takes_no_time(part: str) -> None:
    began = time.process_time()
    assert isinstance(flatten(part * 40_000), str)
    assert time.process_time() - began < 2
