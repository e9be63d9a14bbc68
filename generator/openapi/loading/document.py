"""Documents: a file that was read, and the one document that is put together from files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from ...diagnostics import Report, Severity
from ..json_pointers import get_child, unescape
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
        has_ids: whether a mapping in it has an `$id`.
    """

    value: Any
    issues: tuple[Issue, ...]
    locator: Callable[[Lines], Locator]
    has_ids: bool = False


def locate_nearest(positions: Positions) -> Locator:
    """Return the positions as a function that falls back on the nearest parent."""

    def locate(pointer: str) -> Position:
        while pointer and pointer not in positions:
            pointer = pointer.rpartition("/")[0]
        return positions.get(pointer, (1, 1))

    return locate


class Document:
    """A value with a name, of which every place can be found in the text that it comes from.

    Attributes:
        name: how the user would call it, relative to where the program runs.
        key: the resolved path of its file, or its address.
        value: plain mappings, lists and scalars; None if it can't be read.
    """

    def __init__(self, name: str, key: str, value: Any) -> None:
        self.name = name
        self.key = key
        self.value = value

    @property
    def root(self) -> Node:
        """The node of the whole document, created on each access: a stored one would make a reference cycle."""
        return Node(self, self.value)

    def pin(self, pointer: str) -> Pin:
        """Return the place in a text that a pointer into this document stands for."""
        raise NotImplementedError

    def at(self, pointer: str) -> Node:
        """Return the node that a pointer names; its value is MISSING if there is none."""
        return self.root.at(pointer)


class File(Document):
    """A file that was read.

    Attributes:
        has_ids: whether a mapping in it has an `$id`.
        text: the text of the file.
    """

    def __init__(self, name: str, key: str, data: bytes, parsed: Parsed) -> None:
        super().__init__(name, key, parsed.value)
        self.text = Text(name, data, parsed.locator)
        self.has_ids = parsed.has_ids
        self._issues = parsed.issues

    @property
    def failed(self) -> bool:
        """Whether the file could not be read at all."""
        return any(issue.severity == "error" for issue in self._issues)

    def pin(self, pointer: str) -> Pin:
        """Return the place in the text of the file."""
        return Pin(self.text, pointer)

    def report_issues(self, report: Report) -> None:
        """Add to the report what is wrong with the text of this file."""
        for issue in self._issues:
            add = report.error if issue.severity == "error" else report.warning
            place = Pin(self.text, issue.pointer, issue.position)
            add(issue.code, place, issue.message, issue.help)


class AssembledDocument(Document):
    """One self-contained document that knows where its parts come from."""

    def __init__(self, name: str, key: str, value: Any, origins: Origins) -> None:
        super().__init__(name, key, value)
        self.origins = origins
        self._last_pin: tuple[str, Pin] | None = None

    def pin(self, pointer: str) -> Pin:
        """Return the place in the text that the part around a pointer comes from.

        The last one is kept: thousands of findings may be about one place with a long pointer.
        """
        if self._last_pin is None or self._last_pin[0] is not pointer:
            pin = self.origins.trace(self.value, pointer, f"{self.name}#{pointer}")
            self._last_pin = (pointer, pin)
        return self._last_pin[1]


class Origins:
    """Where the containers of a value come from, by their identity.

    Only a container that does not stand where the one around it says has an entry of its own, so a document that
    comes from one file has a single entry.
    """

    def __init__(self) -> None:
        self._pins: dict[int, tuple[Any, Pin]] = (
            {}
        )  # with the container, so that no other gets its identity

        self._members: dict[tuple[int, str], Pin] = {}  # of containers that have an entry

    def record(self, container: Any, pin: Pin) -> None:
        """Note that a mapping or list comes from a place."""
        self._pins[id(container)] = (container, pin)

    def record_member(self, container: Any, key: str, pin: Pin) -> None:
        """Note that a member of a recorded mapping comes from a place of its own, whatever its value is."""
        self._members[id(container), key] = pin

    def get(self, container: Any) -> Pin | None:
        """Return the place that was recorded for a container itself."""
        entry = self._pins.get(id(container))
        return entry[1] if entry is not None else None

    def get_member(self, container: Any, key: str) -> Pin | None:
        """Return the place that was recorded for a member of a container."""
        return self._members.get((id(container), key))

    def copy(self) -> Origins:
        """Return origins that can be added to independently."""
        copied = Origins()
        copied._pins = dict(self._pins)
        copied._members = dict(self._members)
        return copied

    def trace(self, root: Any, pointer: str, address: str) -> Pin:
        """Return the place that a pointer into a value stands for.

        Args:
            root: the value.
            pointer: the pointer.
            address: the address of the place.
        """
        at, value = self._pins[id(root)][1], root
        steps: list[str] = []
        for token in pointer.split("/")[1:]:
            steps.append(token)
            member = self._members.get((id(value), unescape(token)))
            if member is not None:
                at = member
                steps.clear()
            value = get_child(value, unescape(token))
            entry = self._pins.get(id(value))
            if entry is not None and value.__class__ in _CONTAINERS:
                at = entry[1]
                steps.clear()
        below = "".join(f"/{step}" for step in steps)
        return Pin(at.text, at.pointer + below, None, address)


_CONTAINERS = frozenset({dict, list})


@frozen
class Unreadable:
    """The locator of a file that could not be parsed: everything is at its start."""

    position: Position = field(default=(1, 1))

    def __call__(self, pointer: str) -> Position:
        """Return the position, whatever the pointer."""
        return self.position
