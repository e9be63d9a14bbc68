"""The comparison of one value position: a parameter, a member, a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from ..ir.types import Type
from .changes import TOLERATED, Change, Direction, OperationRef, Verdict, combine_effects, judge
from .snapshot import SnapshotPair
from .type_relation import Step, TypeChange


@frozen
class ValuePosition:
    """A position of a value on one side."""

    type: Type
    pointer: str
    description: str = ""
    deprecated: bool = False
    is_optional: bool = False
    """Whether the value may be absent; Python has None then."""


@frozen
class PositionContext:
    """What a position is called, for both sides."""

    check: str
    """The start of the names of its checks: `request-parameter`, `response-property`, …"""
    direction: Direction
    subject: str
    api: str
    """The position in the API: "the query parameter `page`"."""
    python: str
    """The position in Python: "`client.logs.list(page=)`"."""
    group: str = ""
    operations: tuple[OperationRef, ...] = ()
    objects: frozenset[str] = frozenset()

    def change(
        self,
        pair: SnapshotPair,
        check: str,
        verdict: Verdict,
        text: str,
        python: str,
        pointers: tuple[str, str],
    ) -> Change:
        """Return a change of this position.

        Args:
            pair: the compared versions.
            check: the end of the check's name; the whole name where it begins with `=`.
            verdict: the verdict.
            text: continues the name of the position in the API.
            python: continues the name of the position in Python.
            pointers: where the position is described, old and new.
        """
        return Change(
            check=check[1:] if check.startswith("=") else f"{self.check}-{check}",
            verdict=verdict,
            subject=self.subject,
            text=f"{self.api} {_make_plural(self.api, text)}",
            python=f"{self.python} {python}",
            old=pair.old.display(pointers[0]),
            new=pair.new.display(pointers[1]),
            group=self.group,
            operations=self.operations,
            location=self.api,
            objects=self.objects,
        )

    def inside(self, steps: tuple[Step, ...]) -> PositionContext:
        """Return the context of a position within the value."""
        prefix = "".join(f"the {step} of " for step in reversed(steps))
        return evolve(self, api=prefix + self.api) if prefix else self


def _make_plural(subject: str, text: str) -> str:
    """Return what is said of a position in the plural where it is that of items or values."""
    if not subject.startswith(("the items of", "the values of", "further members", "the matching")):
        return text
    words = text.split(" ")
    return " ".join([PLURALS.get(word, word) for word in words[:3]] + words[3:])


PLURALS: Final = {
    "is": "are",
    "has": "have",
    "takes": "take",
    "holds": "hold",
    "keeps": "keep",
    "allows": "allow",
}


def compare_positions(
    context: PositionContext, old: ValuePosition, new: ValuePosition, pair: SnapshotPair
) -> Iterator[Change]:
    """Yield the changes of a value's type and description, without those of definitions it refers to."""
    pointers = (old.pointer, new.pointer)
    relation = pair.types.relate(old.type, new.type)
    if relation.changes:
        was, now = (
            side.annotate(position.type, context.direction, position.is_optional)
            for side, position in ((pair.old, old), (pair.new, new))
        )
        python = f"is `{now}`, was `{was}`" if was != now else f"is `{now}` as before"
        for change in relation.changes:
            check, verdict, text = _judge_type(change, context, old.is_optional, pair)
            inner = context.inside(change.position)
            yield inner.change(pair, check, verdict, text, python, pointers)
    yield from _compare_documentation(context, old, new, pair)


def _judge_type(
    change: TypeChange, context: PositionContext, was_optional: bool, pair: SnapshotPair
) -> tuple[str, Verdict, str]:
    """Return check, verdict and text for a difference of types."""
    check, effect = change.check, change.effect
    if check.startswith("type-") and change.is_converted and context.direction == "response":
        effect = combine_effects(effect, "widened")
        check = {"widened": "type-generalized", "narrowed": "type-specialized"}.get(
            effect, "type-changed"
        )
    verdict = judge(context.direction, effect)
    if check == "became-nullable" and was_optional and not change.position:
        verdict = "additive"  # readers had to expect None before
    if f"{context.check}-{check}" in TOLERATED:
        verdict = "additive"
    return check, verdict, _describe(change, pair)


def _describe(change: TypeChange, pair: SnapshotPair) -> str:
    match change.check:
        case "became-nullable":
            return "may be null now"
        case "became-not-nullable":
            return "is never null any more"
        case "enum-value-removed":
            return f"no longer has the value `{change.value}`"
        case "enum-value-added":
            return f"has the new value `{change.value}`"
        case "became-enum":
            return f"is limited to {pair.new.describe_type(change.new)} now"
        case "became-not-enum":
            return f"may be other values than {pair.old.describe_type(change.old)} now"
        case _:
            was, now = pair.old.describe_type(change.old), pair.new.describe_type(change.new)
            return f"is {now} now, was {was}" if was != now else f"is another {now} now"


def _compare_documentation(
    context: PositionContext, old: ValuePosition, new: ValuePosition, pair: SnapshotPair
) -> Iterator[Change]:
    pointers = (old.pointer, new.pointer)
    if old.deprecated != new.deprecated:
        text = "is deprecated" if new.deprecated else "is no longer deprecated"
        check = "deprecated" if new.deprecated else "reactivated"
        yield context.change(pair, check, "documentation", text, "works as before", pointers)
    if not is_equal_prose(old.description, new.description):
        yield context.change(pair, "description-changed", "documentation", *REWORDED, pointers)


REWORDED = ("is described differently", "has another docstring")
"""Text and Python of a change of words alone."""


def is_equal_prose(old: str, new: str) -> bool:
    """Return whether two descriptions are equal but for white space."""
    return old == new or old.split() == new.split()
