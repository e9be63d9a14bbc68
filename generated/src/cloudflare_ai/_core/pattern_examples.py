"""Text that matches a regular expression, for `testing`: short, and found without searching."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

_CATEGORIES = {
    "CATEGORY_DIGIT": "0",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_WORD": "-",
}
_CANDIDATES = "aA0-_.:/@ +x1Zz9"
_MOST = 1000  # characters


class _UnsupportedError(Exception):
    """The expression has something that can't be written from left to right."""


def match_pattern(pattern: str, least: int = 0) -> str | None:
    """Make a text that matches a pattern.

    Args:
        pattern: A regular expression.
        least: How many characters it should have at least.

    Returns:
        The text; None where none is found.
    """
    try:
        parsed = import_module("re._parser").parse(pattern)
        for extra in (0, least):
            text = _Writer(extra).write(parsed)
            if len(text) >= least and re.search(pattern, text):
                return text
    except (_UnsupportedError, ImportError, re.error, RecursionError, ValueError, OverflowError):
        return None
    return None


class _Writer:
    def __init__(self, extra: int) -> None:
        self._extra = extra  # characters that the first repetition with room takes besides
        self._groups: dict[int, str] = {}

    def write(self, steps: Any) -> str:
        text = ""
        for operation, argument in steps:
            text += self._step(str(operation), argument)
            if len(text) > _MOST:
                raise _UnsupportedError
        return text

    def _step(self, operation: str, argument: Any) -> str:
        match operation:
            case "LITERAL":
                return chr(argument)
            case "NOT_LITERAL":
                return next(each for each in _CANDIDATES if ord(each) != argument)
            case "ANY":
                return "a"
            case "IN":
                return _one_of(argument)
            case "BRANCH":
                return self.write(argument[1][0])
            case "SUBPATTERN":
                text = self.write(argument[3])
                self._groups[argument[0]] = text
                return text
            case "ATOMIC_GROUP":
                return self.write(argument)
            case "GROUPREF":
                return self._groups.get(argument, "")
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeat(*argument)
            case "AT" | "ASSERT" | "ASSERT_NOT":
                return ""  # whether it holds is seen in the end
            case _:
                raise _UnsupportedError

    def _repeat(self, least: int, most: Any, steps: Any) -> str:
        if least > _MOST:
            raise _UnsupportedError
        count = least
        if self._extra and int(most) > least:
            count = min(int(most), least + self._extra, _MOST)
            self._extra = 0
        return "".join(self.write(steps) for _ in range(count))


def _one_of(entries: Any) -> str:
    """Return a character of a set."""
    negated = str(entries[0][0]) == "NEGATE"
    if negated:
        return next(
            each for each in _CANDIDATES if not any(_holds(entry, each) for entry in entries[1:])
        )
    operation, argument = entries[0]
    match str(operation):
        case "LITERAL":
            return chr(argument)
        case "RANGE":
            return chr(argument[0])
        case "CATEGORY":
            return _CATEGORIES[str(argument)]
        case _:
            raise _UnsupportedError


def _holds(entry: Any, character: str) -> bool:
    operation, argument = entry
    match str(operation):
        case "LITERAL":
            return bool(ord(character) == argument)
        case "RANGE":
            return bool(argument[0] <= ord(character) <= argument[1])
        case "CATEGORY":
            name = str(argument)
            kinds: dict[str, Callable[[str], bool]] = {
                "DIGIT": str.isdigit,
                "SPACE": str.isspace,
                "WORD": _is_word,
            }
            is_kind = kinds[name.rpartition("_")[2]](character)
            return is_kind != ("_NOT_" in name)
        case _:
            raise _UnsupportedError


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
