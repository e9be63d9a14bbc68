"""Who formats what: the layout ours, Black a user's and what the layout doesn't know, nobody what is copied."""

from __future__ import annotations

import sys

import pytest

from generator.output import format as formatting
from generator.output.format import (
    FormatError,
    find_layout_differences,
    format_statement,
    format_tree,
)
from generator.output.render import Rendering


def rendering(files: dict[str, str], copied: str = "", custom: str = "") -> Rendering:
    return Rendering(files, frozenset(copied.split()), frozenset(custom.split()))


def test_each_file_is_formatted_by_whom_it_should_be() -> None:
    files = {
        "mine.py": "x = {  'a':1 }",
        "README.md": "x = {  'a':1 }",
        "core.py": "y  =  1",
        "ours.py": 'x = f(\n)\n\n\n\ny = "a"\n',
        "empty.py": "",
    }
    assert list(format_tree(rendering(files, copied="core.py", custom="mine.py")).items()) == list(
        {
            "mine.py": 'x = {"a": 1}\n',
            "README.md": "x = {  'a':1 }",
            "core.py": "y  =  1",
            "ours.py": 'x = f()\n\n\ny = "a"\n',
            "empty.py": "",
        }.items()
    )


def test_our_files_do_not_need_black(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "black", None)
    long = f"value = call({', '.join(f'argument_{n}' for n in range(12))})\n"
    assert format_tree(rendering({"a.py": long}))["a.py"].startswith(
        "value = call(\n    argument_0,\n"
    )


def test_a_statement_that_the_layout_does_not_know_goes_to_black() -> None:
    text = f"class A:\n    x = 1\n    assert {'a' * 60} == {'b' * 60}, 'c'\n"
    assert format_tree(rendering({"a.py": text}))["a.py"] == formatting.format_with_black(text)


@pytest.mark.parametrize(
    ("lines", "depth", "expected"),
    [
        (["    def f(self,a)->int:"], 1, ["    def f(self, a) -> int:"]),
        (["@a.b( 1 )"], 0, ["@a.b(1)"]),
        (["        x=1 # why"], 2, ["        x = 1  # why"]),
    ],
)
def test_black_formats_a_statement_alone(lines: list[str], depth: int, expected: list[str]) -> None:
    assert format_statement(lines, depth) == expected


@pytest.mark.parametrize("custom", ["", "models/broken.py"])
def test_a_file_that_is_not_python_is_named(custom: str) -> None:
    files = {"fine.py": "x = 1\n", "models/broken.py": f"assert ==== {'1' * 100}\n"}
    with pytest.raises(FormatError, match="models/broken.py") as caught:
        format_tree(rendering(files, custom=custom))
    assert caught.value.path == "models/broken.py"


def test_what_black_would_change_is_found() -> None:
    tree = {"a.py": "x = 1\n", "b.py": "x = 'a'\n", "c.md": "x = 'a'\n"}
    assert find_layout_differences(tree) == {"b.py": 'x = "a"\n'}
