"""What a use of a schema says besides its type: together with everything that it refers to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from ...ir.definitions import Member
from ...ir.types import Type
from ...openapi.extensions.registry import read as dialect
from ...openapi.loading import Node, Source
from .constraints import read_constraints

MemberFactory: TypeAlias = Callable[..., Member]
"""A member as it is described; its name, whether it is required and its place are added with the call."""


_FLAGS = frozenset({"deprecated", "x-secret", "x-optional", "readOnly", "writeOnly"})


def read_member_metadata(node: Node, type_: Type, source: Source) -> MemberFactory:
    """The member of `type_` that is described at `node`."""
    steps = _reference_chain(node, source)
    flags = [
        key for step in steps for key in _FLAGS.intersection(step.value) if step.value[key] is True
    ]
    return partial(
        Member,
        preferred_name=dialect(node, "x-name") or "",
        type=type_,
        description=_read_description(steps),
        deprecated="deprecated" in flags,
        secret="x-secret" in flags,
        lenient="x-optional" in flags,
        read_only="readOnly" in flags,
        write_only="writeOnly" in flags,
        constraints=read_constraints(steps),
    )


def _reference_chain(node: Node, source: Source) -> list[Node]:
    """The use at `node`, and what it refers to, step by step."""
    found: list[Node] = []
    at: Node | None = node
    while at is not None and at.is_map:
        found.append(at)
        at = source.resolve_once(at) if "$ref" in at.value else None
    return found


def _read_description(steps: list[Node]) -> str:
    """What the use says of itself; what a class says stands at the class and not at each use."""
    for number, step in enumerate(steps):
        if number and "properties" in step.value:
            return ""
        if said := step.text("description"):
            return said
    return ""
