"""The changelog: a section for each version, in it one for the client and one for the generator.

What people wrote under `## Unreleased` becomes part of the next version; what changed in the API comes
after it, in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..diff.changes import SPOKEN, VERDICTS, Change, Verdict
from ..diff.render import in_markdown

PARTS: Final = ("Client", "Generator")
_HEADING: Final = re.compile(r"^## (.+)$", re.MULTILINE)
_UNRELEASED: Final = "Unreleased"


def entry(version: str, changes: Iterable[Change], changelog: str) -> str:
    """The section of a version.

    Args:
        version: the version it is about.
        changes: what changed, as far as callers and readers can see.
        changelog: the changelog as it is, for what was noted under `Unreleased`.

    Returns:
        The section as Markdown, with an empty line at its end.
    """
    noted = _parts(_section(changelog, _UNRELEASED))
    found = tuple(changes)
    ours, theirs = noted.get("Client", []), _client(found)
    bodies = {
        "Client": [*ours, *([""] if ours and theirs else []), *theirs],
        "Generator": noted.get("Generator", []),
    }
    lines = [f"## {version}", ""]
    for part in PARTS:
        if bodies[part]:
            lines += [f"### {part}", "", *bodies[part], ""]
    if len(lines) == 2:
        lines += ["### Client", "", "- Nothing that a caller sees.", ""]
    return "\n".join(lines) + "\n"


def inserted(changelog: str, section: str) -> str:
    """A changelog with a section in front of the others.

    Args:
        changelog: the changelog; may be empty.
        section: what `entry` gave. It takes the place of `Unreleased`.

    Returns:
        The new changelog; the same if it has a section of that version already.
    """
    title = section.partition("\n")[0]
    if title in changelog.splitlines():
        return changelog
    unreleased = _section(changelog, _UNRELEASED)
    rest = changelog.replace(unreleased, "", 1) if unreleased else changelog
    first = _HEADING.search(rest)
    at = first.start() if first is not None else len(rest)
    head = rest[:at] or "# Changelog\n\n"
    return f"{head.rstrip()}\n\n{section}{rest[at:]}".rstrip() + "\n"


def _client(changes: tuple[Change, ...]) -> list[str]:
    lines: list[str] = []
    for verdict in VERDICTS[:-1]:
        group = [change for change in changes if change.verdict == verdict]
        if group:
            lines += [*([""] if lines else []), f"{_title(verdict)}:", ""]
            lines += dict.fromkeys(map(_bullet, group))
    words = sum(change.verdict == "documentation" for change in changes)
    if words:
        lines += [
            *([""] if lines else []),
            f"- {words} {'descriptions' if words > 1 else 'description'} reworded.",
        ]
    return lines


def _title(verdict: Verdict) -> str:
    return SPOKEN[verdict].capitalize()


def _bullet(change: Change) -> str:
    told = dict.fromkeys((change.python, change.text))
    return f"- {in_markdown(': '.join(told) + '.')}"


def _section(changelog: str, title: str) -> str:
    """The section of a title, heading included; empty if there is none."""
    headings = list(_HEADING.finditer(changelog))
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        if heading.group(1).strip() == title:
            return changelog[heading.start() : following.start() if following else len(changelog)]
    return ""


def _parts(section: str) -> dict[str, list[str]]:
    """The lines below each `###` of a section."""
    found: dict[str, list[str]] = {}
    part = ""
    for line in section.splitlines()[1:]:
        if line.startswith("### "):
            part = line.removeprefix("### ").strip()
        elif part:
            found.setdefault(part, []).append(line)
    return {
        part: "\n".join(lines).strip().split("\n")
        for part, lines in found.items()
        if "".join(lines).strip()
    }
