"""Docstrings: filled as `textwrap` would fill them, whatever the words are."""

from __future__ import annotations

import ast
import textwrap

from hypothesis import given
from hypothesis import strategies as st

from generator.python.source.docstrings import WIDTH
from tests.support.docstrings import docstring

WORDS = st.lists(st.text("abc.", min_size=1, max_size=130), min_size=1, max_size=60)


@given(WORDS, st.sampled_from([0, 4, 8]))
def test_an_entry_of_a_section_is_filled_as_textwrap_does(words: list[str], indent: int) -> None:
    description = " ".join(words)
    filled = textwrap.fill(
        f"name: {description}",
        WIDTH - indent,
        initial_indent=" " * 4,
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )
    text = docstring(["x"], indent, [("Args", [("name", description)])])
    indented = textwrap.indent(f"Args:\n{filled}", " " * indent)
    assert text.split("\n\n", 1)[1].rpartition("\n")[0] == indented


@given(st.lists(st.text('ab"\\\n- ', min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_a_docstring_is_one_literal_whatever_stands_in_it(paragraphs: list[str]) -> None:
    value = ast.literal_eval(docstring(paragraphs, 4, [("Args", [("a", '"""')])]))
    assert isinstance(value, str) and '"""' in value
