"""TOML with positions. Python's parser gives none, so keys are looked up in the text."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from ..json_pointers import escape
from ..metamodel import is_map
from .document import Issue, Parsed, locate_nearest
from .json_parser import refuse_depth
from .scan import MAX_DEPTH, find_too_deep
from .source_map import Lines, Locator, Position, Positions

_PART = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_KEY = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_LINE = re.compile(rf"[ \t]*(?:\[{{1,2}}[ \t]*(?P<table>{_KEY})[ \t]*\]|(?P<key>{_KEY})[ \t]*=)")
_DEEP_KEY = re.compile(rf"(?m)^[ \t\[]*{_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MAX_DEPTH}}}")
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def parse_toml(text: str) -> Parsed:
    """Parse TOML; keys are located on demand."""
    if (deep := _DEEP_KEY.search(text)) is not None:
        return refuse_depth(text, deep.start())
    try:
        return Parsed(tomllib.loads(text.replace("\r\n", "\n")), (), _make_locator)
    except RecursionError:
        return refuse_depth(text, find_too_deep(text))
    except ValueError as error:
        match = _PLACE.search(str(error))
        where: Position = (1, 1)
        if match is not None and match[1]:
            where = (int(match[1]), int(match[2]))
        elif match is not None:
            where = (text.count("\n") + 1, 1)
        message = f"this is not TOML: {_PLACE.sub('', str(error))}"
        issue = Issue("error", "toml-syntax", message, "correct the text here", where)
        return Parsed(None, (issue,), lambda _: lambda _: where)


def _make_locator(lines: Lines) -> Locator:
    positions: Positions = {}
    table: list[str] = []
    for number in range(len(lines)):
        match = _LINE.match(lines[number])
        if match is None:
            continue
        if match["table"]:
            table = _split_key(match["table"])
            parts, column = table, match.start("table")
        else:
            parts, column = [*table, *_split_key(match["key"])], match.start("key")
        for end in range(1, len(parts) + 1):
            pointer = "".join(f"/{escape(part)}" for part in parts[:end])
            positions.setdefault(pointer, (number + 1, column + 1))
    return locate_nearest(positions)


def _split_key(key: str) -> list[str]:
    """Return the parts of a dotted key, as TOML reads them."""
    value: Any = tomllib.loads(f"{key} = 0")
    parts: list[str] = []
    while is_map(value):
        part, value = next(iter(value.items()))
        parts.append(part)
    return parts
