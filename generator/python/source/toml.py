"""Text as TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from .docstrings import replace_unprintable

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def value(text: str | int | list[str]) -> str:
    """Return the value that reads as `text`, as a number or as a list of texts; lone surrogates, which TOML can't hold, are replaced."""
    if isinstance(text, int):
        return str(text)
    if isinstance(text, list):
        return f"[{', '.join(map(value, text))}]"
    escaped = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    return _SURROGATE.sub("\ufffd", escaped)


def string(text: str) -> str:
    """Return prose as a basic string, in which nothing is unprintable."""
    return value(replace_unprintable(text))


def array(texts: Iterable[str]) -> str:
    """Return an array of strings; "" where there is none."""
    listed = ", ".join(map(string, texts))
    return f"[{listed}]" if listed else ""


def inline_table(entries: Mapping[str, str]) -> str:
    """Return an inline table of strings."""
    return "{ " + ", ".join(f"{key} = {string(text)}" for key, text in entries.items()) + " }"
