"""The changelog: a section for each version, with one part for the client and one for the generator.

What people wrote under `## Unreleased` goes into the next version; what changed in the API comes after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from ..diff.changes import Change
from ..diff.folding import Fact, fold, list_names
from ..diff.render_changes import capitalize, to_markdown

PARTS: Final = ("Client", "Generator")
_HEADING: Final = re.compile(r"^## (.+)$", re.MULTILINE)
_UNRELEASED: Final = "Unreleased"
_BREAKING: Final = ("callers", "readers")
_PYTHON_NAME: Final = re.compile(r"`([^`]+)`")
_ONE_MEMBER: Final = re.compile(
    r"(?P<steps>(?:the (?:items|values) of )*)the (?:[a-z]+ )?(?:member|parameter) `[^`.\[]+` of .+"
)
_ENTRIES: Final = 20
"""How many entries are written out of a kind that breaks nothing; a reader who wants all of them reads `diff`."""


def write_section(version: str, changes: Iterable[Change], changelog: str, released: date) -> str:
    """Return the section of a version.

    Args:
        version: the version.
        changes: what changed.
        changelog: the changelog as it is, for what was noted under `Unreleased`.
        released: the date of the release.

    Returns:
        The section as Markdown, with an empty line at its end.
    """
    sections = _split_section(_find_section(changelog, _UNRELEASED))
    notes, entries = sections.get("Client", []), _list_client_entries(fold(changes))
    bodies = {
        "Client": [*notes, *([""] if notes and entries else []), *entries],
        "Generator": sections.get("Generator", []),
    }
    lines = [f"## {version} ({released.isoformat()})", ""]
    for part in PARTS:
        if bodies[part]:
            lines += [f"### {part}", "", *bodies[part], ""]
    if len(lines) == 2:
        lines += ["### Client", "", "- Nothing that a caller sees.", ""]
    return "\n".join(lines) + "\n"


def insert_section(changelog: str, section: str) -> str:
    """Return a changelog with a section in front of the others.

    Args:
        changelog: the changelog; may be empty.
        section: what `write_section` gave. It replaces `Unreleased`.

    Returns:
        The new changelog; the same if it has a section of that version already.
    """
    if find_version(changelog, section.split()[1]):
        return changelog
    unreleased = _find_section(changelog, _UNRELEASED)
    rest = changelog.replace(unreleased, "", 1) if unreleased else changelog
    first = _HEADING.search(rest)
    at = first.start() if first is not None else len(rest)
    head = rest[:at] or "# Changelog\n\n"
    return f"{head.rstrip()}\n\n{section}{rest[at:]}".rstrip() + "\n"


def find_version(changelog: str, version: str) -> str:
    """Return the section of a version, heading included; empty if there is none."""
    titles = (heading.strip() for heading in _HEADING.findall(changelog))
    title = next((each for each in titles if each.split()[:1] == [version]), None)
    return _find_section(changelog, title) if title is not None else ""


def _list_client_entries(facts: tuple[Fact, ...]) -> list[str]:
    """Return what changed as paragraphs: what breaks, what is new, what is deprecated, the rest as a number."""
    kinds: dict[str, list[Fact]] = {}
    for fact in sorted(facts, key=_rank):
        kinds.setdefault(_name_kind(fact), []).append(fact)
    lines: list[str] = []
    for title in ("Breaking changes", "Added", "Changed", "Deprecated"):
        entries = list(dict.fromkeys(_write_entry(fact) for fact in kinds.get(title, [])))
        if entries:
            most = len(entries) if title == "Breaking changes" else _ENTRIES
            lines += [*([""] if lines else []), f"{title}:", "", *entries[:most]]
            if len(entries) > most:
                lines.append(f"- … and {len(entries) - most} more.")
    count = sum(len(fact.changes) for fact in kinds.get("Documentation", []))
    if count:
        words = f"- {count} {'descriptions' if count > 1 else 'description'} reworded."
        lines += [*([""] if lines else []), words]
    return lines


def _rank(fact: Fact) -> int:
    """Return the place of a fact among those of its kind: operations come first, models last."""
    if fact.check == "endpoint-added" or fact.check.startswith(("api-removed", "operation-")):
        return 0
    if fact.check.startswith(("api-schema-", "python-object-")):
        return 4
    if "enum-value" in fact.check:
        return 3
    return 1 if fact.group != "models" else 2


def _name_kind(fact: Fact) -> str:
    if fact.verdict in _BREAKING:
        return "Breaking changes"
    if fact.check.endswith("deprecated"):
        return "Deprecated"
    if fact.verdict == "documentation":
        return "Documentation"
    is_addition = "added" in fact.check or fact.check.startswith("new-")
    return "Added" if is_addition else "Changed"


def _write_entry(fact: Fact) -> str:
    """Return a fact as an item, in Python's names where it is about one thing."""
    if fact.check == "api-schema-added":
        count = len(fact.changes)
        names = list_names(f"`{change.subject}`" for change in fact.changes)
        return f"- {to_markdown(f'Models: {names}.' if count > 1 else f'Model {names}.')}"
    if fact.check == "endpoint-added":
        return f"- {to_markdown(f'{_write_methods(fact)}.')}"
    return f"- {to_markdown(f'{_write_sentence(fact)}.')}"


def _write_sentence(fact: Fact) -> str:
    """Return a fact about one member or parameter by its name in Python, any other as it is."""
    first = fact.changes[0]
    subject = _PYTHON_NAME.match(first.python)
    place = _ONE_MEMBER.fullmatch(fact.location)
    detail = first.python[subject.end() :].strip() if subject is not None else ""
    if subject is None or fact.location != first.location or place is None:
        is_named_in_python = fact.check.endswith(("renamed", "result-changed"))
        return fact.python if is_named_in_python and fact.python else capitalize(fact.text)
    sentence = f"{place['steps']}{subject[0]} {fact.rest}"
    types = detail.removeprefix("is ") if ", was `" in detail and fact.verdict in _BREAKING else ""
    return capitalize(f"{sentence} ({types})" if types else sentence)


def _write_methods(fact: Fact) -> str:
    """Return the new methods of a resource: "`client.guilds`: `create`, `list`"."""
    resources: dict[str, list[str]] = {}
    for change in fact.changes:
        name = _PYTHON_NAME.match(change.python)
        if change.check == "endpoint-added" and name is not None:
            resource, _, method = name[1].rpartition(".")
            resources.setdefault(resource, []).append(f"`{method}`")
    return "; ".join(f"`{name}`: {', '.join(methods)}" for name, methods in resources.items())


def _find_section(changelog: str, title: str) -> str:
    """Return the section of a title, heading included; empty if there is none."""
    headings = list(_HEADING.finditer(changelog))
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        if heading.group(1).strip() == title:
            return changelog[heading.start() : following.start() if following else len(changelog)]
    return ""


def _split_section(section: str) -> dict[str, list[str]]:
    """Return the lines below each `###` of a section."""
    parts: dict[str, list[str]] = {}
    title = ""
    for line in section.splitlines()[1:]:
        if line.startswith("### "):
            title = line.removeprefix("### ").strip()
        elif title:
            parts.setdefault(title, []).append(line)
    return {
        title: "\n".join(lines).strip().split("\n")
        for title, lines in parts.items()
        if "".join(lines).strip()
    }
