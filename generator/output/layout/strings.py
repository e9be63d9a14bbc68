"""String literals, docstrings and widths as Black has them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final
from unicodedata import category, east_asian_width


class Undecided(Exception):
    """A form that this layout does not know; Black lays it out."""


_LITERAL: Final = re.compile(r"""[rRbBuUfF]{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""")
_ESCAPE: Final = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|N\{(.*?)\})")
_CONTINUED: Final = re.compile(r"\\\s*\n")


def normalize_strings(line: str) -> str:
    """Return a line of code with its string literals as Black writes them."""
    return _LITERAL.sub(lambda match: normalize_string(match[0]), line)


@cache
def _pattern(quote: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    unescaped = re.compile(rf"(([^\\]|^)(\\\\)*){quote}")
    escaped = re.compile(rf"([^\\]|^)\\((?:\\\\)*){quote}")
    return unescaped, escaped


def normalize_string(literal: str) -> str:
    """Return a literal in double quotes, unless single quotes need fewer backslashes.

    Raises:
        Undecided: it has a prefix or escapes that generated code never has.
    """
    if "\\" not in literal and literal[0] == '"':
        return literal
    if literal[0] not in "\"'" or _has_unusual_escape(literal):
        raise Undecided(literal)
    quote, other = ('"', "'") if literal[0] == '"' else ("'", '"')
    body = _replace(_pattern(other)[1], rf"\1\2{other}", literal[1:-1])
    requoted = _replace(_pattern(quote)[1], rf"\1\2{quote}", body)
    requoted = _replace(_pattern(other)[0], rf"\1\\{other}", requoted)
    more = requoted.count("\\") - body.count("\\")
    if more > 0 or (more == 0 and quote == '"'):
        return f"{quote}{body}{quote}"
    return f"{other}{requoted}{other}"


def _has_unusual_escape(literal: str) -> bool:
    """Return whether there is an escape by number or name that Black would write in other case."""
    for match in _ESCAPE.finditer(literal):
        before = literal[: match.start()]
        if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            digits = match[match.lastindex or 0]
            if digits != (digits.upper() if match.lastindex == 4 else digits.lower()):
                return True
    return False


def _replace(pattern: re.Pattern[str], by: str, text: str) -> str:
    """Substitute twice, since matches overlap."""
    return pattern.sub(by, pattern.sub(by, text))


def fits(text: str, width: int) -> bool:
    """Return whether a line takes at most `width` columns.

    Raises:
        Undecided: that depends on characters whose width differs between versions of Unicode.
    """
    if text.isascii():
        return len(text) <= width
    least = most = 0
    for character in text:
        low, high = _widths(character)
        least += low
        most += high
    if least <= width < most:
        raise Undecided(text)
    return most <= width


@cache
def _widths(character: str) -> tuple[int, int]:
    """Return the least and the most columns that a character may take."""
    if "\x20" <= character < "\x7f" or (character < "\u1100" and category(character)[0] in "LNPS"):
        return 1, 1
    if "\u3000" <= character < "\uff61" and east_asian_width(character) in "WF":
        return 2, 2
    return 0, 2


@lru_cache(maxsize=1 << 12)  # a method and its async counterpart have the same docstring
def lay_out_docstring(literal: str, indent: str, width: int) -> list[str]:
    """Return the lines of a docstring in three double quotes, indented as Black has it.

    Args:
        literal: the literal as it stands in the file, with the indentation before it.
        indent: the indentation of the block.
        width: the longest line.

    Raises:
        Undecided: it has tabs, a prefix other than `r`, or backslashes at the ends of lines.
    """
    text = literal[len(indent) :]
    prefix = text[: text.index('"')]
    body = text[len(prefix) + 3 : -3]
    has_other_breaks = len(body.splitlines()) not in (body.count("\n"), body.count("\n") + 1)
    if prefix not in ("", "r") or "\t" in body or has_other_breaks or _CONTINUED.search(body):
        raise Undecided("a docstring")
    if not body.strip() or (not prefix and _has_unusual_escape(body)):
        raise Undecided("a docstring")
    body = _indent_body(body, indent)
    is_padded = False
    if body[0] == '"':
        body = f" {body}"
    if body[-1] == '"':
        body += " "
    if body[-1] == "\\" and (len(body) - len(body.rstrip("\\"))) % 2:
        body, is_padded = f"{body} ", True
    shown = body.split("\n")
    last = len(shown[-1])
    if len(shown) > 1 and last + 3 > width and len(indent) + 3 <= width and not is_padded:
        body = f"{body.rstrip()}\n{indent}"
    return f'{indent}{prefix}"""{body}"""'.split("\n")


def _indent_body(body: str, indent: str) -> str:
    """Give the lines of a docstring after the first the indentation of its block."""
    first, *further = body.split("\n")
    margins = [len(each) - len(each.lstrip()) for each in further if each.strip()]
    margin = min(margins, default=0)
    lines = [first.strip()]
    for number, line in enumerate(further if margins else (), 1):
        stripped = line[margin:].rstrip()
        lines.append(indent + stripped if stripped or number == len(further) else "")
    return "\n".join(lines)
