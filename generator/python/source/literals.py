"""Values of a document as Python source. Every text in a generated file goes through this module."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any


def string(text: str) -> str:
    """Return a string literal in double quotes; what is not printable is escaped."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escape(c) for c in quoted)


def _escape(character: str) -> str:
    """Escape a character by its number, as Python, JSON and TOML do."""
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def value(json_value: Any) -> str:
    """Return the literal of a JSON scalar; infinity and NaN, which YAML has, become calls of `float`."""
    if isinstance(json_value, float) and not isfinite(json_value):
        return f"float({string(str(json_value))})"
    return string(json_value) if isinstance(json_value, str) else repr(json_value)


def tuple_of(texts: Iterable[str]) -> str:
    """Return a tuple of string literals; "" where there is none."""
    items = [string(text) for text in texts]
    return display(items) if items else ""


def display(items: Sequence[str]) -> str:
    """Return a tuple of expressions."""
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"


def dict_of(items: Mapping[str, str]) -> str:
    """Return a dict whose values are expressions; "" where it is empty."""
    return (
        "{" + ", ".join(f"{string(key)}: {source}" for key, source in items.items()) + "}"
        if items
        else ""
    )


def comment(text: str) -> str:
    """Return one line of text for a comment, which Python takes for no declaration of an encoding."""
    line = " ".join(text.split())
    return line.replace("coding:", "coding :").replace("coding=", "coding =")
