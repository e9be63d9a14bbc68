"""JSON at the speed of the standard library, with positions found afterwards when one is asked for.

The fast pass notices that something is odd (a key twice, a number out of range) without knowing where;
only then does a second, slower pass look for the place.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from ..metamodel import is_list, is_map
from .document import Issue, Parsed, Unreadable
from .node import escape, unescape
from .source_map import Lines, Position

_SPACE = re.compile(r"[ \t\n\r]*")
_LONE = re.compile("[\ud800-\udfff]")
_DIGITS = 400
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_PAIR = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]")


def parse_json(text: str) -> Parsed:
    """Parse JSON text.

    Args:
        text: the whole file.

    Returns:
        The value with what is wrong; the value is None if the text is no JSON.
    """
    fast = _Fast()
    try:
        value = fast.decoder.decode(text)
    except json.JSONDecodeError as error:
        return refused(
            "json-syntax", f"this is not JSON: {_lower(error.msg)}", (error.lineno, error.colno)
        )
    except RecursionError:
        return refused("too-deep", "this document is nested too deeply to be read", (1, 1))
    issues: list[Issue] = []
    if fast.odd or _has_half(text):
        index = _Index(Lines(text))
        issues = list(index.oddities())
        value = _repaired(value)
    return Parsed(value, tuple(issues), lambda lines: _Index(lines).locate)


def refusal(code: str, message: str, position: Position, help: str = "") -> Issue:
    """The error about a text that cannot be read."""
    return Issue("error", code, message, help or "correct the text of the file", position)


def refused(code: str, message: str, position: Position, help: str = "") -> Parsed:
    """What is made of a file that cannot be read: no value, one error."""
    issue = refusal(code, message, position, help)
    return Parsed(None, (issue,), lambda _: Unreadable(position))


def _has_half(text: str) -> bool:
    """Whether a lone surrogate may be in the text; the pairs that stand for an emoji are taken out first."""
    return _SURROGATE.search(text) is not None and bool(_SURROGATE.search(_PAIR.sub("", text)))


class _Fast:
    """The decoder of the first pass, which remembers whether it met anything odd."""

    def __init__(self) -> None:
        self.odd = False
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._pairs,
            parse_float=self._float,
            parse_int=self._int,
            parse_constant=self._constant,
            strict=False,
        )

    def _pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            self.odd = True
        return members

    def _float(self, text: str) -> float | str:
        value = float(text)
        return value if math.isfinite(value) else self._constant(text)

    def _int(self, text: str) -> int | str:
        return int(text) if len(text) < _DIGITS else self._constant(text)

    def _constant(self, text: str) -> str:
        self.odd = True
        return text


def _skimmed(text: str) -> float:
    return math.inf if len(text) >= _DIGITS else 0.0


_SKIMMER = json.JSONDecoder(strict=False, parse_int=_skimmed)
"""Finds the ends of values; what is out of range is infinite."""


class _Index:
    """Finds positions in JSON text; the members of a container are listed when somebody asks below it."""

    def __init__(self, lines: Lines) -> None:
        self._text = lines.text
        self._lines = lines
        self._containers: dict[int, list[tuple[str, int, int]]] = {}
        self._keys: dict[int, dict[str, tuple[int, int]]] = {}

    def locate(self, pointer: str) -> Position:
        """The position of the key (or item) a pointer names, or of its nearest parent."""
        shown = start = self._skip(0)
        for token in map(unescape, pointer.split("/")[1:]):
            found = self._by_key(start).get(token)
            if found is None:
                break
            shown, start = found
        return self._lines.position(shown)

    def oddities(self) -> Iterator[Issue]:
        """Everything that JSON leaves open and that somebody should know of."""
        todo = [("", self._skip(0))]
        while todo:
            pointer, start = todo.pop()
            seen: set[str] = set()
            for key, shown, inner in self._children(start):
                below = f"{pointer}/{escape(key)}"
                if key in seen:
                    yield duplicate_key(key, self._lines.position(shown), below)
                seen.add(key)
                if self._text[inner] in "{[":
                    todo.append((below, inner))
                else:
                    yield from self._scalar(below, inner)

    def _scalar(self, pointer: str, start: int) -> Iterator[Issue]:
        value, end = _SKIMMER.raw_decode(self._text, start)
        if isinstance(value, float) and not math.isfinite(value):
            yield odd_number(self._text[start:end], self._lines.position(start), pointer)
        elif isinstance(value, str) and _half(value):
            yield Issue(
                "warning",
                "half-character",
                "this text has one half of a character that is written in two",
                "write both `\\u` escapes, or the character itself",
                self._lines.position(start),
                pointer,
            )

    def _by_key(self, start: int) -> dict[str, tuple[int, int]]:
        """The offsets of what is in the container at `start`; of a key that stands twice, the last."""
        if start not in self._keys:
            listed = self._children(start)
            self._keys[start] = {key: (shown, inner) for key, shown, inner in listed}
        return self._keys[start]

    def _skip(self, offset: int) -> int:
        match = _SPACE.match(self._text, offset)
        return match.end() if match else offset

    def _children(self, start: int) -> list[tuple[str, int, int]]:
        """Key, offset of the key and offset of the value of all that is in the container at `start`."""
        known = self._containers.get(start)
        if known is None:
            kind = self._text[start : start + 1]
            known = list(self._walk(start, kind == "{")) if kind in ("{", "[") else []
            self._containers[start] = known
        return known

    def _walk(self, start: int, is_map: bool) -> Iterator[tuple[str, int, int]]:
        offset = self._skip(start + 1)
        count = 0
        while self._text[offset] not in "}]":
            shown, key = offset, str(count)
            if is_map:
                key, end = _SKIMMER.raw_decode(self._text, offset)
                offset = self._skip(self._skip(end) + 1)
            yield key, shown, offset
            count += 1
            offset = self._skip(_SKIMMER.raw_decode(self._text, offset)[1])
            if self._text[offset] == ",":
                offset = self._skip(offset + 1)


def duplicate_key(key: str, position: Position, pointer: str) -> Issue:
    """The finding about a key that stands twice in a mapping."""
    return Issue(
        "warning",
        "duplicate-key",
        f"the key `{key}` stands here for the second time; only this one counts",
        "remove one of the two, or give it another name",
        position,
        pointer,
    )


def odd_number(text: str, position: Position, pointer: str) -> Issue:
    """The finding about a number that no JSON value can hold."""
    shown = text if len(text) < 40 else f"{text[:20]}…"
    return Issue(
        "warning",
        "odd-number",
        f"`{shown}` is not a number that JSON can carry; it is taken as text",
        "write a finite number of ordinary size, or quote it",
        position,
        pointer,
    )


def joined_halves(text: str) -> str:
    """The text with pairs of surrogates joined and lone ones, which no file can hold, replaced."""
    if text.isascii() or not _half(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _half(text: str) -> bool:
    return _LONE.search(text) is not None


def _repaired(value: Any) -> Any:
    """The value without halves of characters, which no file could be written with."""
    if isinstance(value, str):
        return joined_halves(value)
    if is_list(value):
        return [_repaired(item) for item in value]
    if is_map(value):
        return {_repaired(key): _repaired(item) for key, item in value.items()}
    return value


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
