"""How many blank lines Black leaves before a statement."""

from __future__ import annotations

from typing import Final

from attrs import define, field, frozen

from .strings import Undecided

_KINDS: Final = {
    "@": "decorator",
    "#": "comment",
    "def": "def",
    "class": "class",
    "import": "import",
    "from": "import",
}
_HEADS: Final = frozenset(("decorator", "def", "class"))


@frozen
class Statement:
    """The properties of a statement that decide the blank lines around it.

    Attributes:
        depth: its indentation in steps of four.
        kind: `decorator`, `def`, `class`, `import`, `comment`, `docstring`, or "" for others.
        opens_block: whether it ends with a colon.
        is_stub: whether it is a function whose body is `...` on the same line.
    """

    depth: int
    kind: str = ""
    opens_block: bool = False
    is_stub: bool = False


def describe(first: str, last: str, depth: int) -> Statement:
    """Return what a statement is, given its first and last line without indentation."""
    word = first[:1] if first[:1] in "@#" else first.partition(" ")[0]
    if word == "async" and first.startswith("async def "):
        word = "def"
    kind = _KINDS.get(word, "")
    return Statement(depth, kind, last.endswith(":"), kind == "def" and last.endswith(": ..."))


@define
class BlankLines:
    """Counts blank lines, statement by statement."""

    _previous: Statement | None = None
    _definitions: list[Statement] = field(factory=list[Statement])
    _pending: int = 0
    _is_beginning: bool = True
    _is_first_docstring: bool = False

    def count_before(self, statement: Statement, indent: int) -> int:
        """Return the number of blank lines before `statement`, which has `indent` now.

        Raises:
            Undecided: it is a definition right below a comment.
        """
        count = self._count(statement, indent)
        pending, self._pending = self._pending, 0
        is_docstring = statement.kind == "docstring"
        if self._is_beginning:
            self._is_beginning = statement.kind == "comment"
            self._is_first_docstring = is_docstring and not statement.depth
        elif self._is_first_docstring:
            self._is_first_docstring = False
            if statement.kind not in ("class", "def"):
                count = 1
        elif is_docstring and self._previous is not None and self._previous.kind == "class":
            self._pending = 1
        self._previous = statement
        return max(pending, count)

    def _count(self, statement: Statement, indent: int) -> int:
        previous, depth = self._previous, statement.depth
        count = min(indent, 1 if depth else 2)
        ended: Statement | None = None
        while self._definitions and self._definitions[-1].depth >= depth:
            ended = self._definitions.pop()
        if statement.kind in ("def", "class"):
            self._definitions.append(statement)
        if previous is None:
            return 0
        if statement.kind == "docstring" and previous.kind in ("class", "def"):
            return 0
        if ended is not None:
            is_clause = not depth and ended.depth and statement.opens_block and statement.kind == ""
            if is_clause:
                raise Undecided("a clause after a definition")
            count = 1 if depth else 2
        if statement.kind in _HEADS:
            return self._count_before_head(statement, previous, count, bool(indent))
        if previous.kind == "import" and statement.kind != "import":
            if not depth and not previous.depth:
                return 1
            if depth == previous.depth:
                return count or 1
        return count

    @staticmethod
    def _count_before_head(
        statement: Statement, previous: Statement, count: int, has_any: bool
    ) -> int:
        """Count the blank lines before a function, a class or a decorator."""
        if previous.kind == "decorator":
            return 0
        if previous.depth < statement.depth and previous.kind in ("class", "def"):
            return int(has_any)
        if previous.kind == "comment" and previous.depth == statement.depth and not count:
            raise Undecided("a comment above a definition")
        if previous.is_stub and not has_any:
            return 0
        return 1 if statement.depth else 2
