"""What a use of a schema says besides its type: together with everything that it refers to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from attrs import frozen

from ..api.schemas import Member
from ..api.types import Type
from ..dialect import read as dialect
from ..source import Node, Source
from .limits import bounds, limits

Described: TypeAlias = Callable[..., Member]
"""A member as it is described; its name, whether it is required and its place are added with the call."""


def described(node: Node, type_: Type, source: Source) -> Described:
    """The member of `type_` that is described at `node`."""
    facts = Facts.of(node, source)
    return partial(
        Member,
        called=dialect(node, "x-name") or "",
        type=type_,
        description=facts.description,
        deprecated=facts.say("deprecated"),
        secret=facts.say("x-secret"),
        lenient=facts.say("x-optional"),
        read_only=facts.say("readOnly"),
        write_only=facts.say("writeOnly"),
        limits=limits(facts.nodes),
        bounds=bounds(facts.nodes),
    )


@frozen
class Facts:
    """A use of a schema, and what it refers to, step by step."""

    nodes: list[Node]

    @staticmethod
    def of(node: Node, source: Source) -> Facts:
        """The facts of the use at `node`."""
        found: list[Node] = []
        at: Node | None = node
        while at is not None and at.is_map:
            found.append(at)
            at = source.step(at) if "$ref" in at else None
        return Facts(found)

    def say(self, key: str) -> bool:
        """Whether `key` is true at one of the steps."""
        for node in self.nodes:
            if node.value.get(key) is True:
                return True
        return False

    @property
    def description(self) -> str:
        """What the use says of itself; what a class says stands at the class and not at each use."""
        for number, node in enumerate(self.nodes):
            if number and "properties" in node:
                return ""
            if said := node.text("description"):
                return said
        return ""
