"""Reads the tokens of a statement: matches its brackets, and finds where a line may be broken.

Only the forms of generated code are supported. Everything else raises `Undecided`, and the statement goes to Black.
"""

from __future__ import annotations

from typing import Final

from attrs import define

from .leaves import COMMA, COMPARATOR, COMPREHENSION, DOT, KEYWORDS, PAIRS, TERNARY, Leaf, tokenize
from .optional_parens import OptionalParens
from .strings import Undecided

_PRIORITIES: Final = {
    **{"and": 14, "or": 14},
    **dict.fromkeys(("<", ">", "==", "!=", "<=", ">=", "is", "in"), COMPARATOR),
    **{"|": 9, "^": 8, "&": 7, "<<": 6, ">>": 6, "+": 5, "-": 5},
    **dict.fromkeys(("*", "/", "//", "%", "@"), 4),
}
"""Priorities of line breaks before operators."""
_STRING: Final = 12

_UNSUPPORTED: Final = frozenset(
    "async yield with assert del match case type global nonlocal".split()
)


@define
class _Frame:
    """The state of the innermost open bracket while tokens are read.

    Attributes:
        opening: its leaf; None outside all brackets.
        start: where the expression begins that is being read.
        conditions: each `if` without an `else` yet, with the beginning of its expression.
        ternary: where a conditional expression began.
        in_target: between `for` and `in`.
        in_lambda: between `lambda` and its colon.
        is_comprehension: whether a `for` was read.
        annotation: where an annotation began.
        has_union: whether a `|` was read since.
    """

    opening: Leaf | None
    start: int
    conditions: list[tuple[int, int]]
    ternary: int = -1
    in_target: bool = False
    in_lambda: bool = False
    is_comprehension: bool = False
    annotation: int = -1
    has_union: bool = False


def read_leaves(text: str, role: str) -> list[Leaf]:
    """Return the tokens of `text` with brackets, priorities and optional parentheses.

    Args:
        text: one statement, or one element of a bracket.
        role: `statement`, or the role of the bracket that the element is in.

    Raises:
        Undecided: it has a form that only Black lays out.
    """
    leaves = list(tokenize(text))
    leaves[0].prefix = ""
    return _Reader(leaves, role, OptionalParens(leaves)).read()


@define
class _Reader:
    """Reads over the tokens once, then puts optional parentheses around what Black may put them around."""

    leaves: list[Leaf]
    role: str
    parens: OptionalParens

    def read(self) -> list[Leaf]:
        outer = _Frame(None, 0, [])
        frames = [outer]
        for index, leaf in enumerate(self.leaves):
            if leaf.kind == "open":
                leaf.role = self._find_role(index, frames)
                frames.append(_Frame(leaf, index + 1, []))
            elif leaf.kind == "close":
                frame = frames.pop()
                if frame.opening is None or PAIRS[frame.opening.value] != leaf.value:
                    raise Undecided("brackets")
                leaf.opening = frame.opening
                self._end_item(frame, index)
            else:
                self._read_inside(frames[-1], index, leaf)
        if len(frames) != 1:
            raise Undecided("brackets")
        last = len(self.leaves)
        self._end_item(outer, last if self.leaves[-1].value != ":" else last - 1)
        if self.role == "statement":
            self.parens.wrap_statement()
        return self.parens.insert()

    def _find_role(self, index: int, frames: list[_Frame]) -> str:
        leaf, previous = self.leaves[index], self.leaves[index - 1] if index else None
        if leaf.value == "{" or previous is None:
            return "atom"
        if previous.value == "import":
            return "import"
        named = previous.kind == "name" and previous.value not in KEYWORDS
        if not (named or previous.kind in ("close", "string")):
            return "atom"
        if self.role == "statement" and len(frames) == 1 and index > 1 and leaf.value == "(":
            return {"def": "parameters", "class": "bases"}.get(
                self.leaves[index - 2].value, "trailer"
            )
        return "trailer"

    def _read_inside(self, frame: _Frame, index: int, leaf: Leaf) -> None:
        value = leaf.value
        if value == ",":
            leaf.after = 0 if frame.in_target or frame.in_lambda else COMMA
            if leaf.after:
                self._end_item(frame, index)
                frame.start = index + 1
        elif value == ":":
            self._read_colon(frame, index)
        elif value == "=":
            self._end_annotation(frame, index)
            frame.start = index + 1
        elif leaf.kind == "name":
            if value in KEYWORDS or value in _UNSUPPORTED:
                self._read_keyword(frame, index, leaf)
        elif leaf.kind == "string":
            if index and self.leaves[index - 1].kind == "string":
                leaf.before = _STRING
        elif leaf.kind == "operator":
            leaf.before = self._rank_operator(frame, index, leaf)
            if value == "|":
                frame.has_union = True

    def _read_colon(self, frame: _Frame, index: int) -> None:
        if frame.in_lambda:
            frame.in_lambda = False
        elif self._is_parameter_list(frame):
            frame.annotation, frame.has_union = index + 1, False
        if index + 1 < len(self.leaves):
            frame.start = index + 1

    def _is_parameter_list(self, frame: _Frame) -> bool:
        role = frame.opening.role if frame.opening is not None else self.role
        return role == "parameters"

    def _end_annotation(self, frame: _Frame, index: int) -> None:
        start = frame.annotation
        if start >= 0 and (frame.has_union or self.leaves[start].value == "("):
            self.parens.wrap_expression(start, index)
        frame.annotation = -1

    def _end_item(self, frame: _Frame, index: int) -> None:
        """Classify an expression once it ends before `index`."""
        self._end_annotation(frame, index)
        for at, _ in frame.conditions:
            if not frame.is_comprehension:
                raise Undecided("if")
            self.leaves[at].before = COMPREHENSION
        frame.conditions.clear()
        start, frame.ternary = frame.ternary, -1
        if start < 0:
            return
        if self.leaves[start].value in ("*", "**"):
            raise Undecided("an unpacked condition")
        alone = frame.opening is not None and frame.opening.value == "("
        alone = alone and self.leaves[start - 1] is frame.opening
        if not (alone and index < len(self.leaves) and self.leaves[index].kind == "close"):
            self.parens.wrap(start, index)

    def _read_keyword(self, frame: _Frame, index: int, leaf: Leaf) -> None:
        value = leaf.value
        is_statement = self.role == "statement" and frame.opening is None
        if value in _UNSUPPORTED:
            following = self.leaves[index + 1] if index + 1 < len(self.leaves) else None
            is_soft = value in ("match", "case", "type")
            is_async_def = value == "async" and following is not None and following.value == "def"
            is_plain = is_soft and (
                index or following is None or following.kind in ("operator", "open")
            )
            if not (is_plain or (is_async_def and is_statement)):
                raise Undecided(value)
        elif is_statement and index == 0:
            frame.start = 1
            frame.in_target = value == "for"
        elif value == "for":
            self._end_item(frame, index)
            leaf.before = COMPREHENSION
            frame.in_target = frame.is_comprehension = True
        elif value == "in" and frame.in_target:
            frame.in_target = False
            frame.start = index + 1
        elif value == "if":
            frame.conditions.append((index, frame.start))
            frame.start = index + 1
        elif value == "else":
            self._read_else(frame, index, leaf)
        elif value == "lambda":
            frame.in_lambda = True
        elif value == "not":
            if index + 1 < len(self.leaves) and self.leaves[index + 1].value == "in":
                leaf.before = COMPARATOR
        elif not (value == "in" and self.leaves[index - 1].value == "not"):
            leaf.before = _PRIORITIES.get(value, 0)

    def _read_else(self, frame: _Frame, index: int, leaf: Leaf) -> None:
        if not frame.conditions or frame.ternary >= 0:
            raise Undecided("else")
        at, frame.ternary = frame.conditions.pop()
        leaf.before = self.leaves[at].before = TERNARY

    def _rank_operator(self, frame: _Frame, index: int, leaf: Leaf) -> int:
        previous = self.leaves[index - 1] if index else None
        if leaf.value == ".":
            return DOT if previous is not None and previous.kind == "close" else 0
        is_unary = (
            previous is None or previous.kind in ("operator", "open") or previous.value in KEYWORDS
        )
        if is_unary:
            return 0
        if leaf.value == "**":
            raise Undecided("a power")
        return _PRIORITIES.get(leaf.value, 0)
