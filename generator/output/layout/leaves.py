"""The tokens of a statement.

Only the tokens of generated code are known. Everything else raises `Undecided`, and the statement goes to Black.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from keyword import kwlist
from typing import Final

from attrs import define

from .strings import Undecided, normalize_string

COMPREHENSION: Final = 20
COMMA: Final = 18
TERNARY: Final = 16
COMPARATOR: Final = 10
DOT: Final = 1
"""Priorities of line breaks; the highest of a line is where it is split."""

_TOKEN: Final = re.compile(
    r"""([ \t\n]*)(?:
    (?P<string>[rRbBuUfF]{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))
    |(?P<number>\d(?:(?<=[eE])[+-]|[\w.])*)
    |(?P<name>\w+)
    |(?P<operator>\.\.\.|->|<<|>>|\*\*|//|[=!<>]=|[-+*/%&|^@]=|[-+*/%@&|^~<>=.,:()\[\]{}])
    )""",
    re.VERBOSE,
)
PAIRS: Final = {"(": ")", "[": "]", "{": "}"}
KEYWORDS: Final = frozenset(kwlist) - {"None", "True", "False"}


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
        elif value in PAIRS:
            kind = "open"
        elif value in ")]}":
            kind = "close"
        space = match[1]
        if "\n" in space:
            space = "" if kind == "close" or previous in PAIRS else " "
        previous = value
        yield Leaf(value, space, kind)
