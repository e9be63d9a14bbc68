"""Text of a document as Python source. Nothing of a document enters a file but through here or `prose`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any


def string(text: str) -> str:
    """`text` as a string literal in double quotes that only spells replace_unprintable characters as they are."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escape(c) for c in quoted)


def _escape(character: str) -> str:
    """A character by its number, as Python, JSON and TOML read it."""
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def value(json_value: Any) -> str:
    """A JSON scalar as a literal; what YAML has beyond JSON as the call that makes it."""
    if isinstance(json_value, float) and not isfinite(json_value):
        return f"float({string(str(json_value))})"
    return string(json_value) if isinstance(json_value, str) else repr(json_value)


def tuple_of(texts: Iterable[str]) -> str:
    """A tuple display of string literals, or "" where there is none."""
    items = [string(text) for text in texts]
    return display(items) if items else ""


def display(items: Sequence[str]) -> str:
    """A tuple display of what is source already."""
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"


def dict_of(items: Mapping[str, str]) -> str:
    """A dict display whose values are source already, or "" where it is empty."""
    return (
        "{" + ", ".join(f"{string(key)}: {source}" for key, source in items.items()) + "}"
        if items
        else ""
    )
