"""Text of a document as TOML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from . import literals
from .docstrings import replace_unprintable


def string(text: str) -> str:
    """Return a basic string; what TOML can't hold is replaced."""
    return literals.string(replace_unprintable(text))


def array(texts: Iterable[str]) -> str:
    """Return an array of strings; "" where there is none."""
    listed = ", ".join(map(string, texts))
    return f"[{listed}]" if listed else ""


def inline_table(entries: Mapping[str, str]) -> str:
    """Return an inline table of strings."""
    return "{ " + ", ".join(f"{key} = {string(text)}" for key, text in entries.items()) + " }"
