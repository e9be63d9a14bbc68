"""The tokens of a statement, its brackets matched, with what Black's grammar says of each.

Only the forms that generated code has are understood. Everything else raises `Undecided`, and the statement
goes to Black itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from keyword import kwlist
from typing import Final

from attrs import define

from .strings import Undecided, normalize_string

COMMA: Final = 18
COMPREHENSION: Final = 20
TERNARY: Final = 16
COMPARATOR: Final = 10
DOT: Final = 1
_PRIORITIES: Final = {
    **{"and": 14, "or": 14},
    **dict.fromkeys(("<", ">", "==", "!=", "<=", ">=", "is", "in"), COMPARATOR),
    **{"|": 9, "^": 8, "&": 7, "<<": 6, ">>": 6, "+": 5, "-": 5},
    **dict.fromkeys(("*", "/", "//", "%", "@"), 4),
}
"""How readily a line is broken before an operator; the highest of a line is where it is split."""
_STRING: Final = 12

_TOKEN: Final = re.compile(
    r"""([ \t\n]*)(?:
    (?P<string>[rRbBuUfF]{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))
    |(?P<number>\d(?:(?<=[eE])[+-]|[\w.])*)
    |(?P<name>\w+)
    |(?P<operator>\.\.\.|->|<<|>>|\*\*|//|[=!<>]=|[-+*/%&|^@]=|[-+*/%@&|^~<>=.,:()\[\]{}])
    )""",
    re.VERBOSE,
)
_PAIRS: Final = {"(": ")", "[": "]", "{": "}"}
_KEYWORDS: Final = frozenset(kwlist) - {"None", "True", "False"}
_UNSUPPORTED: Final = frozenset(
    "async yield with assert del match case type global nonlocal".split()
)


@define(eq=False)
class Leaf:
    """A token. Optional parentheses that are not shown have no value.

    Attributes:
        value: the text.
        prefix: the space before it.
        kind: `string`, `number`, `name`, `operator`, `open` or `close`.
        role: what an opening bracket begins: an `atom`, a `trailer` (call or subscript), `parameters`, `bases`, or an
            `import`.
        opening: the opening bracket of a closing one.
        before: the priority of a line break before it, 0 for none.
        after: the same for a break after it.
        depth: how many brackets of its line are around it.
    """

    value: str
    prefix: str
    kind: str
    role: str = ""
    opening: Leaf | None = None
    before: int = 0
    after: int = 0
    depth: int = 0


@define
class _Frame:
    """What is known of the innermost open bracket while tokens are read.

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


def tokenize(text: str) -> Iterator[Leaf]:
    """Yield the tokens of a statement or of an element of a display.

    Line breaks are dropped: brackets touch what is in them, and a space follows a comma.

    Raises:
        Undecided: there is something else than the tokens that generated code has.
    """
    at, end = 0, len(text.rstrip())
    previous = ""
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            raise Undecided(text[at : at + 20])
        at = match.end()
        kind = match.lastgroup or ""
        value = match[kind]
        if kind == "string":
            if value in ('""', "''") and text[at : at + 1] == value[0]:
                raise Undecided("a string in three quotes")
            value = normalize_string(value)
        elif value in _PAIRS:
            kind = "open"
        elif value in ")]}":
            kind = "close"
        space = match[1]
        if "\n" in space:
            space = "" if kind == "close" or previous in _PAIRS else " "
        previous = value
        yield Leaf(value, space, kind)


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
    return _Reader(leaves, role).read()


@define
class _Reader:
    """Reads over the tokens once, then puts optional parentheses around what Black may put them around."""

    leaves: list[Leaf]
    role: str
    _pairs: list[tuple[int, int, str]] = []

    def read(self) -> list[Leaf]:
        self._pairs = []
        outer = _Frame(None, 0, [])
        frames = [outer]
        for index, leaf in enumerate(self.leaves):
            if leaf.kind == "open":
                leaf.role = self._role_of(index, frames)
                frames.append(_Frame(leaf, index + 1, []))
            elif leaf.kind == "close":
                frame = frames.pop()
                if frame.opening is None or _PAIRS[frame.opening.value] != leaf.value:
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
            self._wrap_statement()
        return self._with_optional_parens()

    def _role_of(self, index: int, frames: list[_Frame]) -> str:
        leaf, previous = self.leaves[index], self.leaves[index - 1] if index else None
        if leaf.value == "{" or previous is None:
            return "atom"
        if previous.value == "import":
            return "import"
        named = previous.kind == "name" and previous.value not in _KEYWORDS
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
            if value in _KEYWORDS or value in _UNSUPPORTED:
                self._read_keyword(frame, index, leaf)
        elif leaf.kind == "string":
            if index and self.leaves[index - 1].kind == "string":
                leaf.before = _STRING
        elif leaf.kind == "operator":
            leaf.before = self._operator_priority(frame, index, leaf)
            if value == "|":
                frame.has_union = True

    def _read_colon(self, frame: _Frame, index: int) -> None:
        if frame.in_lambda:
            frame.in_lambda = False
        elif self._holds_parameters(frame):
            frame.annotation, frame.has_union = index + 1, False
        if index + 1 < len(self.leaves):
            frame.start = index + 1

    def _holds_parameters(self, frame: _Frame) -> bool:
        role = frame.opening.role if frame.opening is not None else self.role
        return role == "parameters"

    def _end_annotation(self, frame: _Frame, index: int) -> None:
        start = frame.annotation
        if start >= 0 and (frame.has_union or self.leaves[start].value == "("):
            self._wrap_expression(start, index)
        frame.annotation = -1

    def _end_item(self, frame: _Frame, index: int) -> None:
        """Judge what an expression was once it ends before `index`."""
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
            self._wrap(start, index)

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
            if not (is_plain or is_async_def and is_statement):
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

    def _operator_priority(self, frame: _Frame, index: int, leaf: Leaf) -> int:
        previous = self.leaves[index - 1] if index else None
        if leaf.value == ".":
            return DOT if previous is not None and previous.kind == "close" else 0
        is_unary = (
            previous is None or previous.kind in ("operator", "open") or previous.value in _KEYWORDS
        )
        if is_unary:
            return 0
        if leaf.value == "**":
            raise Undecided("a power")
        return _PRIORITIES.get(leaf.value, 0)

    def _wrap_statement(self) -> None:
        """Find the expressions of a statement around which Black may put parentheses."""
        first, last = self.leaves[0], len(self.leaves)
        end = last - 1 if self.leaves[-1].value == ":" else last
        outside = self._outside_brackets()
        if first.value == "return":
            self._wrap_expression(1, last)
        elif first.value in ("if", "elif", "while"):
            self._wrap_expression(1, end)
        elif first.value == "for":
            middle = next((i for i in outside if self.leaves[i].value == "in"), 0)
            self._wrap_expression(1, middle)
            self._wrap_expression(middle + 1, end)
        elif first.value == "from":
            at = next(i for i in outside if self.leaves[i].value == "import") + 1
            self._wrap_names(at, last)
        elif first.value in ("def", "async"):
            self._wrap_returned(outside)
        elif first.value not in ("import", "class", "@", "raise", "await"):
            if first.value in _KEYWORDS or first.kind != "name":
                raise Undecided(first.value)
            self._wrap_assigned(outside)

    def _outside_brackets(self) -> list[int]:
        found: list[int] = []
        depth = 0
        for index, leaf in enumerate(self.leaves):
            depth -= leaf.kind == "close"
            if not depth:
                found.append(index)
            depth += leaf.kind == "open"
        return found

    def _wrap_names(self, start: int, end: int) -> None:
        if self.leaves[start].value == "(":
            self.leaves[start].value = self.leaves[end - 1].value = ""
        elif self.leaves[start].value != "*":
            self._pairs.append((start, end, "import"))

    def _wrap_returned(self, outside: list[int]) -> None:
        arrow = next((i for i in outside if self.leaves[i].value == "->"), None)
        if arrow is None:
            return
        end = next(i for i in outside if i > arrow and self.leaves[i].value == ":")
        if self.leaves[arrow + 1].kind == "string":
            raise Undecided("a return annotation")
        self._wrap_expression(arrow + 1, end)

    def _wrap_assigned(self, outside: list[int]) -> None:
        marks = [i for i in outside if self.leaves[i].value in ("=", ":")]
        marks += [
            i
            for i in outside
            if self.leaves[i].value[1:] == "=" and self.leaves[i].value[0] in "+-*/|&^%@"
        ]
        if not marks:
            if any(self.leaves[i].before for i in outside):
                raise Undecided("an expression")
            return
        if any(self.leaves[i].value == "," for i in outside if i < marks[0]):
            raise Undecided("several targets")
        for mark, end in zip(marks, [*marks[1:], len(self.leaves)], strict=True):
            self._wrap_expression(mark + 1, end)

    def _wrap_expression(self, start: int, end: int) -> None:
        """Wrap an expression; parentheses that it has already are these, unless they hold a tuple or a generator."""
        first, last = self.leaves[start], self.leaves[end - 1]
        if first.value != "(" or last.opening is not first:
            self._wrap(start, end)
            return
        inside = self.leaves[start + 1 : end - 1]
        depth, priority = 0, 0
        for leaf in inside:
            depth -= leaf.kind == "close"
            if not depth:
                priority = max(priority, leaf.before, leaf.after)
            depth += leaf.kind == "open"
        if inside and priority < COMMA:
            if inside[0].value == "(" and inside[-1].opening is inside[0]:
                raise Undecided("parentheses in parentheses")
            first.value = last.value = ""

    def _wrap(self, start: int, end: int) -> None:
        if start >= end:
            raise Undecided("nothing")
        if (start, end, "atom") not in self._pairs:
            self._pairs.append((start, end, "atom"))

    def _with_optional_parens(self) -> list[Leaf]:
        """The leaves with the optional parentheses, outer ones around inner ones."""
        if not self._pairs:
            return self.leaves
        opening: dict[int, list[tuple[int, Leaf]]] = {}
        closing: dict[int, list[tuple[int, Leaf]]] = {}
        for start, end, role in self._pairs:
            left = Leaf("", "", "open", role)
            opening.setdefault(start, []).append((-end, left))
            closing.setdefault(end, []).append((-start, Leaf("", "", "close", "", left)))
        leaves: list[Leaf] = []
        for index, leaf in enumerate([*self.leaves, None]):
            leaves += [right for _, right in sorted(closing.get(index, ()), key=_outermost)]
            if leaf is None:
                break
            lefts = [left for _, left in sorted(opening.get(index, ()), key=_outermost)]
            if lefts:
                lefts[0].prefix, leaf.prefix = leaf.prefix, ""
            leaves += [*lefts, leaf]
        return leaves


def _outermost(pair: tuple[int, Leaf]) -> int:
    return pair[0]
