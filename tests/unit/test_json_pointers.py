"""JSON pointers through parsed JSON."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.openapi.json_pointers import escape, find_value, split_pointer

_VALUE = {"a/b": [{"~": 1}, 2], "": 3}


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", _VALUE),
        ("/a~1b/0/~0", 1),
        ("/a~1b/1", 2),
        ("/", 3),
        ("/a~1b/2", None),
        ("/a~1b/-1", None),
        ("/a~1b/x", None),
        (f"/a~1b/{'9' * 5000}", None),  # Python refuses to convert so many digits
        ("/c", None),
        ("/a~1b/1/0", None),
    ],
)
def test_a_pointer_names_one_value(pointer: str, value: Any) -> None:
    assert find_value(_VALUE, pointer) == value


@given(st.lists(st.text()))
def test_tokens_are_read_as_they_were_written(tokens: list[str]) -> None:
    assert list(split_pointer("".join(f"/{escape(token)}" for token in tokens))) == tokens
