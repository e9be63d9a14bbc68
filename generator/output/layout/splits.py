"""How Black splits a line that is too long, or that a comma before a bracket keeps exploded.

A line inside brackets is split at its delimiters of the highest priority; what is left, and every other line, at
its last brackets, the optional parentheses around an expression among them. The head of a function is split at its
parameters. The names and the order of the checks follow Black's `linegen.py`, so that both can be read
side by side; forms that generated code never has (comments, strings of several lines) are left out.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from .brackets import ADDED, CannotSplit, split_at, split_at_last_brackets
from .leaves import COMMA, DOT, Leaf
from .line import Line, find_matched_leaves

_Split = Callable[[Line, bool], list[Line]]


def split_line(line: Line, force_parens: bool = False) -> list[Line]:
    """Return the lines that Black makes of `line`.

    Args:
        line: the line.
        force_parens: whether optional parentheses are kept wherever they can stand.
    """
    if not line.must_split and not line.has_magic_comma and line.fits:
        return [line]
    splits: tuple[_Split, ...]
    if line.is_def and not _has_magic_comma_in_return(line):
        splits = (_split_at_parameters,)
    elif line.inside_brackets:
        splits = (_split_at_delimiters, split_at_last_brackets)
    else:
        splits = (split_at_last_brackets,)
    for split in splits:
        try:
            return _run(split, line, force_parens)
        except CannotSplit:
            continue
    return [line]


def _run(split: _Split, line: Line, force_parens: bool) -> list[Line]:
    """Split a line and its parts; where the first one stays too long, try again with optional parentheses."""
    text = line.text
    outer = [leaf for leaf in line.invisible if not leaf.depth]
    result: list[Line] = []
    for part in split(line, force_parens):
        if part.text == text:
            raise CannotSplit("unchanged")
        result += split_line(part, force_parens)
    if (
        force_parens
        or split is not split_at_last_brackets
        or not line.invisible
        or any(leaf.value for leaf in outer)
        or result[0].fits
        or any(leaf.role == ADDED for leaf in line.leaves)
    ):
        return result
    second = _run(split, _copy_line(line), True)
    return second if all(each.fits for each in second) else result


def _copy_line(line: Line) -> Line:
    """Return the same line with leaves of its own."""
    copies: dict[Leaf, Leaf] = {}
    for leaf in line.leaves:
        opening = copies.get(leaf.opening, leaf.opening) if leaf.opening is not None else None
        copies[leaf] = evolve(leaf, opening=opening)
    copy = Line(line.depth, line.width, line.inside_brackets, must_split=line.must_split)
    copy.extend(list(copies.values()))
    return copy


def _split_at_parameters(line: Line, _force_parens: bool) -> list[Line]:
    """Split the head of a function at its first brackets that hold something."""
    leaves = line.leaves
    for start, opening in enumerate(leaves):
        if opening.value not in ("(", "") or opening.kind != "open":
            continue
        end = next((i for i, leaf in enumerate(leaves) if leaf.opening is opening), 0)
        if end > start + 1:
            opening.value, leaves[end].value = "(", ")"
            return list(split_at(line, start, end))
    raise CannotSplit("no brackets")


def _has_magic_comma_in_return(line: Line) -> bool:
    """Return whether a comma keeps brackets of the return annotation exploded, so that these are to be split."""
    arrow = next(
        (i for i, leaf in enumerate(line.leaves) if leaf.value == "->" and not leaf.depth), None
    )
    if arrow is None:
        return False
    returned = Line(line.depth, line.width)
    leaves = line.leaves[arrow + 1 :]
    returned.extend(leaves, find_matched_leaves(leaves))
    return returned.has_magic_comma


def _split_at_delimiters(line: Line, _force_parens: bool) -> list[Line]:
    """Split a line at all its delimiters of the highest priority; a list gets a comma at its end."""
    last = line.leaves[-1]
    priority = line.find_highest_priority(without_last=True)
    if not priority:
        raise CannotSplit("no delimiters")
    count = sum(each == priority for each in line.delimiters.values())
    if priority == DOT and count == 1:
        raise CannotSplit("a single attribute stays with its owner")
    result: list[Line] = []
    start = 0
    for index, leaf in enumerate(line.leaves, 1):
        if line.delimiters.get(leaf) == priority:
            result.append(_make_piece(line, line.leaves[start:index]))
            start = index
    if start < len(line.leaves):
        leaves = line.leaves[start:]
        if priority == COMMA and last.value != ",":
            leaves.append(Leaf(",", "", "operator", ADDED, after=COMMA))
        result.append(_make_piece(line, leaves))
    return result


def _make_piece(line: Line, leaves: list[Leaf]) -> Line:
    leaves[0].prefix = ""
    piece = Line(line.depth, line.width, line.inside_brackets)
    piece.extend(leaves)
    return piece
