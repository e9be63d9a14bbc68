"""Worklist of deferred schemas. Textually identical inline objects are lowered once and share a class.

Equal schemas written in place become one class in the end (`dedupe`). Most of them are equal to the letter: then neither
their members nor what is within them is lowered again. They take the members of the one that stands highest, which
gives its name to all, and the findings about it are added for each of them.
"""

from __future__ import annotations

import marshal
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from attrs import define, evolve, field

from ...diagnostics import Finding, Report
from ...ir.definitions import Catalog, Model, is_component, make_depth_key
from ...openapi.loading import Node
from .memo import CONTEXT_KEYWORDS, make_cache_key, relocate_finding, serialize_node
from .names import make_definition_key

_NAMING_KEYWORDS = tuple(marshal.dumps(key, 2) for key in ("schemas", "definitions", "$defs"))
"""Schemas below these have names of their own, and two names are two definitions."""


@define
class Worklist:
    """Schemas that are lowered later, so that schemas may contain themselves; empty after `run`."""

    catalog: Catalog
    rank: Callable[[str], Any] = make_depth_key
    """Sorts the keys of classes with the same text; the first one represents them."""
    duplicates: dict[str, str] = field(factory=dict)
    """Classes that took the members of another one, and which."""
    _waiting: deque[Callable[[], None]] = field(factory=deque)
    _representatives: dict[bytes, str] = field(factory=dict)
    """The highest class of each text."""
    _nodes: dict[str, Node] = field(factory=dict)
    """Where the classes of `duplicates` stand."""

    def defer(self, action: Callable[[], None]) -> None:
        """Run `action` later."""
        self._waiting.append(action)

    def defer_model(self, node: Node, key: str, define: Callable[[], None]) -> None:
        """Lower the members of the class at `node` later, with `define`, unless another class has the same text."""

        def define_once() -> None:
            first = self._find_representative(node, key)
            if first is None:
                define()
            else:
                self.duplicates[key] = first
                self._nodes[key] = node

        self._waiting.append(define_once)

    def run(self) -> None:
        """Run all deferred actions."""
        while self._waiting:
            self._waiting.popleft()()
        for key, first in self.duplicates.items():
            self._copy_members(key, first)
        self._representatives.clear()

    def repeat_findings(self, findings: Iterable[Finding], report: Report) -> None:
        """Add the findings about classes to `report` for each of their duplicates, too."""
        copies: dict[str, list[Node]] = {}
        for key, first in self.duplicates.items():
            copies.setdefault(first, []).append(self._nodes[key])
        waiting = list(findings) if copies else []
        while waiting:
            finding = waiting.pop()
            place = finding.address
            while place:
                for node in copies.get(place, ()):
                    repeated = relocate_finding(finding, place, node)
                    report.add(repeated)
                    waiting.append(repeated)
                place = place.rpartition("/")[0]

    def _find_representative(self, node: Node, key: str) -> str | None:
        """Return the class that stands higher than that at `node` and has the same text, among those met before."""
        serialized = serialize_node(node)
        if serialized is None or key != make_definition_key(node) or is_component(key):
            return None
        if any(each in serialized for each in (*CONTEXT_KEYWORDS, *_NAMING_KEYWORDS)):
            return None
        text = make_cache_key(serialized)
        first = self._representatives.setdefault(text, key)
        if self.rank(key) < self.rank(first):
            self._representatives[text] = key
        return first if self.rank(first) < self.rank(key) else None

    def _copy_members(self, key: str, first: str) -> None:
        """Give the class `key` the members of the class `first`."""
        own, original = self.catalog.definitions[key], self.catalog.definitions[first]
        assert isinstance(own, Model) and isinstance(original, Model)
        self.catalog.definitions[key] = evolve(
            own, members=original.members, additional=original.additional
        )
