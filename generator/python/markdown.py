"""Text of a document in Markdown: it stays text, whatever Markdown or HTML would take it for.

Code spans are the one thing that stays what it is, because descriptions are full of them. They are found by CommonMark's
rule (a run of backticks ends at the next run of the same length): under any simpler one, what looks like the inside of
a span to us is live HTML to whoever shows the page.
"""

from __future__ import annotations

import re

_RUNS = re.compile("(`+)")
_MARKS = str.maketrans({character: f"\\{character}" for character in "\\*_[]<>|#~"})
_OPENER = re.compile(r"(\d{0,9})([-+.)])(?=\s|\2|$)")
"""What begins a list or a rule where it begins a line; what else could is a mark anyway."""


def markdown(text: str) -> str:
    """One line of text with everything escaped that would be markup, code spans apart."""
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
            found.append(parts[number].translate(_MARKS))
        number += 1
    return (
        _OPENER.sub(r"\1\\\2", "".join(found), count=1) if _OPENER.match(text) else "".join(found)
    )


def code(text: str) -> str:
    """One line of text as a code span, whatever backticks are in it."""
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
