"""What a comparison finds: changes as data, each with its verdict.

The verdict follows one law. A value that a caller gives may become more (additive) but not less; a value
that a reader gets may become less (additive) but not more. `LENIENT` lists where this client is more
patient than the law, with the reason.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from attrs import frozen

Direction: TypeAlias = Literal["request", "response"]
Effect: TypeAlias = Literal["widened", "narrowed", "changed", "none"]
"""What became of the set of admitted values; `none` where it is the same."""

Verdict: TypeAlias = Literal["callers", "readers", "additive", "documentation"]
VERDICTS: Final[tuple[Verdict, ...]] = ("callers", "readers", "additive", "documentation")
"""From the gravest to the lightest."""

SPOKEN: Final[dict[Verdict, str]] = {
    "callers": "breaking for callers",
    "readers": "breaking for readers of results",
    "additive": "additive",
    "documentation": "documentation only",
}

LENIENT: Final[dict[str, str]] = {
    "response-property-enum-value-added": "enumerations are open at run time",
    "response-body-enum-value-added": "enumerations are open at run time",
    "response-property-one-of-added": "a tagged union has a class for what it does not know",
    "response-body-one-of-added": "a tagged union has a class for what it does not know",
}
"""Checks that are additive although results become more, and why."""


@frozen
class Change:
    """One difference between two states of an API or of the package made of it."""

    check: str
    """The kind of change: oasdiff's name for it where it has one."""
    verdict: Verdict
    subject: str
    """The operation, model or setting it is about, in words of the API."""
    text: str
    """What changed, in words of the API."""
    python: str
    """What that is in Python."""
    old: str
    """Where it was described, `file#pointer`; the nearest thing above where it was not."""
    new: str
    operations: tuple[str, ...] = ()
    """Where a model is used: the operations, as `resource.method`."""
    objects: frozenset[str] = frozenset()
    """Python objects whose change this explains, as `Class.member` or `Class.method(argument)`."""

    @property
    def breaking(self) -> bool:
        """Whether code that worked may stop working."""
        return self.verdict in ("callers", "readers")


def judge(direction: Direction, effect: Effect) -> Verdict:
    """The law: what an effect on the values of a direction means to those who import the client."""
    if effect == "none":
        return "documentation"
    if direction == "request":
        return "additive" if effect == "widened" else "callers"
    return "additive" if effect == "narrowed" else "readers"


def joined(*effects: Effect) -> Effect:
    """The effect of several effects at once."""
    found = set(effects) - {"none"}
    if not found:
        return "none"
    return found.pop() if len(found) == 1 else "changed"


def gravest(changes: tuple[Change, ...]) -> Verdict | None:
    """The gravest verdict among changes, None if there are none."""
    found = {change.verdict for change in changes}
    return next((verdict for verdict in VERDICTS if verdict in found), None)


def ordered(changes: list[Change]) -> tuple[Change, ...]:
    """The changes, the gravest first, otherwise as they were found."""
    return tuple(sorted(changes, key=lambda change: VERDICTS.index(change.verdict)))
