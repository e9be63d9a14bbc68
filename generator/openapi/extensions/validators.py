"""The forms that the values of vendor keys have, and what is said of a value of another form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...diagnostics import did_you_mean
from ..loading import Node

Complaint = tuple[Node, str, str]
"""Where, what is wrong, and how to fix it."""

Form = Callable[[Node], Iterator[Complaint]]

_DOTTED = re.compile(r"[^.\s]+(\.[^.\s]+)*")
_NAMES = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)((a|b|rc)\d+)?")


def flag(node: Node) -> Iterator[Complaint]:
    """True or false."""
    if type(node.value) is not bool:
        yield _not(node, "true or false")


def text(node: Node) -> Iterator[Complaint]:
    """Text that is not empty."""
    if not node.is_str or not node.value.strip():
        yield _not(node, "text")


def matching(pattern: re.Pattern[str], what: str, example: str) -> Form:
    """Text of a pattern, which the complaint calls `what`."""

    def form(node: Node) -> Iterator[Complaint]:
        if not node.is_str or not pattern.fullmatch(node.value):
            yield _not(node, what, f"for example `{example}`")

    return form


path = matching(_DOTTED, "a dotted path of members", "result.items")
names = matching(_NAMES, "names joined by dots", "ai_gateway.logs")
name = matching(_VARIABLE, "a name of letters, digits and underscores", "list_all")
version = matching(_VERSION, "a version of three numbers", "1.4.0")


def one_of(*allowed: str) -> Form:
    """One of a few words."""

    def form(node: Node) -> Iterator[Complaint]:
        if node.value not in allowed:
            message = f"`{node.key}` is one of {', '.join(allowed)}"
            yield node, message, did_you_mean(str(node.value), allowed, "write one of them")

    return form


def items(form: Form, *, or_one: bool = False) -> Form:
    """A list, or with `or_one` also a single item without the list."""

    def whole(node: Node) -> Iterator[Complaint]:
        if node.is_list:
            for item in node:
                yield from form(item)
        elif or_one:
            yield from form(node)
        else:
            yield _not(node, "a list")

    return whole


def mapping(form: Form) -> Form:
    """A mapping from any key to values of a form."""

    def whole(node: Node) -> Iterator[Complaint]:
        if not node.is_map:
            yield _not(node, "a mapping")
        for _, member in node.items():
            yield from form(member)

    return whole


def record(required: dict[str, Form], optional: dict[str, Form] | None = None) -> Form:
    """A mapping with certain keys and no others."""
    fields = required | (optional or {})

    def whole(node: Node) -> Iterator[Complaint]:
        if not node.is_map:
            yield _not(node, f"a mapping with {', '.join(f'`{key}`' for key in fields)}")
            return
        for key in required:
            if key not in node:
                yield node, f"`{key}` is missing in `{node.key}`", f"add `{key}`"
        for key, member in node.items():
            if key in fields:
                yield from fields[key](member)
            else:
                help = did_you_mean(key, fields, f"it has {', '.join(fields)}")
                yield member, f"`{node.key}` has no `{key}`", help

    return whole


def _not(node: Node, what: str, help: str = "") -> Complaint:
    return node, f"`{node.key}` is not {what}", help or f"write {what}"
