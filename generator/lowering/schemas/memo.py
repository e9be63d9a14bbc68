"""What is written alike is read once: a document says `{type: string}` thousands of times."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from hashlib import blake2b
from typing import Generic, TypeVar

from attrs import define, field

from ...diagnostics import Report
from ...ir.definitions import Catalog
from ...openapi.loading import Node

T = TypeVar("T")
CONTEXT_KEYWORDS = (b"$dynamicRef", b"$recursiveRef")
"""What these stand for depends on what is around them."""


def serialize_node(node: Node) -> bytes | None:
    """What stands at `node`, to be compared; None where it can't be, or an `$id` around it may count."""
    if node.document.has_ids:
        return None
    try:
        return marshal.dumps(node.value, 2)  # exact, and as fast as can be
    except ValueError:  # e.g. a date, which TOML has
        return None


def cache_key(told: bytes) -> bytes:
    """What stands for what is written, or that itself where it is short: the levels of a deep schema contain one another."""
    return told if len(told) <= 64 else blake2b(told, digest_size=16).digest()


@define
class Memo(Generic[T]):
    """What was made of one kind of object in a document, by what is written there."""

    report: Report
    catalog: Catalog = field(factory=Catalog)
    """Takes what is defined on the way; none where nothing is."""
    _made: dict[tuple[str, bytes], T] = field(factory=dict)

    def get(self, node: Node, make: Callable[[Node], T]) -> T:
        """What `make` makes of `node`, or has made of another that says the same.

        Only what has nothing to do with its place is kept: it defines nothing (what is written in place is called
        after where it stands), nothing is told of it, and nothing around it counts.
        """
        told = serialize_node(node)
        if told is None:
            return make(node)
        key = (node.document.key, cache_key(told))
        if key in self._made:
            return self._made[key]
        before = len(self.catalog.definitions), self.report.additions
        made = make(node)
        after = len(self.catalog.definitions), self.report.additions
        if before == after and not any(hole in told for hole in CONTEXT_KEYWORDS):
            self._made[key] = made
        return made
