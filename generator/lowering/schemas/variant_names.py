"""Names of the variants of a union that are written in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ...openapi.loading import Node
from ...openapi.metamodel import is_list

_MOST = 100
"""Variants of a larger union are not compared; those that have no name are numbered."""
_TAGS = frozenset({"kind", "type"})
"""Members that every variant may have; named after them, a class would be taken for their values."""
_COMBINED = ("oneOf", "anyOf", "allOf")


def name_variants(variants: Sequence[Node], is_component: bool) -> list[str]:
    """Return what each variant of a union adds to its name; "" where the name of the union is enough.

    A variant is named after its title, or the constant that distinguishes it; else after what it alone has: a member,
    a schema that it refines, a member of a member; else after what it alone is, an object or a list; else after the
    one member that it alone lacks; else after its number.

    Args:
        variants: the schemas of the variants.
        is_component: whether the union keeps its name even if it consists of simple types.
    """
    if sum(not _is_null(node) for node in variants) == 1:
        return [""] * len(variants)
    kinds = [_find_kind(node) for node in variants]
    is_simple = not is_component and {*kinds} <= {"", "value"}
    is_simple = is_simple and all("$ref" not in node for node in variants)
    members = [list(_iter_members(node)) if len(variants) <= _MOST else [] for node in variants]
    own_members = _find_own(members)
    own_inner = _find_own(
        [list(_iter_inner_members(node)) if len(variants) <= _MOST else [] for node in variants]
    )
    names: list[str] = []
    for number, (node, kind) in enumerate(zip(variants, kinds, strict=True)):
        name = _own_name(node)
        if not name and kinds.count(kind) > 1:
            name = (
                own_members[number]
                or own_inner[number]
                or _find_lacking(members, kinds, number)
                or f"option {number + 1}"
            )
        elif not name and kind == "object":
            name = members[number][0] if len(members[number]) == 1 else kind
        elif not name and kind == "value" and not is_simple:
            name = kind
        names.append(name)
    return names


def _find_own(members: Sequence[Sequence[str]]) -> list[str]:
    """Return the first member that each variant has and no other; "" where there is none."""
    counts = Counter(name for each in members for name in {*each})
    return [next((name for name in each if counts[name] == 1), "") for each in members]


def _find_lacking(members: Sequence[Sequence[str]], kinds: Sequence[str], number: int) -> str:
    """Return "without owner" where the only difference of an object to the other objects is that it has no owner."""
    others = [
        {*each}
        for place, each in enumerate(members)
        if place != number and kinds[place] == kinds[number]
    ]
    lacking: set[str] = {*others[0]}.intersection(*others) - {*members[number]} if others else set()
    return f"without {lacking.pop()}" if len(lacking) == 1 and members[number] else ""


def _find_kind(node: Node) -> str:
    """Return what a variant is, if it may need a name: an "object", one "value" of several, or what holds such."""
    holder = ""
    while "$ref" not in node:
        if "enum" in node or "const" in node:
            return "" if _is_null(node) else holder or "value"
        if "properties" in node or any(each in node for each in _COMBINED):
            return holder or "object"
        keyword = next((each for each in ("items", "additionalProperties") if each in node), None)
        if keyword is None:
            return ""
        holder, node = holder or keyword, node / keyword
    return ""


def _own_name(node: Node) -> str:
    parts = (node, *(node / "allOf"))
    constants = (
        _find_word_constant(each) for part in parts for _, each in (part / "properties").items()
    )
    return node.text("title") or next(filter(None, constants), "")


def _iter_inner_members(node: Node) -> Iterator[str]:
    """Yield the members of the members of an object."""
    for _, member in (node / "properties").items():
        yield from (name for name, _ in (member / "properties").items() if name not in _TAGS)


def _iter_members(node: Node) -> Iterator[str]:
    """Yield the members of an object or of the items of a list, required ones first, and the schemas that it refines."""
    while "properties" not in node and "allOf" not in node:
        holder = next((each for each in ("items", "additionalProperties") if each in node), None)
        if holder is None or not (node / holder).is_map:
            return
        node = node / holder
    for part in (node, *(node / "allOf")):
        required = {each.value for each in part / "required" if each.is_str}
        names = [name for name, _ in (part / "properties").items() if name not in _TAGS]
        yield from sorted(names, key=lambda name: name not in required)
        reference = part.text("$ref")
        if reference is not None and part is not node:
            yield re.split(r"[/.]", reference)[-1]


def _is_null(node: Node) -> bool:
    """Return whether a variant is null and nothing else: the one next to it needs no name of its own."""
    return (
        node.plain("type") == "null"
        or node.plain("enum") == [None]
        or ("const" in node and node.plain("const") is None)
    )


def _find_word_constant(node: Node) -> str:
    """Return the one text that a schema allows, if it consists of a few words."""
    listed: Any = [node.plain("const")] if "const" in node else node.plain("enum")
    only_value: Any = listed[0] if is_list(listed) and len(listed) == 1 else None
    return (
        only_value
        if isinstance(only_value, str) and re.fullmatch(r"[A-Za-z][\w.-]{0,50}", only_value)
        else ""
    )
