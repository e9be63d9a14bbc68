"""Escape text of a document for Markdown, so that it stays text there.

Only code spans keep their meaning, because descriptions are full of them. They are found by CommonMark's rule: a run of
backticks ends at the next run of the same length. Under a simpler rule, what looks like the inside of a span here could
be live HTML in a browser.
"""

from __future__ import annotations

import re

_RUNS = re.compile("(`+)")
_MARKS = "\\*_[]<>|#~"
"""Characters that may be markup. The backslash comes first, because it escapes the others."""
_OPENER = re.compile(r"(\d{0,9})([-+.)])(?=\s|\2|$)")
"""What begins a list or a rule at the start of a line, besides the marks."""


def escape_markdown(text: str, dialect_marks: str = "") -> str:
    """Escape one line of text, code spans apart.

    Args:
        text: the text.
        dialect_marks: further characters that may be markup in a dialect of Markdown.
    """
    marks = _MARKS + dialect_marks
    escaped = _escape_around_spans(text, marks) if "`" in text else _escape_marks(text, marks)
    return _OPENER.sub(r"\1\\\2", escaped, count=1) if _OPENER.match(text) else escaped


def _escape_marks(text: str, marks: str) -> str:
    for mark in marks:
        if mark in text:
            text = text.replace(mark, f"\\{mark}")
    return text


def _escape_around_spans(text: str, marks: str) -> str:
    parts = _RUNS.split(text)
    ends = _ends(parts)
    escaped: list[str] = []
    number = 0
    while number < len(parts):
        end = ends.get(number)
        if end is not None:
            escaped += parts[number : end + 1]
            number = end
        elif number % 2:
            escaped.append(parts[number].replace("`", "\\`"))
        else:
            escaped.append(_escape_marks(parts[number], marks))
        number += 1
    return "".join(escaped)


def comment(text: str) -> str:
    """Return one line of text for an HTML comment, which it can't end."""
    return text.replace("--", "- -").replace(">", "")


def code_span(text: str) -> str:
    """Return one line of text as a code span, whatever backticks it contains."""
    if "`" not in text and text:
        return f"`{text}`"
    longest = max((len(run) for run in _RUNS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in ("`", "") or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _ends(parts: list[str]) -> dict[int, int]:
    """Return where the spans end that the runs of backticks (at odd indices) could begin."""
    ends: dict[int, int] = {}
    following: dict[int, int] = {}
    for number in range(len(parts) - 2, 0, -2):
        length = len(parts[number])
        if length in following:
            ends[number] = following[length]
        following[length] = number
    return ends
