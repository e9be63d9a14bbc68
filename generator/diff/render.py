"""Changes as text for a terminal, as Markdown for a review, as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import asdict, frozen

from ..python.source.markdown import code_span, escape_markdown
from .changes import SPOKEN, VERDICTS, Change, Verdict, gravest

_SHOWN = 4
"""How many of the operations that use a model are named."""


@frozen
class Comparison:
    """The changes between two sides, and what the sides are called."""

    old: str
    new: str
    changes: tuple[Change, ...]

    @property
    def verdict(self) -> Verdict | None:
        """The gravest verdict, None where nothing changed."""
        return gravest(self.changes)


def render_text(found: Comparison) -> str:
    """Lay a comparison out for a person at a terminal; one line says so if nothing changed."""
    if not found.changes:
        return f"{found.old} → {found.new}: no change\n"
    lines: list[str] = []
    for verdict, changes in _groups(found.changes):
        lines += [f"{SPOKEN[verdict]} ({len(changes)})", ""]
        for change in changes:
            lines.append(f"  {_sentence(change)}")
            lines += [f"    Python: {change.python}"] if change.python != change.text else []
            lines += [f"    in {_operations(change)}"] if change.operations else []
            lines += [f"    {change.check}: {change.old} → {change.new}", ""]
    return "\n".join([*lines, f"{found.old} → {found.new}: {counted(found.changes)}", ""])


def render_markdown(found: Comparison) -> str:
    """Lay a comparison out as Markdown: a heading for each verdict, an item for each change."""
    lines = [f"# {found.old} → {found.new}", "", f"{counted(found.changes) or 'No change'}.", ""]
    for verdict, changes in _groups(found.changes):
        lines += [f"## {SPOKEN[verdict].capitalize()}", ""]
        for change in changes:
            python = f" In Python: {change.python}." if change.python != change.text else ""
            used = f" Used by {_operations(change)}." if change.operations else ""
            lines.append(f"- {in_markdown(f'{_sentence(change)}.{python}{used}')}  ")
            places = f"{code_span(change.old)} → {code_span(change.new)}"
            lines.append(f"  <sub>`{change.check}`: {places}</sub>")
        lines.append("")
    return "\n".join(lines)


def in_markdown(text: str) -> str:
    """What is said of a change as one line of Markdown; what a document calls things stays text."""
    return escape_markdown(" ".join(text.split()))


def render_json(found: Comparison) -> str:
    """A comparison as a JSON object: `old`, `new`, `verdict`, `counts`, `changes`."""
    counts = Counter(change.verdict for change in found.changes)
    described = {
        "old": found.old,
        "new": found.new,
        "verdict": found.verdict,
        "counts": {verdict: counts[verdict] for verdict in VERDICTS},
        "changes": [
            asdict(change, filter=lambda field, _: field.name != "objects")
            for change in found.changes
        ],
    }
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def counted(changes: Iterable[Change]) -> str:
    """How many changes there are of each verdict, in words; empty if there are none."""
    counts = Counter(change.verdict for change in changes)
    return ", ".join(
        f"{counts[verdict]} {SPOKEN[verdict]}" for verdict in VERDICTS if counts[verdict]
    )


def _groups(changes: tuple[Change, ...]) -> Iterator[tuple[Verdict, list[Change]]]:
    for verdict in VERDICTS:
        group = [change for change in changes if change.verdict == verdict]
        if group:
            yield verdict, group


def _sentence(change: Change) -> str:
    return (
        change.text
        if change.text.startswith("`")
        else f"{change.text[:1].upper()}{change.text[1:]}"
    )


def _operations(change: Change) -> str:
    shown, more = change.operations[:_SHOWN], len(change.operations) - _SHOWN
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
