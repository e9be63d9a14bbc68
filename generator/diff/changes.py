"""Changes as data: what differs between two versions, and the verdict on each difference.

One rule gives the verdicts: what callers send may widen but not narrow; what readers receive may narrow but not
widen. `TOLERATED` lists where the generated client accepts more than the rule, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from attrs import frozen

Direction: TypeAlias = Literal["request", "response"]
Effect: TypeAlias = Literal["widened", "narrowed", "changed", "none"]
"""How the set of allowed values changed."""

Verdict: TypeAlias = Literal["callers", "readers", "additive", "documentation"]
VERDICTS: Final[tuple[Verdict, ...]] = ("callers", "readers", "additive", "documentation")
"""From most to least severe."""

VERDICT_LABELS: Final[dict[Verdict, str]] = {
    "callers": "breaking for callers",
    "readers": "breaking for readers of results",
    "additive": "additive",
    "documentation": "documentation only",
}

TOLERATED: Final[dict[str, str]] = {
    "response-property-enum-value-added": "enumerations are open at run time",
    "response-body-enum-value-added": "enumerations are open at run time",
    "response-property-one-of-added": "a tagged union has a class for unknown variants",
    "response-body-one-of-added": "a tagged union has a class for unknown variants",
}
"""Checks that are additive although results widen, each with the reason."""


@frozen
class OperationRef:
    """An operation as a change names it."""

    name: str
    """`resource.method`."""
    method: str
    """The HTTP method, in capitals."""
    path: str


@frozen
class Change:
    """One difference between two versions of an API, or of the package generated from it."""

    check: str
    """The kind of change: oasdiff's name where it has one."""
    verdict: Verdict
    subject: str
    """The operation, model or setting that changed."""
    text: str
    """What changed in the API."""
    python: str
    """What changed in the Python package."""
    old: str
    """Where it is described, `file#pointer`; the nearest parent where it does not exist."""
    new: str
    group: str = ""
    """The resource it belongs to, or `models`, `client`, `webhooks`, `package`."""
    operations: tuple[OperationRef, ...] = ()
    """The operation that changed; for a model, every operation that uses it."""
    cause: str = ""
    """The subject of the change that it is a consequence of."""
    location: str = ""
    """The start of `text` that names the place; the rest is equal for equal changes elsewhere."""
    objects: frozenset[str] = frozenset()
    """The Python objects that this change explains: `Class.member` or `Class.method(argument)`."""

    @property
    def is_breaking(self) -> bool:
        """Whether code that worked may stop working."""
        return self.verdict in ("callers", "readers")


def judge(direction: Direction, effect: Effect) -> Verdict:
    """Apply the rule to a change of the values that go in one direction."""
    if effect == "none":
        return "documentation"
    if direction == "request":
        return "additive" if effect == "widened" else "callers"
    return "additive" if effect == "narrowed" else "readers"


def combine_effects(*effects: Effect) -> Effect:
    """Return the effect of several effects together."""
    distinct = set(effects) - {"none"}
    if not distinct:
        return "none"
    return distinct.pop() if len(distinct) == 1 else "changed"


def find_most_severe(changes: Iterable[Change]) -> Verdict | None:
    """Return the most severe verdict among changes, None if there are none."""
    present = {change.verdict for change in changes}
    return next((verdict for verdict in VERDICTS if verdict in present), None)


def sort_by_verdict(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes by severity, otherwise in the order in which they were detected."""
    return tuple(sorted(changes, key=lambda change: VERDICTS.index(change.verdict)))
