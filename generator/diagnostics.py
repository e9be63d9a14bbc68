"""What the generator has to say about a document: values first, text last.

A `Finding` is data: what is wrong, where, and what cures it. The `Report` is the one mutable object
of a run; every stage adds to it and nobody else keeps a list. Positions are expensive (a JSON
document is read again to find them), so the report keeps the *place* and asks it for its position
only when somebody reads the findings.

An **error** means that nothing is generated; a **warning** means that the rest goes on without the
part it points at. What can go on is a warning.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import Literal, Protocol

from attrs import frozen

Severity = Literal["error", "warning"]

_COMPARED = 200
"""Names that a misspelled one is compared with, which takes a while."""
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
_DIM, _BOLD, _CURE, _PLAIN = "\x1b[2m", "\x1b[1m", "\x1b[36m", "\x1b[0m"


@frozen(order=True)
class Location:
    """A place in a file; `line` and `column` count from 1, `file` is spelled as the user spelled it."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Place(Protocol):
    """What a finding can point at: a node of a document or a bare position in a file."""

    @property
    def pointer(self) -> str:
        """The JSON pointer of the place, empty for a whole document."""
        ...

    @property
    def file(self) -> str:
        """The file of the place, as the user would call it."""
        ...

    def pinned(self) -> Place:
        """The same place by its file and pointer alone, so that a report keeps no document in memory."""
        ...

    def location(self) -> Location | None:
        """Where the place is, or None if the file cannot tell."""
        ...

    def excerpt(self) -> tuple[str, ...]:
        """The numbered lines around the place, with a caret below it."""
        ...


@frozen
class Finding:
    """One thing to tell the user; `excerpt` holds the lines around the place, ready to print."""

    severity: Severity
    code: str
    message: str
    cure: str
    location: Location | None
    pointer: str
    excerpt: tuple[str, ...]


@frozen
class _Remark:
    severity: Severity
    code: str
    place: Place | None
    message: str
    cure: str


class Report:
    """Collects the findings of a run; the same finding at the same place counts once."""

    def __init__(self) -> None:
        self._remarks: dict[tuple[str, str, str, str, str], _Remark] = {}
        self._findings: list[Finding] | None = None
        self.told = 0
        """How often something was told, also what was known."""

    def error(self, code: str, place: Place | None, message: str, cure: str = "") -> None:
        """Add what prevents the whole run.

        Args:
            code: the kind of finding, lower case with hyphens, e.g. `dangling-reference`.
            place: the node it is about, or None if it is about no document.
            message: what is wrong, one sentence without a full stop.
            cure: what the user can do about it.
        """
        self._add("error", code, place, message, cure)

    def warning(self, code: str, place: Place | None, message: str, cure: str = "") -> None:
        """Add what the run goes on without; the arguments are those of `error`."""
        self._add("warning", code, place, message, cure)

    def _add(
        self, severity: Severity, code: str, place: Place | None, message: str, cure: str
    ) -> None:
        self.told += 1
        file, pointer = (place.file, place.pointer) if place is not None else ("", "")
        key = (severity, code, message, file, pointer)
        if key not in self._remarks:
            pinned = place.pinned() if place is not None else None
            self._remarks[key] = _Remark(severity, code, pinned, message, cure)
            self._findings = None

    def places(self) -> Iterator[str]:
        """Where something is told of, as `file#pointer`."""
        return (f"{file}#{pointer}" for *_, file, pointer in self._remarks)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, by file, line and column; those without a place come first."""
        if self._findings is None:
            found = dict.fromkeys(map(_finding, self._remarks.values()))
            self._findings = sorted(found, key=_order)
        return tuple(self._findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that prevent the run."""
        return tuple(f for f in self.findings if f.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that the run goes on without."""
        return tuple(f for f in self.findings if f.severity == "warning")

    @property
    def has_errors(self) -> bool:
        """Whether anything prevents the run; needs no positions."""
        return any(r.severity == "error" for r in self._remarks.values())

    def counts(self) -> dict[str, int]:
        """How many findings there are of each code, the most frequent first."""
        return dict(Counter(r.code for r in self._remarks.values()).most_common())

    def strict(self) -> Report:
        """The same report with every warning turned into an error."""
        hardened = Report()
        for remark in self._remarks.values():
            hardened.error(remark.code, remark.place, remark.message, remark.cure)
        return hardened


def _finding(remark: _Remark) -> Finding:
    place = remark.place
    return Finding(
        severity=remark.severity,
        code=remark.code,
        message=remark.message,
        cure=remark.cure,
        location=place.location() if place is not None else None,
        pointer=place.pointer if place is not None else "",
        excerpt=place.excerpt() if place is not None else (),
    )


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    where = finding.location or Location("", 0, 0)
    return (where.file, where.line, where.column, finding.code, finding.message)


def render_text(findings: Iterable[Finding], colour: bool = False) -> str:
    """Lay findings out for a person.

    Args:
        findings: what to show, in this order.
        colour: whether to mark it up for a terminal.

    Returns:
        `file:line:column: error: what (#/pointer)`, the lines around it and the cure for each,
        with an empty line between two; the empty string if there are none.
    """
    return "\n".join(_block(finding, colour) for finding in findings)


def _block(finding: Finding, colour: bool) -> str:
    def paint(style: str, text: str) -> str:
        return f"{style}{text}{_PLAIN}" if colour else text

    where = f"{printable(str(finding.location))}: " if finding.location else ""
    pointer = f" (#{printable(finding.pointer)})" if finding.location else ""
    severity = paint(_COLOURS[finding.severity], f"{finding.severity}:")
    lines = [f"{paint(_BOLD, where)}{severity} {printable(finding.message)}{pointer}"]
    lines += [paint(_DIM, line) for line in finding.excerpt]
    if finding.cure:
        lines.append(f"  {paint(_CURE, 'cure:')} {printable(finding.cure)}")
    return "\n".join(lines) + "\n"


def render_json(findings: Iterable[Finding]) -> str:
    """Lay findings out for a machine.

    Args:
        findings: what to show, in this order.

    Returns:
        A JSON array with one object per finding: severity, code, message, cure, file, line,
        column (null without a place) and pointer; ends with a newline.
    """
    rows = [
        {
            "severity": finding.severity,
            "code": finding.code,
            "message": finding.message,
            "cure": finding.cure,
            "file": finding.location.file if finding.location else None,
            "line": finding.location.line if finding.location else None,
            "column": finding.location.column if finding.location else None,
            "pointer": finding.pointer,
        }
        for finding in findings
    ]
    return json.dumps(rows, indent=2) + "\n"


def closest(word: str, known: Collection[str]) -> str | None:
    """The one of `known` that somebody who wrote `word` may have meant.

    Args:
        word: what nobody knows.
        known: what there is; of very many, those are compared that begin or end as the word does.
    """
    near: Iterable[str] = known
    if len(known) > _COMPARED:
        ends = word[:2].lower(), word[-2:].lower()
        alike = (
            each for each in known if ends[0] == each[:2].lower() or ends[1] == each[-2:].lower()
        )
        near = islice(alike, _COMPARED)
    return next(iter(get_close_matches(word, near, 1)), None)


def printable(text: str) -> str:
    """The text with everything that could steer a terminal written as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def excerpt(lines: Sequence[str], line: int, column: int) -> tuple[str, ...]:
    """The numbered lines around a place, with a caret under it.

    Args:
        lines: all lines of the file.
        line: the line of the place, from 1.
        column: its column, from 1.

    Returns:
        Up to three source lines, each cut to what is near the column, and the line of the caret.
    """
    width = len(str(min(line + 1, len(lines))))
    start = max(0, column - 61)
    shown: list[str] = []
    for number in range(max(1, line - 1), min(len(lines), line + 1) + 1):
        source = lines[number - 1]
        cut = printable(source[start : start + 100].replace("\t", " "))
        head = "…" if start and source[start:] else ""
        tail = "…" if len(source) > start + 100 else ""
        shown.append(f"  {number:>{width}} | {head}{cut}{tail}".rstrip())
        if number == line:
            before = source[start : column - 1].replace("\t", " ")
            shown.append(f"  {'':>{width}} | {' ' * (bool(head) + len(printable(before)))}^")
    return tuple(shown)
