"""One file of a description: its value, and what is wrong with its text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from ...diagnostics import Report, Severity
from .node import Node
from .source_map import Lines, Locator, Pin, Position, Positions, Text


@frozen
class Issue:
    """What is wrong with the text of a file, found while it was read."""

    severity: Severity
    code: str
    message: str
    help: str
    position: Position
    pointer: str = ""


@frozen
class Parsed:
    """What a parser makes of the bytes of a file.

    Attributes:
        value: plain mappings, lists and scalars; None if the text is refused.
        issues: what is wrong with the text.
        locator: makes the finder of positions from the lines, when one is needed.
        references: the `$ref`s that lead out of the file, as written.
        has_ids: whether a mapping in it has an `$id`.
    """

    value: Any
    issues: tuple[Issue, ...]
    locator: Callable[[Lines], Locator]
    references: tuple[str, ...] = ()
    has_ids: bool = False


def by_pointer(positions: Positions) -> Locator:
    """The positions as a function that falls back on the nearest parent."""

    def locate(pointer: str) -> Position:
        while pointer and pointer not in positions:
            pointer = pointer.rpartition("/")[0]
        return positions.get(pointer, (1, 1))

    return locate


class Document:
    """A file that was read.

    Attributes:
        name: how the user would call the file, relative to where the program runs.
        key: the file's resolved path, or its address.
        value: what the file holds: plain mappings, lists and scalars; None if it can't be read.
        references: the `$ref`s that lead out of this file, as written.
        has_ids: whether a mapping in it has an `$id`.
        text: the text of the file.
    """

    def __init__(self, name: str, key: str, data: bytes, parsed: Parsed) -> None:
        self.name = name
        self.key = key
        self.value = parsed.value
        self.text = Text(name, data, parsed.locator)
        self._issues = parsed.issues
        self.references = parsed.references
        self.has_ids = parsed.has_ids

    @property
    def root(self) -> Node:
        """The node of the whole document, made anew each time: a document that kept it would keep itself."""
        return Node(self, self.value)

    @property
    def failed(self) -> bool:
        """Whether the file could not be read at all."""
        return any(issue.severity == "error" for issue in self._issues)

    def tell(self, report: Report, *, fatal: bool) -> None:
        """Add to the report what is wrong with the text of this file.

        Args:
            report: takes the findings.
            fatal: whether nothing can go on if the file cannot be read; otherwise that is a warning.
        """
        for issue in self._issues:
            add = report.error if fatal and issue.severity == "error" else report.warning
            place = Pin(self.text, issue.pointer, issue.position)
            add(issue.code, place, issue.message, issue.help)


@frozen
class Unreadable:
    """The locator of a file that could not be parsed: everything is at its start."""

    position: Position = field(default=(1, 1))

    def __call__(self, pointer: str) -> Position:
        return self.position
