"""JSON pointers (RFC 6901): how they are written, taken apart and followed through parsed JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_MAX_INDEX_DIGITS = 9
"""An index with more digits is beyond any list; converting a very long one raises an error."""


def escape(token: str) -> str:
    """Escape a token for a JSON pointer."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def unescape(token: str) -> str:
    """Unescape a token of a JSON pointer."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def split_pointer(pointer: str) -> Iterator[str]:
    """Return the unescaped tokens of a pointer."""
    return map(unescape, pointer.split("/")[1:])


def find_index(items: list[Any], token: str) -> int | None:
    """Return the index that `token` names; None if `items` has no such item."""
    if len(token) > _MAX_INDEX_DIGITS or not token.isdecimal():
        return None
    index = int(token)
    return index if index < len(items) else None


def get_child(value: Any, token: str) -> Any:
    """Return the member or item of `value` that `token` names; None if there is none."""
    if value.__class__ is dict:
        return value.get(token)
    if value.__class__ is list and (index := find_index(value, token)) is not None:
        return value[index]
    return None


def find_value(value: Any, pointer: str) -> Any:
    """Return what `pointer` names in `value`; None if there is nothing."""
    for token in split_pointer(pointer):
        value = get_child(value, token)
    return value
