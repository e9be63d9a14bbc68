"""Names: any text becomes a legal, readable and stable one."""

from __future__ import annotations

import keyword
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.python.naming.identifiers import Scope, constant, module_name, pascal, snake


@pytest.mark.parametrize(
    ("text", "variable", "name"),
    [
        ("getHTTPUrl-list v2", "get_http_url_list_v2", "GetHTTPURLListV2"),
        ("+1", "plus_1", "Plus1"),
        ("-1", "minus_1", "Minus1"),
        ("<=", "less_than_sign_equals_sign", "LessThanSignEqualsSign"),
        ("", "value", "Value"),
        ("class", "class_", "Class"),
        ("None", "none", "None_"),
        ("3d", "n3d", "N3D"),
        ("ﬁx", "fix", "Fix"),
        ("日本語", "日本語", "日本語"),
        ("__import__('os')", "import_os", "ImportOs"),
        ("ElementUnion", "element_union", "ElementUnion"),
    ],
)
def test_names_are_what_a_person_would_write(text: str, variable: str, name: str) -> None:
    assert (snake(text), pascal(text)) == (variable, name)


@given(st.text())
def test_every_text_becomes_an_identifier_as_python_reads_it(text: str) -> None:
    for made in (snake(text), pascal(text), constant(text)):
        assert made.isidentifier() and not keyword.iskeyword(made)
        assert normalize("NFKC", made) == made
        assert not made.startswith("_")


@given(st.lists(st.text(max_size=6)))
def test_names_of_a_scope_are_distinct_and_what_comes_later_renames_nothing(
    texts: list[str],
) -> None:
    first, second = Scope(frozenset({"self"})), Scope(frozenset({"self"}))
    names = [first.claim(snake(text)) for text in texts]
    assert len(set(names)) == len(names) and "self" not in names
    assert [second.claim(snake(text)) for text in [*texts, "more"]][:-1] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Aux", "aux_"), ("con", "con_"), ("COM1", "com1_"), ("console", "console"), ("lpt", "lpt")],
)
def test_no_module_is_called_like_a_device_of_windows(text: str, expected: str) -> None:
    assert module_name(text) == expected


def test_the_file_of_a_module_fits_into_every_system_and_stays_its_own() -> None:
    names = {module_name(f"{'日' * 300}{number}") for number in range(50)}
    assert len(names) == 50
    assert all(len(f"{name}.py".encode()) < 256 and name.isidentifier() for name in names)
