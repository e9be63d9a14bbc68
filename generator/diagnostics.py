"""Findings: what is wrong with a document, where, and how to fix it. Values first, text last.

A `Finding` is a value, made by `Finding.error(...)` or `Finding.warning(...)`. The `Report` is the one mutable
object of a run: stages add findings to it, and the commands read them. Positions are expensive, because a JSON
document is parsed again to find them, so a finding keeps its *place* and asks for line and column only when
somebody reads them.

An **error** means that nothing is generated. A **warning** means that the run continues without the part that
it points at. If the run can continue, it is a warning. A **hint** is shown by `lint` only, and changes no exit code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from typing import Any, Literal, Protocol

from attrs import field, frozen

from .rules import RuleSeverity

Severity = Literal["error", "warning", "hint"]

MESSAGE_LENGTH = 1000
"""The length of the longest message, help or pointer that is shown; names in them may have any length."""
_COMPARED_NAMES = 200
"""The number of names that a misspelled one is compared with at most; more would take seconds."""


@frozen(order=True)
class Location:
    """A place in a file; `line` and `column` count from 1, `file` is spelled as the user spelled it."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Place(Protocol):
    """What a finding points at: a node of a document, or a bare position in a file."""

    @property
    def pointer(self) -> str:
        """The JSON pointer of the place; empty for a whole document."""
        ...

    @property
    def file(self) -> str:
        """The file of the place, as the user spells it."""
        ...

    @property
    def address(self) -> str:
        """The place in the document that is compiled, as `name#pointer`; empty if it is in none."""
        ...

    def pinned(self) -> Place:
        """Return the same place by file and pointer alone, so that a report keeps no document in memory."""
        ...

    def location(self) -> Location | None:
        """Return where the place is, or None if the file can't tell."""
        ...

    def excerpt(self) -> tuple[str, ...]:
        """Return the numbered lines around the place, with a caret below it."""
        ...


def _shorten_message(text: str) -> str:
    return shorten(text, MESSAGE_LENGTH)


@frozen
class Finding:
    """One thing to tell the user.

    Attributes:
        severity: whether it prevents the run.
        code: its kind, in lower case with hyphens, e.g. `dangling-reference`.
        message: what is wrong; one sentence without a full stop.
        help: how to fix it.
        place: what it is about; None if it is about no document.
    """

    severity: Severity
    code: str
    message: str = field(converter=_shorten_message)
    help: str = field(converter=_shorten_message)
    place: Place | None = field(eq=lambda place: (place.file, place.pointer) if place else None)

    @classmethod
    def error(cls, code: str, place: Place | None, message: str, help: str = "") -> Finding:
        """Make a finding that prevents the run; the arguments are the attributes of the class."""
        return cls("error", code, message, help, place.pinned() if place is not None else None)

    @classmethod
    def warning(cls, code: str, place: Place | None, message: str, help: str = "") -> Finding:
        """Make a finding that does not stop the run; the arguments are the attributes of the class."""
        return cls("warning", code, message, help, place.pinned() if place is not None else None)

    def with_severity(self, severity: Severity) -> Finding:
        """Return the same finding with another severity."""
        return Finding(severity, self.code, self.message, self.help, self.place)

    @property
    def file(self) -> str:
        """The file of the place; empty without a place."""
        return self.place.file if self.place is not None else ""

    @property
    def pointer(self) -> str:
        """The JSON pointer of the place; empty without a place."""
        return self.place.pointer if self.place is not None else ""

    @property
    def address(self) -> str:
        """The place in the document that is compiled, as `name#pointer`; empty if it is in none."""
        return self.place.address if self.place is not None else ""

    @cached_property
    def location(self) -> Location | None:
        """File, line and column; None without a place."""
        return self.place.location() if self.place is not None else None

    @cached_property
    def excerpt(self) -> tuple[str, ...]:
        """The lines around the place, ready to print."""
        return self.place.excerpt() if self.place is not None else ()

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as it stands in JSON output; line and column are null without a place."""
        location = self.location
        return {
            "severity": self.severity,
            "code": self.code,
            "message": self.message,
            "help": self.help,
            "file": location.file if location is not None else None,
            "line": location.line if location is not None else None,
            "column": location.column if location is not None else None,
            "pointer": self.pointer,
        }


class Report:
    """Collects the findings of a run; a finding that is added again at the same place counts once."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._findings: dict[tuple[str, ...], Finding] = {}
        self._sorted: tuple[Finding, ...] | None = None
        self._recordings: list[list[Finding]] = []
        self.extend(findings)

    def add(self, finding: Finding) -> None:
        """Add a finding."""
        for recording in self._recordings:
            recording.append(finding)
        key = (finding.severity, finding.code, finding.message, finding.file, finding.pointer)
        if key not in self._findings:
            self._findings[key] = finding
            self._sorted = None

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add several findings."""
        for finding in findings:
            self.add(finding)

    def error(self, code: str, place: Place | None, message: str, help: str = "") -> None:
        """Add `Finding.error(...)`."""
        self.add(Finding.error(code, place, message, help))

    def warning(self, code: str, place: Place | None, message: str, help: str = "") -> None:
        """Add `Finding.warning(...)`."""
        self.add(Finding.warning(code, place, message, help))

    @contextmanager
    def recording(self) -> Generator[list[Finding]]:
        """Yield a list that also collects the findings added within the `with` block."""
        recording: list[Finding] = []
        self._recordings.append(recording)
        try:
            yield recording
        finally:
            self._recordings.pop()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings by file, line and column; those without a place come first."""
        if self._sorted is None:
            unique = {(each, each.location, each.pointer): each for each in self._findings.values()}
            self._sorted = tuple(sorted(unique.values(), key=_order))
        return self._sorted

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that prevent the run."""
        return tuple(each for each in self.findings if each.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that do not stop the run."""
        return tuple(each for each in self.findings if each.severity == "warning")

    @property
    def hints(self) -> tuple[Finding, ...]:
        """The findings that change nothing about the run."""
        return tuple(each for each in self.findings if each.severity == "hint")

    @property
    def has_errors(self) -> bool:
        """Whether anything prevents the run; positions are not looked up."""
        return any(each.severity == "error" for each in self._findings.values())

    def counts(self) -> dict[str, int]:
        """Count the findings by code, the most frequent first."""
        return dict(Counter(each.code for each in self._findings.values()).most_common())

    def strict(self) -> Report:
        """Return the same report with every warning turned into an error."""
        return Report(
            each.with_severity("error") if each.severity == "warning" else each
            for each in self._findings.values()
        )

    def with_severities(self, severities: Mapping[str, RuleSeverity]) -> Report:
        """Return the same report with other severities; findings that are errors stay errors.

        Args:
            severities: the severity by code; of codes that it does not have, findings keep theirs.
        """
        report = Report()
        for each in self._findings.values():
            severity = severities.get(each.code, each.severity)
            if each.severity == "error":
                report.add(each)
            elif severity != "off":
                report.add(each.with_severity(severity))
        return report


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    where = finding.location or Location("", 0, 0)
    return (where.file, where.line, where.column, finding.code, finding.message)


def find_closest(word: str, names: Collection[str], cutoff: float = 0.6) -> str | None:
    """Return the one of `names` that somebody who wrote `word` may have meant.

    Args:
        word: the unknown name.
        names: the names that exist. Of very many, only those that begin or end like the word are compared.
        cutoff: how similar the two must be, from 0 to 1.
    """
    candidates: Iterable[str] = names
    if len(names) > _COMPARED_NAMES:
        ends = word[:2].lower(), word[-2:].lower()
        similar = (
            each for each in names if ends[0] == each[:2].lower() or ends[1] == each[-2:].lower()
        )
        candidates = islice(similar, _COMPARED_NAMES)
    return next(iter(get_close_matches(word, candidates, 1, cutoff)), None)


def did_you_mean(
    word: str,
    names: Collection[str],
    otherwise: str = "",
    *,
    cutoff: float = 0.6,
    show: Callable[[str], str] = "`{}`".format,
) -> str:
    """Return the help for an unknown name.

    Args:
        word: the unknown name.
        names: the names that exist.
        otherwise: the help where none of them is similar.
        cutoff: how similar the two must be, from 0 to 1.
        show: how to show the name that was meant.
    """
    match = find_closest(word, names, cutoff)
    return f"did you mean {show(match)}?" if match is not None else otherwise


def shorten(text: str, length: int = 200) -> str:
    """Return the text without its middle if it is longer than `length`."""
    half = length // 2
    return text if len(text) <= length else f"{text[:half]}…{text[-half:]}"


def make_printable(text: str) -> str:
    """Return the text with everything that could control a terminal written as an escape."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def make_lines_printable(text: str) -> str:
    """Return a text of several lines with everything that could control a terminal written as an escape."""
    return "\n".join(map(make_printable, text.split("\n")))


def make_line_printable(text: str) -> str:
    """Return the text on one printable line, as it can stand in a comment of YAML or TOML."""
    return make_printable(" ".join(text.splitlines()))


def excerpt(lines: Sequence[str], line: int, column: int) -> tuple[str, ...]:
    """Return the numbered lines around a place, with a caret under it.

    Args:
        lines: all lines of the file.
        line: the line of the place, from 1.
        column: its column, from 1.

    Returns:
        Up to three source lines, each cut to what is near the column, and the line of the caret.
    """
    width = len(str(min(line + 1, len(lines))))
    start = max(0, column - 61)
    excerpt_lines: list[str] = []
    for number in range(max(1, line - 1), min(len(lines), line + 1) + 1):
        source = lines[number - 1]
        cut = make_printable(source[start : start + 100].replace("\t", " "))
        head = "…" if 0 < start < len(source) else ""
        tail = "…" if len(source) > start + 100 else ""
        excerpt_lines.append(f"  {number:>{width}} | {head}{cut}{tail}".rstrip())
        if number == line:
            before = source[start : column - 1].replace("\t", " ")
            excerpt_lines.append(
                f"  {'':>{width}} | {' ' * (bool(head) + len(make_printable(before)))}^"
            )
    return tuple(excerpt_lines)
