"""Text of a document in Markdown: it stays text, whatever Markdown or HTML would take it for.

Code spans are the one thing that stays what it is, because descriptions are full of them. They are found by CommonMark's
rule (a run of backticks ends at the next run of the same length): under any simpler one, what looks like the inside of
a span to us is live HTML to whoever shows the page.
"""

from __future__ import annotations

import re

_RUNS = re.compile("(`+)")
_MARKS = "\\*_[]<>|#~"
"""What may be markup; the backslash is first, since it escapes the others."""
_OPENER = re.compile(r"(\d{0,9})([-+.)])(?=\s|\2|$)")
"""What begins a list or a rule where it begins a line; what else could is a mark anyway."""


def escape_markdown(text: str) -> str:
    """One line of text with everything escaped that would be markup, code spans apart."""
    escaped = _around_spans(text) if "`" in text else _escaped(text)
    return _OPENER.sub(r"\1\\\2", escaped, count=1) if _OPENER.match(text) else escaped


def _escaped(text: str) -> str:
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, f"\\{mark}")
    return text


def _around_spans(text: str) -> str:
    parts = _RUNS.split(text)
    ends = _ends(parts)
    found: list[str] = []
    number = 0
    while number < len(parts):
        end = ends.get(number)
        if end is not None:
            found += parts[number : end + 1]
            number = end
        elif number % 2:
            found.append(parts[number].replace("`", "\\`"))
        else:
            found.append(_escaped(parts[number]))
        number += 1
    return "".join(found)


def code_span(text: str) -> str:
    """One line of text as a code span, whatever backticks are in it."""
    if "`" not in text and text:
        return f"`{text}`"
    longest = max((len(run) for run in _RUNS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in ("`", "") or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _ends(parts: list[str]) -> dict[int, int]:
    """Where the spans end that the runs (at odd places) could begin."""
    ends: dict[int, int] = {}
    following: dict[int, int] = {}
    for number in range(len(parts) - 2, 0, -2):
        length = len(parts[number])
        if length in following:
            ends[number] = following[length]
        following[length] = number
    return ends
