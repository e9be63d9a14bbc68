"""Lays out a module statement by statement; most statements need no change.

A statement that fits gets small corrections only; one that is too long is read and split; one that this layout does
not know is formatted by Black.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from attrs import define, field

from .blank_lines import BlankLines, Statement, describe
from .line import Line
from .reader import read_leaves
from .splits import split_line
from .strings import Undecided, fits, lay_out_docstring, normalize_strings

_OPENING: Final = ("(", "[", "{")
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_ENDS: Final = " )]}:,"
_DOCSTRINGS: Final = ('"""', 'r"""')

AskBlack = Callable[[list[str], int], list[str]]
"""Lays out the lines of one statement at a depth."""


def lay_out_module(text: str, width: int, ask_black: AskBlack) -> str:
    """Return a module as Black lays it out.

    Args:
        text: the source as the templates render it: canonical but for the width of lines, blank lines, empty
            brackets, quotes and docstrings.
        width: the longest line.
        ask_black: called with each statement that this layout does not know.

    Raises:
        Undecided: the module as a whole is something that only Black lays out.
    """
    return _Module(text.split("\n"), width, ask_black).lay_out()


@define
class _Module:
    lines: list[str]
    width: int
    ask_black: AskBlack
    _blanks: BlankLines = field(factory=BlankLines)
    _result: list[str] = field(factory=list[str])

    def lay_out(self) -> str:
        """Lay out all statements, with the blank lines between them."""
        at = blank_lines = 0
        is_first = True  # in its block
        while at < len(self.lines):
            line = self.lines[at].rstrip()
            if not line:
                blank_lines += 1
                at += 1
                continue
            indent = len(line) - len(line.lstrip(" "))
            if line[indent] == "\t" or indent % 4:
                raise Undecided("indentation")
            end, statement = self._read_statement(at, indent, line, is_first)
            laid_out = self._lay_out_statement(self.lines[at:end], statement)
            self._result += [""] * self._blanks.count_before(statement, blank_lines)
            self._result += laid_out
            is_first = statement.opens_block or (is_first and statement.kind == "comment")
            at, blank_lines = end, 0
        return "\n".join([*self._result, ""]) if self._result else ""

    def _read_statement(
        self, at: int, indent: int, line: str, is_first: bool
    ) -> tuple[int, Statement]:
        """Return where the statement ends that begins at a line, and what it is."""
        depth = indent // 4
        if line.startswith(_DOCSTRINGS, indent):
            end = self._end_of_string(at, indent)
            kind = "docstring" if is_first else "string"
            return end, Statement(depth, kind)
        end = at + 1
        if line.endswith(_OPENING) and line[indent] != "#":
            end = self._end_of_brackets(end, indent)
        return end, describe(line[indent:], self.lines[end - 1].strip(), depth)

    def _end_of_string(self, at: int, indent: int) -> int:
        first = self.lines[at]
        if first.find('"""', first.index('"""', indent) + 3) >= 0:
            return at + 1
        for end in range(at + 1, len(self.lines)):
            if '"""' in self.lines[end]:
                return end + 1
        raise Undecided("a string without an end")

    def _end_of_brackets(self, at: int, indent: int) -> int:
        """Return the end of a statement that goes on until a line with its own indentation ends no bracket."""
        for end in range(at, len(self.lines)):
            line = self.lines[end]
            if line[indent : indent + 1].strip() and not line.endswith(_OPENING):
                return end + 1
        raise Undecided("brackets without an end")

    def _lay_out_statement(self, lines: list[str], statement: Statement) -> list[str]:
        try:
            if statement.kind == "docstring":
                return self._lay_out_docstring(lines, "    " * statement.depth)
            if statement.kind == "string":
                return lines
            if len(lines) == 1:
                return self._lay_out_line(lines[0].rstrip(), statement)
            return self._lay_out_brackets(lines, statement)
        except Undecided:
            return self.ask_black(lines, statement.depth)

    def _lay_out_docstring(self, lines: list[str], indent: str) -> list[str]:
        if len(lines) == 1 and lines[0].startswith('"""', len(indent)):
            line = lines[0]
            if (
                line[-4] not in ' "\\'
                and line[len(indent) + 3] not in ' "'
                and line.endswith('"""')
            ):
                if "\\" not in line and "\t" not in line:
                    return lines
        if not lines[-1].rstrip().endswith('"""'):
            raise Undecided("a string that is not alone")
        return lay_out_docstring("\n".join(lines).rstrip(), indent, self.width)

    def _lay_out_line(self, line: str, statement: Statement) -> list[str]:
        if statement.kind == "comment":
            return [line]
        if _is_plain(line) and len(line) <= self.width:
            return [line]
        line = normalize_strings(line)
        if fits(line, self.width):
            return [line]
        return _split(line.strip(), statement.depth, "statement", self.width)

    def _lay_out_brackets(self, lines: list[str], statement: Statement) -> list[str]:
        """Lay out a statement whose brackets are exploded already, each element on a line."""
        lines = _without_empty_brackets(lines)
        if len(lines) == 1:
            return self._lay_out_line(lines[0], statement)
        inner = "parameters" if statement.kind == "def" else "atom"
        result: list[str] = []
        for number, line in enumerate(lines):
            if _is_plain(line) and len(line) <= self.width:
                result.append(line)
                continue
            line = normalize_strings(line)
            if fits(line, self.width):
                result.append(line)
                continue
            text = line.strip()
            depth = (len(line) - len(line.lstrip())) // 4
            is_element = (
                0 < number < len(lines) - 1 and text[-1] not in "([{" and text[0] not in ")]}"
            )
            if not is_element:
                return _split("\n".join(lines).strip(), statement.depth, "statement", self.width)
            role = inner if depth == statement.depth + 1 else "atom"
            result += _split(text, depth, role, self.width)
        return result


@lru_cache(maxsize=1 << 12)  # a method and its async counterpart have the same arguments
def _split(text: str, depth: int, role: str, width: int) -> list[str]:
    """Split a line, twice where that makes a difference.

    Black formats everything twice. Commas that it added keep brackets exploded the second time, which matters where
    something follows them.
    """
    lines = _split_once(text, depth, role, width)
    if any(line.lstrip()[0] in ")]}" and line.strip(_ENDS) for line in lines):
        lines = _split_once("\n".join(lines).strip(), depth, role, width)
    return lines


def _split_once(text: str, depth: int, role: str, width: int) -> list[str]:
    line = Line(depth, width, inside_brackets=role != "statement")
    line.extend(read_leaves(text, role))
    return [each.text for each in split_line(line)]


def _is_plain(line: str) -> bool:
    """Return whether a line holds nothing but ASCII and literals as Black writes them."""
    return line.isascii() and "'" not in line and "\\" not in line


def _without_empty_brackets(lines: list[str]) -> list[str]:
    """Join brackets that hold nothing; drop blank lines and the space at the ends of lines."""
    result: list[str] = []
    for line in lines:
        line = line.rstrip()
        text = line.lstrip()
        if not text:
            continue
        if result and text[0] in ")]}" and _CLOSING.get(result[-1][-1]) == text[0]:
            result[-1] += text
        else:
            result.append(line)
    return result
