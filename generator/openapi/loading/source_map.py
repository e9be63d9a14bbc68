"""The text of a file, and the positions of pointers in it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from json import detect_encoding
from typing import TypeAlias, overload

from attrs import frozen

from ...diagnostics import Location, excerpt

_LINE_END = re.compile(r"\r\n|\r|\n")

Position: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""

Positions: TypeAlias = dict[str, Position]
"""Positions by pointer."""

Locator: TypeAlias = Callable[[str], Position]
"""From a pointer to the position of what it names, or of the nearest parent that is there."""


class Text:
    """The text of a file, with the position of every pointer but without values.

    Attributes:
        name: how the user would call the file, relative to where the program runs.
        data: the bytes of the file.
    """

    def __init__(self, name: str, data: bytes, locator: Callable[[Lines], Locator]) -> None:
        self.name = name
        self.data = data
        self._make_locator = locator
        self._locator: Locator | None = None
        self._lines: Lines | None = None

    @property
    def lines(self) -> Lines:
        """The lines of the text, without their ends."""
        if self._lines is None:
            self._lines = Lines(decode(self.data))
        return self._lines

    def position(self, pointer: str) -> Position:
        """Return the position of a pointer, or of the nearest parent if it names nothing."""
        if self._locator is None:
            self._locator = self._make_locator(self.lines)
        return self._locator(pointer)


@frozen(eq=False)
class Pin:
    """A place in a file that keeps no value in memory.

    Attributes:
        text: the text of the file.
        pointer: the JSON pointer of the place.
        stored_position: where it is, if it is known already.
        address: the place in the document that is compiled, as `name#pointer`; empty if it is in none.
    """

    text: Text
    pointer: str
    stored_position: Position | None = None
    address: str = ""

    @property
    def file(self) -> str:
        """The file, as the user would call it."""
        return self.text.name

    def pinned(self) -> Pin:
        """Itself."""
        return self

    def location(self) -> Location | None:
        """Where it is."""
        return Location(self.text.name, *self._find_position)

    def excerpt(self) -> tuple[str, ...]:
        """Return the numbered lines around it, with a caret below it."""
        return excerpt(self.text.lines, *self._find_position)

    @cached_property
    def _find_position(self) -> Position:
        return (
            self.stored_position
            if self.stored_position is not None
            else self.text.position(self.pointer)
        )


def decode(data: bytes) -> str:
    """Decode a file in any encoding that JSON allows; bad bytes are replaced."""
    return data.decode(detect_text_encoding(data), errors="replace")


def detect_text_encoding(data: bytes) -> str:
    """Detect the Unicode encoding of a file by its first bytes: a mark, or the zeros around ASCII."""
    return detect_encoding(data)


class Lines(Sequence[str]):
    """The lines of a text without their ends, cut out when somebody asks for one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = array("Q", [0])
        self._starts.extend(match.end() for match in _LINE_END.finditer(text))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        start = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset into the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def position_at(text: str, offset: int) -> Position:
    """Return the line and column of an offset into a text."""
    return Lines(text).position(offset)
