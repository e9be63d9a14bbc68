"""A comparison as text for a terminal, as Markdown for a review, as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from attrs import asdict, frozen

from ..diagnostics import make_printable
from ..python.source.markdown import code_span, escape_markdown
from .changes import VERDICT_LABELS, VERDICTS, Change, Verdict, find_most_severe
from .folding import Fact, fold, list_names

DEFAULT_LIMIT: Final = 50
"""How many facts text and Markdown show unless the user says otherwise."""
_TOP: Final = 10
_USERS: Final = 3
"""How many of the operations that use a model are named."""
_MARKS: Final[dict[Verdict, str]] = {
    "callers": "BREAKS CALLERS",
    "readers": "BREAKS READERS",
    "additive": "additive",
    "documentation": "words",
}
_LAST_GROUPS: Final = ("several resources", "models", "webhooks", "package", "client")


@frozen
class Comparison:
    """The changes between two versions, and what the versions are called."""

    old: str
    new: str
    changes: tuple[Change, ...]

    @property
    def verdict(self) -> Verdict | None:
        """The most severe verdict, None where nothing changed."""
        return find_most_severe(self.changes)


def render_text(comparison: Comparison, limit: int | None = None) -> str:
    """Lay a comparison out for a terminal: the summary, what matters most, then the rest by resource.

    Args:
        comparison: the comparison.
        limit: how many facts to show; 0 for all.
    """
    title = f"{comparison.old} → {comparison.new}"
    if not comparison.changes:
        return f"{make_printable(title)}: no change\n"
    facts = fold(comparison.changes)
    shown, omitted = _limit(facts, limit)
    lines = [f"{title}: {summarize(comparison.changes)}"]
    top = shown[:_TOP] if len(shown) > _TOP else []
    if top:
        lines += ["", f"the {len(top)} that matter most", *map(_write_text_line, top)]
    for group, each in _iter_groups(shown[len(top) :]):
        lines += ["", group, *map(_write_text_line, each)]
    if omitted:
        lines += ["", f"and {omitted} more; --limit 0 shows all"]
    return "\n".join([*map(make_printable, lines), ""])


def _write_text_line(fact: Fact) -> str:
    python = f"; Python: {fact.python}" if fact.python and _is_breaking(fact) else ""
    text = f"{capitalize(fact.text)}{python}{_write_users(fact)}{_write_second_verdict(fact)}"
    return f"  {_MARKS[fact.verdict]:<14}  {text} [{fact.check}]"


def render_markdown(comparison: Comparison, limit: int | None = None) -> str:
    """Lay a comparison out as Markdown for a pull request: what breaks in full, the rest folded away."""
    title = f"## {code_span(make_printable(comparison.old))} → {code_span(make_printable(comparison.new))}"
    if not comparison.changes:
        return f"{title}\n\nNo change.\n"
    facts = fold(comparison.changes)
    shown, omitted = _limit(facts, limit)
    lines = [title, "", f"{summarize(comparison.changes)}.".capitalize(), ""]
    for verdict in VERDICTS:
        of_verdict = [each for each in shown if each.verdict == verdict]
        if not of_verdict:
            continue
        is_breaking = _is_breaking(of_verdict[0])
        heading = VERDICT_LABELS[verdict].capitalize()
        if is_breaking:
            lines += [f"### {heading}", ""]
        else:
            lines += [f"<details><summary>{heading} ({len(of_verdict)})</summary>", ""]
        for group, each in _iter_groups(of_verdict):
            lines += [
                f"**{_write_heading(group)}**",
                "",
                *map(_write_markdown_item, each),
                "",
            ]
        if not is_breaking:
            lines += ["</details>", ""]
    if omitted:
        lines += [f"And {omitted} more.", ""]
    return "\n".join(lines)


def _write_heading(group: str) -> str:
    """Return a group as a heading: a resource as code, the others as words."""
    return group.capitalize() if group in _LAST_GROUPS else code_span(make_printable(group))


def _write_markdown_item(fact: Fact) -> str:
    python = f" In Python: {fact.python}." if fact.python and _is_breaking(fact) else ""
    return f"- {to_markdown(f'{capitalize(fact.text)}{_write_users(fact)}{_write_second_verdict(fact)}.{python}')}"


def to_markdown(text: str) -> str:
    """Return a sentence as one line of Markdown; what a document calls things stays text."""
    return escape_markdown(make_printable(" ".join(text.split())))


def to_dict(comparison: Comparison, limit: int | None = None) -> dict[str, Any]:
    """Return a comparison for JSON, with all changes unless there is a limit."""
    counts = _count_facts(comparison.changes)
    changes = comparison.changes[: limit or None]
    return {
        "old": comparison.old,
        "new": comparison.new,
        "verdict": comparison.verdict,
        "counts": {verdict: counts[verdict] for verdict in VERDICTS},
        "omitted": len(comparison.changes) - len(changes),
        "changes": list(map(_make_json_change, changes)),
    }


def _make_json_change(change: Change) -> dict[str, Any]:
    """Return a change; `method` and `path` are those of the operation that it is about."""
    is_operation = len(change.operations) == 1 and change.operations[0].name == change.subject
    operation = change.operations[0] if is_operation else None
    return {
        "check": change.check,
        "verdict": change.verdict,
        "breaking": change.is_breaking,
        "subject": change.subject,
        "group": change.group,
        "method": operation.method if operation is not None else None,
        "path": operation.path if operation is not None else None,
        "text": change.text,
        "python": change.python,
        "cause": change.cause or None,
        "old": change.old,
        "new": change.new,
        "operations": list(map(asdict, change.operations)),
    }


def summarize(changes: Iterable[Change]) -> str:
    """Return how many facts there are of each verdict; empty if there are none."""
    counts = _count_facts(changes)
    return ", ".join(
        f"{counts[verdict]} {VERDICT_LABELS[verdict]}" for verdict in VERDICTS if counts[verdict]
    )


def _count_facts(changes: Iterable[Change]) -> Counter[Verdict]:
    """Return how many facts there are of each verdict, which is the most severe one of the fact's changes."""
    return Counter(fact.verdict for fact in fold(changes))


def _limit(facts: Sequence[Fact], limit: int | None) -> tuple[list[Fact], int]:
    """Return the facts to show, and how many are left out."""
    most = DEFAULT_LIMIT if limit is None else limit or len(facts)
    return list(facts[:most]), max(len(facts) - most, 0)


def _iter_groups(facts: Iterable[Fact]) -> Iterator[tuple[str, list[Fact]]]:
    """Yield facts by resource, then those of models and the like."""
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.group or "client", []).append(fact)
    order = sorted(
        groups, key=lambda name: (_LAST_GROUPS.index(name) + 1 if name in _LAST_GROUPS else 0, name)
    )
    yield from ((name, groups[name]) for name in order)


def _is_breaking(fact: Fact) -> bool:
    return fact.verdict in ("callers", "readers")


def capitalize(text: str) -> str:
    """Return a sentence with a capital at its beginning, unless a name stands there."""
    first = text.partition(" ")[0]
    is_word = first.isalpha() and first.islower()
    return f"{text[:1].upper()}{text[1:]}" if is_word else text


def _write_second_verdict(fact: Fact) -> str:
    """Say that a fact that breaks callers breaks readers, too."""
    verdicts = {each.verdict for each in fact.changes}
    return "; breaks readers, too" if {"callers", "readers"} <= verdicts else ""


def _write_users(fact: Fact) -> str:
    """Return the operations that use a model."""
    is_used = fact.group in ("models", "several resources") and fact.verdict != "documentation"
    if not is_used or not fact.operations:
        return ""
    return f" (used by {list_names((f'`{each.name}`' for each in fact.operations), _USERS)})"
