"""What is read later, among it classes that a document writes out again and again, which are read once.

Equal schemas written in place become one class in the end (`sharing.py`). Most of them are equal to the letter, and then
neither their members nor what is within them has to be read to know: they take over those of the one that
stands highest, which gives its name to all.
"""

from __future__ import annotations

import marshal
from collections import deque
from collections.abc import Callable

from attrs import define, evolve, field

from ...diagnostics import Report
from ...ir.definitions import Catalog, Model, depth_key, is_component
from ...openapi.loading import Node
from .memo import CONTEXT_KEYWORDS, cache_key, serialize_node
from .names import definition_key
from .unions import Unions

_NAMING_KEYWORDS = tuple(marshal.dumps(key, 2) for key in ("schemas", "definitions", "$defs"))
"""What stands below these has its name from the document, and two names are two things."""


@define
class Worklist:
    """What is put off, so that schemas may contain themselves; complete once `run` was called."""

    catalog: Catalog
    report: Report
    unions: Unions
    duplicates: dict[str, str] = field(factory=dict)
    """Classes that took over what another one has, and which."""
    _waiting: deque[Callable[[], None]] = field(factory=deque)
    _first: dict[tuple[str, bytes], str] = field(factory=dict)
    """The class that stands highest of those that are written alike."""
    _others: list[tuple[str, str, Callable[[], None]]] = field(factory=list)
    """Classes that are written as another one."""

    def defer(self, action: Callable[[], None]) -> None:
        """Put `action` off."""
        self._waiting.append(action)

    def defer_model(self, node: Node, key: str, define: Callable[[], None]) -> None:
        """Put off to `define` the members of the class at `node`, if need be."""

        def once() -> None:
            first = self._before(node, key)
            if first is None:
                define()
            else:
                self._others.append((key, first, define))

        self._waiting.append(once)

    def run(self) -> None:
        """Do all that was put off."""
        self._run()
        while apart := self._apart():
            self._waiting += apart
            self._run()
        for key, first, _ in self._others:
            self._take(key, first)
        self._others.clear()
        self._first.clear()

    def _run(self) -> None:
        while self._waiting:
            self._waiting.popleft()()

    def _before(self, node: Node, key: str) -> str | None:
        """The class that stands higher than that at `node` and is written alike, of those met before."""
        told = serialize_node(node)
        if told is None or key != definition_key(node) or is_component(key):
            return None
        if any(each in told for each in (*CONTEXT_KEYWORDS, *_NAMING_KEYWORDS)):
            return None
        alike = (node.document.key, cache_key(told))
        first = self._first.setdefault(alike, key)
        if depth_key(key) < depth_key(first):
            self._first[alike] = key
        return first if depth_key(first) < depth_key(key) else None

    def _apart(self) -> list[Callable[[], None]]:
        """What has to be defined after all: there is something to tell of each place."""
        told = self._told()
        found = [define for _, first, define in self._others if first in told]
        self._others = [each for each in self._others if each[1] not in told]
        return found

    def _told(self) -> set[str]:
        """All places within which something was told, or will be when variants are told apart."""
        found: set[str] = set()
        for place in (*self.report.places(), *self.unions.places):
            while place and place not in found:
                found.add(place)
                place = place.rpartition("/")[0]
        return found

    def _take(self, key: str, first: str) -> None:
        """Let the class `key` have what the class `first` has."""
        mine, made = self.catalog.definitions[key], self.catalog.definitions[first]
        assert isinstance(mine, Model) and isinstance(made, Model)
        taken = evolve(mine, members=made.members, additional=made.additional)
        self.catalog.definitions[key] = taken
        self.duplicates[key] = first
