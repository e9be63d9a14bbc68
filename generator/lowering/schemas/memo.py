"""A memo by the text of a node: `{type: string}` may occur thousands of times, and is lowered once."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Generic, TypeVar

from attrs import define, evolve, field, frozen

from ...diagnostics import Finding, Report
from ...openapi.loading import Node
from .names import make_definition_key

T = TypeVar("T")
CONTEXT_KEYWORDS = (b"$dynamicRef", b"$recursiveRef")
"""What these refer to depends on the schemas around them."""
_MAX_LITERAL_KEY = 64


def serialize_node(node: Node) -> bytes | None:
    """Serialize the value at `node` for comparison; None where it can't be done."""
    try:
        return marshal.dumps(node.value, 2)  # exact, and faster than any other
    except ValueError:  # e.g. a date, which TOML has
        return None


def make_cache_key(serialized: bytes) -> bytes:
    """Return `serialized` itself where it is short, else its digest: levels of a deep schema contain one another."""
    if len(serialized) <= _MAX_LITERAL_KEY:
        return serialized
    return blake2b(serialized, digest_size=16).digest()


def relocate_finding(finding: Finding, old: Node | str, new: Node) -> Finding:
    """Return `finding` about the same place below `new`; as it is where it is not about a place below `old`."""
    above = old if isinstance(old, str) else make_definition_key(old)
    place = finding.address
    if place != above and not place.startswith(f"{above}/"):
        return finding
    return evolve(finding, place=new.at(place[len(above) :]).pinned())


@frozen
class _Result(Generic[T]):
    """What was made of a node, and the findings about it."""

    node: Node
    value: T
    findings: tuple[Finding, ...]


def _find_no_references(_value: object) -> Iterable[str]:
    return ()


@define
class Memo(Generic[T]):
    """Remembers what was made of one kind of object in a document.

    A result counts for all places with the same text unless it refers to a definition that has its key, and so its
    name, from the place. Findings are part of the result: they are added again for each place.
    """

    report: Report
    references: Callable[[T], Iterable[str]] = _find_no_references
    """Lists the keys of the definitions that a result refers to."""
    _results: dict[bytes, _Result[T]] = field(factory=dict)

    def get(self, node: Node, make: Callable[[Node], T]) -> T:
        """Return what `make` makes of `node`, or made of another node with the same text."""
        serialized = serialize_node(node)
        if serialized is None or any(each in serialized for each in CONTEXT_KEYWORDS):
            return make(node)
        key = make_cache_key(serialized)
        cached = self._results.get(key)
        if cached is not None:
            if cached.findings:
                self.report.extend(
                    relocate_finding(each, cached.node, node) for each in cached.findings
                )
            return cached.value
        with self.report.recording() as findings:
            value = make(node)
        if not self._is_place_dependent(value, make_definition_key(node)):
            self._results[key] = _Result(node, value, tuple(findings))
        return value

    def _is_place_dependent(self, value: T, place: str) -> bool:
        return any(key == place or key.startswith(f"{place}/") for key in self.references(value))
