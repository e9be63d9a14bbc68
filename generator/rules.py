"""The kinds of findings: one table, `rules.toml`, with severity, explanation and example of each."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, Literal

from attrs import frozen

RuleSeverity = Literal["error", "warning", "hint", "off"]
SEVERITIES: Final[tuple[RuleSeverity, ...]] = ("error", "warning", "hint", "off")


@frozen
class Rule:
    """A kind of finding.

    Attributes:
        id: its id, in lower case with hyphens.
        severity: its severity in `lint` unless a setting changes it.
        title: what is wrong, in one phrase.
        explanation: why it matters for a client, and what the generator does.
        example: what breaks the rule, as OpenAPI; may be empty.
    """

    id: str
    severity: RuleSeverity
    title: str
    explanation: str
    example: str = ""

    def to_dict(self) -> dict[str, str]:
        """Return the rule as it stands in JSON output."""
        return {
            "id": self.id,
            "severity": self.severity,
            "title": self.title,
            "explanation": self.explanation,
            "example": self.example,
        }


@cache
def load_rules() -> dict[str, Rule]:
    """Load the table: the rules by id, in its order."""
    text = Path(__file__).with_name("rules.toml").read_text(encoding="utf-8")
    return {
        id_: Rule(
            id_,
            row["severity"],
            row["title"],
            row["explanation"],
            row.get("example", "").strip("\n"),
        )
        for id_, row in tomllib.loads(text).items()
    }
