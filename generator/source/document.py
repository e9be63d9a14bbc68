"""One file of a description: its value, its text, and the way from a pointer to a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any

from attrs import field, frozen

from ..diagnostics import Location, Report, Severity, excerpt
from .node import Node

_LINE_END = re.compile(r"\r\n|\r|\n")

Position = tuple[int, int]
"""Line and column, both from 1."""

Positions = dict[str, Position]
"""Positions by pointer."""

Locator = Callable[[str], Position]
"""From a pointer to the position of what it names, or of the nearest parent that is there."""


@frozen
class Issue:
    """What is wrong with the text of a file, found while it was read."""

    severity: Severity
    code: str
    message: str
    cure: str
    position: Position
    pointer: str = ""


@frozen
class Parsed:
    """What a parser makes of the bytes of a file.

    Attributes:
        value: plain mappings, lists and scalars; None if the text is refused.
        issues: what is wrong with the text.
        locator: makes the finder of positions, when one is needed.
        references: the `$ref`s that lead out of the file, as written.
    """

    value: Any
    issues: tuple[Issue, ...]
    locator: Callable[[], Locator]
    references: tuple[str, ...] = ()


@frozen
class YamlParse:
    """A parsed file as plain data, fit for the cache and for crossing processes."""

    value: Any
    issues: tuple[Issue, ...]
    positions: Positions
    """Where every pointer stands; empty if the text is refused."""

    def parsed(self) -> Parsed:
        """The same in the form that all parsers give."""
        if self.positions:
            return Parsed(self.value, self.issues, lambda: by_pointer(self.positions))
        return Parsed(None, self.issues, lambda: Unreadable(self.issues[0].position))


def by_pointer(positions: Positions) -> Locator:
    """The positions as a function that falls back on the nearest parent."""

    def locate(pointer: str) -> Position:
        while pointer and pointer not in positions:
            pointer = pointer.rpartition("/")[0]
        return positions.get(pointer, (1, 1))

    return locate


@frozen(eq=False)
class Spot:
    """A position in a file that no node stands for."""

    document: Document
    position: Position
    pointer: str = ""

    def location(self) -> Location | None:
        """Where it is."""
        return Location(self.document.name, *self.position)

    def excerpt(self) -> tuple[str, ...]:
        """The numbered lines around it, with a caret below it."""
        return excerpt(self.document.lines, *self.position)


class Document:
    """A file that was read.

    Attributes:
        name: how the user would call the file, relative to where the program runs.
        key: the file's resolved path, or its address.
        root: the node of the whole document.
        data: the bytes of the file.
    """

    def __init__(self, name: str, key: str, data: bytes, parsed: Parsed) -> None:
        self.name = name
        self.key = key
        self.root = Node(self, parsed.value)
        self.data = data
        self._parsed = parsed
        self._locator: Locator | None = None
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        if self._lines is None:
            self._lines = split_lines(decode(self.data))
        return self._lines

    @property
    def failed(self) -> bool:
        """Whether the file could not be read at all."""
        return any(issue.severity == "error" for issue in self._parsed.issues)

    def location(self, pointer: str) -> Location | None:
        """Where a pointer leads; the place of the nearest parent if there is nothing."""
        return Location(self.name, *self._position(pointer))

    def excerpt(self, pointer: str) -> tuple[str, ...]:
        """The numbered lines around the place of a pointer, with a caret below it."""
        return excerpt(self.lines, *self._position(pointer))

    @property
    def references(self) -> tuple[str, ...]:
        """The `$ref`s that lead out of this file, as written."""
        return self._parsed.references

    @cached_property
    def may_have_ids(self) -> bool:
        """Whether `$id` stands anywhere in the file; False is certain, and quickly told."""
        return b"$id" in self.data or b"\\" in self.data or b"\0" in self.data

    def tell(self, report: Report, *, fatal: bool) -> None:
        """Add to the report what is wrong with the text of this file.

        Args:
            report: takes the findings.
            fatal: whether nothing can go on if the file cannot be read; otherwise that is a warning.
        """
        for issue in self._parsed.issues:
            add = report.error if fatal and issue.severity == "error" else report.warning
            spot = Spot(self, issue.position, issue.pointer)
            add(issue.code, spot, issue.message, issue.cure)

    def _position(self, pointer: str) -> Position:
        if self._locator is None:
            self._locator = self._parsed.locator()
        return self._locator(pointer)


@frozen
class Unreadable:
    """The locator of a file that could not be parsed: everything is at its start."""

    position: Position = field(default=(1, 1))

    def __call__(self, pointer: str) -> Position:
        return self.position


def decode(data: bytes) -> str:
    """The text of a file in whichever of the encodings that JSON allows; bad bytes are replaced."""
    return data.decode(encoding_of(data), errors="replace")


def encoding_of(data: bytes) -> str:
    """The Unicode encoding of a file, told by its first bytes."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-8-sig"


def split_lines(text: str) -> list[str]:
    """The lines of a text, ended by a line feed, a carriage return or both."""
    return _LINE_END.split(text)


class Lines:
    """The line ends of a text, for many questions about it."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """The line and column of an offset into the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def position_at(text: str, offset: int) -> Position:
    """The line and column of an offset into a text."""
    return Lines(text).position(offset)
