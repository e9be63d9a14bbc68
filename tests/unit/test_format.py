"""Black, as fast as a hash."""

from __future__ import annotations

from pathlib import Path

import black
import pytest

from generator.output.format import StyleError, style


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAPI_CLIENT_CACHE", str(tmp_path / "cache"))


def test_python_is_laid_out_and_the_rest_left_alone() -> None:
    tree = {
        "b.py": "x = {  'a':1 }",
        "README.md": "x = {  'a':1 }",
        "core.py": "y  =  1",
        "e.py": "",
    }
    assert list(style(tree).items()) == list(
        {
            "b.py": 'x = {"a": 1}\n',
            "README.md": "x = {  'a':1 }",
            "core.py": "y = 1\n",
            "e.py": "",
        }.items()
    )
    assert style(tree, verbatim={"core.py"})["core.py"] == "y  =  1"


def test_what_was_formatted_before_is_not_formatted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = {"a.py": "x=1\n", "b.py": "y=1\n"}
    first = style(tree)
    seen: list[str] = []
    real = black.format_str

    def counting(text: str, *, mode: black.Mode) -> str:
        seen.append(text)
        return real(text, mode=mode)

    monkeypatch.setattr(black, "format_str", counting)
    assert style(tree) == first
    assert style({**tree, "b.py": "y=2\n"}) == {**first, "b.py": "y = 2\n"}
    assert seen == ["y=2\n"]


def test_much_new_text_is_shared_between_processes() -> None:
    tree = {f"m{n}.py": f"x = [{n},  {'1, ' * 2000}]\n" for n in range(6)}
    laid_out = style(tree)
    assert all(
        black.format_str(tree[path], mode=black.Mode(line_length=100)) == text
        for path, text in laid_out.items()
    )


@pytest.mark.parametrize("size", [1, 30_000])
def test_a_file_that_is_no_python_is_named(size: int) -> None:
    tree = {"fine.py": "x = 1\n", "models/broken.py": "x = = 1\n" + "y = 1\n" * (size // 6)}
    with pytest.raises(StyleError, match="models/broken.py") as caught:
        style(tree)
    assert caught.value.path == "models/broken.py"
