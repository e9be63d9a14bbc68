"""Splitting a line at brackets: at its last ones, or at earlier ones, or at optional parentheses around an expression."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from .leaves import COMMA, DOT, Leaf
from .line import Line, find_matched_leaves
from .strings import Undecided

ADDED: Final = "added"
"""The role of a comma that was not there."""


class CannotSplit(Exception):
    """This way of splitting does not apply to the line."""


@frozen
class Parts:
    """A line split at brackets, which belong to `head` and `tail`."""

    head: Line
    body: Line
    tail: Line
    opening: Leaf
    closing: Leaf

    def __iter__(self) -> Iterator[Line]:
        return (line for line in (self.head, self.body, self.tail) if line.leaves)


def split_at_last_brackets(line: Line, force_parens: bool) -> list[Line]:
    """Split a line at its last brackets, or at earlier ones if then the last ones fit on its last line."""
    first: list[Line] | None = None
    for omitted in _iter_omitted_trailers(line):
        if omitted and _is_too_far(line, omitted):
            continue
        result = _split_at_brackets(line, omitted, force_parens)
        if first is None and not omitted:
            first = result
        if result[0].fits:
            return result
    return first if first is not None else _split_at_brackets(line, frozenset(), force_parens)


def _is_too_far(line: Line, omitted: frozenset[Leaf]) -> bool:
    """Return whether the brackets to split at begin beyond the end of the line."""
    target = next(
        (
            leaf.opening
            for leaf in reversed(line.leaves)
            if leaf.kind == "close" and leaf not in omitted
        ),
        None,
    )
    if target is None or not target.value:
        return False
    length = 4 * line.depth
    for leaf in line.leaves:
        if leaf is target:
            break
        length += len(leaf.prefix) + len(leaf.value)
    return length > line.width


def _iter_omitted_trailers(line: Line) -> Iterator[frozenset[Leaf]]:
    """Yield growing sets of closing brackets at the end of a line that may stay together."""
    omitted: frozenset[Leaf] = frozenset()
    if not line.has_magic_comma:
        yield omitted
    length = 4 * line.depth
    opening: Leaf | None = None
    closing: Leaf | None = None
    inner: set[Leaf] = set()
    for index, leaf, size in line.iter_reversed_with_length():
        length += size
        if length > line.width:
            return
        previous = line.leaves[index - 1] if index else None
        ends_list = previous is not None and previous.value == "," and leaf.kind == "close"
        if opening is not None:
            if leaf is opening:
                opening = None
            elif leaf.kind == "close":
                if ends_list and not line.is_one_tuple(leaf):
                    return
                inner.add(leaf)
        elif leaf.kind == "close":
            if previous is not None and previous.kind == "open":
                inner.add(leaf)
                continue
            if closing is not None:
                omitted = omitted | {closing} | inner
                inner.clear()
                yield omitted
            if ends_list and not line.is_one_tuple(leaf):
                return
            if leaf.value:
                opening, closing = leaf.opening, leaf


def _split_at_brackets(line: Line, omitted: frozenset[Leaf], force_parens: bool) -> list[Line]:
    parts = _split_at_last_brackets(line, omitted)
    return _without_optional_parens(parts, line, omitted, force_parens)


def _split_at_last_brackets(line: Line, omitted: frozenset[Leaf]) -> Parts:
    """Split at the last brackets that are not omitted."""
    for end in range(len(line.leaves) - 1, -1, -1):
        closing = line.leaves[end]
        if closing.kind != "close" or closing in omitted:
            continue
        for start in range(end - 1, -1, -1):
            if line.leaves[start] is closing.opening:
                if start == end - 1:
                    break  # without content: go on before them
                return split_at(line, start, end)
        else:
            raise CannotSplit("the opening bracket is on another line")
    raise CannotSplit("no brackets")


def _without_optional_parens(
    parts: Parts, line: Line, omitted: frozenset[Leaf], force_parens: bool
) -> list[Line]:
    """Omit optional parentheses where the result reads better, else show them."""
    is_optional = not parts.opening.value
    if (
        not force_parens
        and is_optional
        and not line.is_import
        and _can_omit_parens(parts, line.width)
    ):
        inner = omitted | {parts.closing}
        try:
            other = _split_at_last_brackets(line, inner)
            if _is_other_better(other, parts):
                return _without_optional_parens(other, line, inner, force_parens)
        except CannotSplit:
            if not line.is_chained_assignment:
                if not _can_be_split(parts.body) and not parts.body.fits:
                    raise
    if is_optional:
        parts.opening.value, parts.closing.value = "(", ")"
    return list(parts)


def _can_be_split(line: Line) -> bool:
    """Return whether a line is more than an atom (or a string with one attribute)."""
    leaves = line.leaves
    if len(leaves) < 2:
        return False
    if leaves[0].kind == "string" and leaves[1].value == ".":
        raise Undecided("a method of a literal")
    return True


def _is_other_better(other: Parts, parts: Parts) -> bool:
    """Return whether `other`, at brackets of the expression, is preferred to `parts`, at parentheses around it."""
    head = parts.head
    if not (len(head.leaves) >= 2 and head.leaves[-2].value == "="):
        return True
    if not any(leaf.kind in ("open", "close") for leaf in head.leaves[:-1]):
        return True
    if not head.fits_in(head.width - 1) or head.has_magic_comma:
        return True
    equals = sum(leaf.value == "=" for leaf in head.leaves)
    if equals > 1 and equals > sum(leaf.value == "=" for leaf in other.head.leaves):
        return False
    for leaf in reversed(other.head.leaves):
        if leaf.value == "=":
            break
        if leaf.kind == "close":
            return True
    return any(leaf.value == "=" for leaf in other.head.leaves) and other.head.fits


def _can_omit_parens(parts: Parts, width: int) -> bool:
    """Return whether an expression stays readable without optional parentheses."""
    line = parts.body
    if not line.delimiters:
        return True
    priority = line.find_highest_priority()
    if sum(each == priority for each in line.delimiters.values()) > 1:
        return False
    if priority == DOT:
        return True
    first, second = line.leaves[:2]
    if first.kind == "open" and second.kind != "close" and _can_omit_opening(line, first, width):
        return True
    penultimate, last = line.leaves[-2:]
    is_subscript = last.value == "]" and last.opening is not None and last.opening.role == "trailer"
    if last.kind == "close" and not is_subscript:
        return penultimate.kind != "open" and _can_omit_closing(line, last, width)
    return False


def _can_omit_opening(line: Line, first: Leaf, width: int) -> bool:
    """Return whether what follows the brackets that begin a line fits, up to the next brackets."""
    length, is_after = 4 * line.depth, False
    for leaf in line.leaves:
        if leaf.opening is first:
            is_after = True
        if is_after:
            length += len(leaf.prefix) + len(leaf.value)
            if length > width:
                return False
            if leaf.kind == "open":
                is_after = False
    return True


def _can_omit_closing(line: Line, last: Leaf, width: int) -> bool:
    """Return whether what precedes the brackets that end a line fits, or has brackets itself."""
    length, has_others = 4 * line.depth, False
    for leaf in line.leaves:
        length += len(leaf.prefix) + len(leaf.value)
        if leaf is last.opening:
            return has_others or length <= width
        has_others = has_others or leaf.kind == "open"
    return False


def split_at(line: Line, start: int, end: int) -> Parts:
    """Split a line at the brackets with these indices."""
    opening, closing = line.leaves[start], line.leaves[end]
    head = Line(line.depth, line.width)
    before = line.leaves[: start + 1]
    head.extend(before, find_matched_leaves(before))
    body = _make_body(line, line.leaves[start + 1 : end], opening)
    tail = Line(line.depth, line.width)
    tail.extend(line.leaves[end:], set())
    if not body.leaves and len(tail.text.strip()) < 3:
        raise CannotSplit("splitting at brackets without content")
    return Parts(head, body, tail, opening, closing)


def _make_body(line: Line, leaves: list[Leaf], opening: Leaf) -> Line:
    if leaves and leaves[-1].value != "," and _needs_comma(line, leaves, opening):
        leaves = [*leaves, Leaf(",", "", "operator", ADDED, after=COMMA)]
    body = Line(line.depth + 1, line.width, inside_brackets=True)
    body.extend(leaves)
    if body.leaves:
        several = body.find_highest_priority(without_last=body.leaves[-1].value == ",") == COMMA
        always = opening.role in ("atom", "import")
        body.must_split = several and (always or body.leaves[-1].value == ",")
    return body


def _needs_comma(line: Line, leaves: list[Leaf], opening: Leaf) -> bool:
    """Return whether a body gets a comma although it holds one name only."""
    if line.is_import:
        return True
    if not line.is_def or opening.role != "parameters":
        return False
    depth, in_annotation = 0, False
    for leaf in leaves:
        depth -= leaf.kind == "close"
        if not depth:
            in_annotation = leaf.value == ":" or (in_annotation and leaf.value not in (",", "="))
        if leaf.value == "," and not in_annotation:
            return False
        depth += leaf.kind == "open"
    return True
