"""Findings as text for a person: what says the same is folded into one, and laid out with the lines around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve, frozen

from .diagnostics import MESSAGE_LENGTH, Finding, make_printable, shorten

FINDINGS_LIMIT: Final = 10
"""How many findings of each rule are shown, unless somebody asks for more."""

_FOLLOWERS = frozenset({"missing-file", "broken-file"})
"""Codes of findings about a reference to a file that can't be read; the message names the file in backticks."""
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "hint": "\x1b[1;34m"}
_LISTED_PLACES = 5
"""The number of further places of a finding that are listed."""
_DIM, _BOLD, _HELP, _PLAIN = "\x1b[2m", "\x1b[1m", "\x1b[36m", "\x1b[0m"


@frozen
class Folded:
    """A finding together with the findings that it causes, and those that say the same of other places.

    Attributes:
        finding: the cause, or the first of the followers where the cause has no finding of its own.
        followers: the number of references that fail for the same reason.
        repetitions: the same finding at other places.
    """

    finding: Finding
    followers: int = 0
    repetitions: tuple[Finding, ...] = ()


def fold(findings: Iterable[Finding]) -> list[Folded]:
    """Fold findings that say the same, and references to a file that can't be read, in the order of the findings."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for each in findings:
        groups.setdefault((each.severity, each.code, each.message, each.help), []).append(each)
    firsts = {first: repetitions for first, *repetitions in groups.values()}
    return [
        evolve(each, repetitions=tuple(firsts[each.finding]) if not each.followers else ())
        for each in _fold_followers([each for group in groups.values() for each in group])
        if each.finding in firsts
    ]


def _fold_followers(listed: list[Finding]) -> list[Folded]:
    """Fold the references to a file that can't be read into one finding."""
    causes = {each.file: each for each in listed if each.code not in _FOLLOWERS}
    heads: dict[tuple[str, str], Finding] = {}
    counts: Counter[Finding] = Counter()
    hidden: set[int] = set()
    for finding in listed:
        if finding.code not in _FOLLOWERS:
            continue
        named = finding.message.split("`")[1::2]
        cause = next((causes[name] for name in named if name in causes), None)
        head = cause or heads.setdefault((finding.code, finding.message), finding)
        if head is not finding:
            counts[head] += 1
            hidden.add(id(finding))
    return [Folded(each, counts[each]) for each in listed if id(each) not in hidden]


def render_text(findings: Iterable[Finding], colour: bool = False, limit: int = 0) -> str:
    """Lay findings out for a person.

    Args:
        findings: what to show, in this order.
        colour: whether to mark it up for a terminal.
        limit: how many findings of each rule to show; 0 for all.

    Returns:
        For each finding `file:line:column: error: what (#/pointer) [rule]`, the lines around the place, and
        `help: how to fix it`, with an empty line between two; the empty string if there are none. References
        that fail because of another finding are counted with it, and so are the same findings at other places.
        The last lines count what is not shown.
    """
    shown, omitted = _limit_by_code(fold(findings), limit)
    blocks = "\n".join(_block(each, colour) for each in shown)
    return blocks + "".join(
        f"and {number:,} more of {code}; `lint --limit 0` shows all\n"
        for code, number in omitted.items()
    )


def _limit_by_code(findings: Iterable[Folded], limit: int) -> tuple[list[Folded], Counter[str]]:
    """Return the first findings of each rule, and how many of each rule are left out."""
    counted: Counter[str] = Counter()
    shown: list[Folded] = []
    for each in findings:
        counted[each.finding.code] += 1
        if not limit or counted[each.finding.code] <= limit:
            shown.append(each)
    return shown, counted - Counter(each.finding.code for each in shown)


def _block(folded: Folded, colour: bool) -> str:
    finding, followers = folded.finding, folded.followers

    def paint(style: str, text: str) -> str:
        return f"{style}{text}{_PLAIN}" if colour else text

    where = f"{make_printable(str(finding.location))}: " if finding.location else ""
    pointer = (
        f" (#{make_printable(shorten(finding.pointer, MESSAGE_LENGTH))})"
        if finding.location
        else ""
    )
    severity = paint(_COLOURS[finding.severity], f"{finding.severity}:")
    lines = [
        f"{paint(_BOLD, where)}{severity} {make_printable(finding.message)}{pointer} [{finding.code}]"
    ]
    lines += [paint(_DIM, line) for line in finding.excerpt]
    if finding.help:
        lines.append(f"  {paint(_HELP, 'help:')} {make_printable(finding.help)}")
    if followers:
        kind = "other reference" if finding.code in _FOLLOWERS else "reference"
        lines.append(f"  and {followers} {kind}{'s' * (followers > 1)} to it")
    if folded.repetitions:
        lines.append(_list_repetitions(finding, folded.repetitions))
    return "\n".join(lines) + "\n"


def _list_repetitions(finding: Finding, repetitions: Sequence[Finding]) -> str:
    """Return the line that lists other places of a finding, the first of them by line and column."""
    places: list[str] = []
    for each in repetitions[:_LISTED_PLACES]:
        location = each.location
        is_near = location is not None and each.file == finding.file
        places.append(
            f"{location.line}:{location.column}"
            if location and is_near
            else str(location or each.pointer)
        )
    more = len(repetitions) - len(places)
    rest = f" and {more:,} more" if more else ""
    return f"  also at {make_printable(', '.join(places))}{rest}"
