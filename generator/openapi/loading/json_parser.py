"""JSON at the speed of the standard library; positions are worked out when one is asked for.

The first pass only notices that something is wrong (a repeated key, a number out of range), not where. A second,
slower pass then finds the places.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from ..json_pointers import escape, split_pointer
from ..metamodel import is_list, is_map
from .document import Issue, Parsed, Unreadable
from .scan import MAX_DEPTH, find_too_deep
from .source_map import Lines, Position, position_at

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
        The value with what is wrong; the value is None if the text is not JSON.
    """
    fast = _Fast()
    try:
        value = fast.decoder.decode(text)
    except json.JSONDecodeError as error:
        return refuse(
            "json-syntax",
            f"this is not JSON: {_lower_first(error.msg)}",
            (error.lineno, error.colno),
        )
    except RecursionError:
        return refuse_depth(text, find_too_deep(text))
    issues: list[Issue] = []
    has_issues = fast.has_issues
    if has_issues or _may_have_lone_surrogate(text):
        index = _Index(Lines(text), may_repeat_keys=True)
        issues = list(index.find_issues())
        value = _without_lone_surrogates(value)
    return Parsed(value, tuple(issues), lambda lines: _Index(lines, has_issues).locate)


def refuse_depth(text: str, offset: int) -> Parsed:
    """Return what a file is parsed to that nests too deeply at `offset`."""
    message = f"this document is nested deeper than {MAX_DEPTH} levels"
    return refuse(
        "too-deep", message, position_at(text, offset), "move the inner parts to components"
    )


def refuse(code: str, message: str, position: Position, help: str = "") -> Parsed:
    """Return what a file that can't be read is parsed to: no value, and one error."""
    issue = Issue("error", code, message, help or "correct the text of the file", position)
    return Parsed(None, (issue,), lambda _: Unreadable(position))


def _may_have_lone_surrogate(text: str) -> bool:
    """Return whether an escape in the text may be a lone surrogate; pairs, which make one character, are not."""
    return _SURROGATE.search(text) is not None and bool(_SURROGATE.search(_PAIR.sub("", text)))


class _Fast:
    """The decoder of the first pass, which remembers whether anything was wrong."""

    def __init__(self) -> None:
        self.has_issues = False
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._read_pairs,
            parse_float=self._read_float,
            parse_int=self._read_int,
            parse_constant=self._read_constant,
            strict=False,
        )

    def _read_pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            self.has_issues = True
        return members

    def _read_float(self, text: str) -> float | str:
        value = float(text)
        return value if math.isfinite(value) else self._read_constant(text)

    def _read_int(self, text: str) -> int | str:
        return int(text) if len(text) < _DIGITS else self._read_constant(text)

    def _read_constant(self, text: str) -> str:
        self.has_issues = True
        return text


def _to_infinity(text: str) -> float:
    return math.inf if len(text) >= _DIGITS else 0.0


_SKIMMER = json.JSONDecoder(strict=False, parse_int=_to_infinity)
"""Finds the ends of values; a number out of range is infinite."""


class _Index:
    """Finds positions in JSON text; a container is read up to the member that is asked for, and later on from there.

    Args:
        lines: the text.
        may_repeat_keys: whether a key may occur twice; the last one counts, so containers are read to their ends.
    """

    def __init__(self, lines: Lines, may_repeat_keys: bool) -> None:
        self._text = lines.text
        self._lines = lines
        self._may_repeat_keys = may_repeat_keys
        self._members: dict[int, dict[str, tuple[int, int]]] = {}
        self._walks: dict[int, Iterator[tuple[str, int, int]]] = {}

    def locate(self, pointer: str) -> Position:
        """Return the position of the key or item that a pointer names, or of its nearest parent."""
        shown = start = self._skip(0)
        for token in split_pointer(pointer):
            child = self._find(start, token)
            if child is None:
                break
            shown, start = child
        return self._lines.position(shown)

    def find_issues(self) -> Iterator[Issue]:
        """Yield a warning for each repeated key, number out of range and lone surrogate."""
        todo = [("", self._skip(0))]
        while todo:
            pointer, start = todo.pop()
            keys: set[str] = set()
            for key, shown, inner in self._walk(start):
                below = f"{pointer}/{escape(key)}"
                if key in keys:
                    yield make_duplicate_key_issue(key, self._lines.position(shown), below)
                keys.add(key)
                if self._text[inner] in "{[":
                    todo.append((below, inner))
                else:
                    yield from self._check_scalar(below, inner)

    def _check_scalar(self, pointer: str, start: int) -> Iterator[Issue]:
        value, end = _SKIMMER.raw_decode(self._text, start)
        if isinstance(value, float) and not math.isfinite(value):
            yield report_number(self._text[start:end], self._lines.position(start), pointer)
        elif isinstance(value, str) and _has_lone_surrogate(value):
            yield Issue(
                "warning",
                "lone-surrogate",
                "this text has a lone surrogate escape, which is half a character",
                "write both `\\u` escapes of the pair, or the character itself",
                self._lines.position(start),
                pointer,
            )

    def _find(self, start: int, key: str) -> tuple[int, int] | None:
        """Return the offsets of the key and the value of a member of the container at `start`."""
        members = self._members.setdefault(start, {})
        if key not in members or self._may_repeat_keys:
            if start not in self._walks:
                self._walks[start] = self._walk(start)
            for name, shown, inner in self._walks[start]:
                members[name] = (shown, inner)
                if name == key and not self._may_repeat_keys:
                    break
        return members.get(key)

    def _skip(self, offset: int) -> int:
        match = _SPACE.match(self._text, offset)
        return match.end() if match else offset

    def _walk(self, start: int) -> Iterator[tuple[str, int, int]]:
        """Yield key, offset of the key and offset of the value of each member of the container at `start`."""
        kind = self._text[start : start + 1]
        if kind not in ("{", "["):
            return
        is_map = kind == "{"
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


def make_duplicate_key_issue(key: str, position: Position, pointer: str) -> Issue:
    """Return the finding about a repeated key of a mapping."""
    return Issue(
        "warning",
        "duplicate-key",
        f"the key `{_shorten(key)}` is repeated; only the last one counts",
        "remove one of the two, or rename it",
        position,
        pointer,
    )


def report_number(text: str, position: Position, pointer: str) -> Issue:
    """Return the finding about a number that no JSON value can hold."""
    return Issue(
        "warning",
        "odd-number",
        f"`{_shorten(text)}` is not a number that JSON can represent; it is read as text",
        "write a finite number of ordinary size, or quote it",
        position,
        pointer,
    )


def join_surrogates(text: str) -> str:
    """Join pairs of surrogates, and replace lone ones, which no file can hold."""
    if text.isascii() or not _has_lone_surrogate(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _has_lone_surrogate(text: str) -> bool:
    return _LONE.search(text) is not None


def _without_lone_surrogates(value: Any) -> Any:
    """Return the value with pairs of surrogates joined and lone ones replaced."""
    if isinstance(value, str):
        return join_surrogates(value)
    if is_list(value):
        return [_without_lone_surrogates(item) for item in value]
    if is_map(value):
        return {
            _without_lone_surrogates(key): _without_lone_surrogates(item)
            for key, item in value.items()
        }
    return value


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _shorten(text: str) -> str:
    return text if len(text) < 40 else f"{text[:20]}…"
