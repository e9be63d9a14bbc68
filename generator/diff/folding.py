"""Changes folded into facts, one line each: several changes may be one fact to a reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from typing import Final, TypeVar

from attrs import evolve, frozen

from .changes import VERDICTS, Change, OperationRef, Verdict, find_most_severe
from .value_positions import PLURALS

_MEMBER: Final = re.compile(
    r"(?P<kind>the (?:[a-z]+ )?(?:member|parameter)s?) (?P<name>`[^`]+`(?:(?:, | and )(?:`[^`]+`|\d+ more))*)"
    r" of (?P<owner>.+)"
)
_VALUE: Final = re.compile(
    r"(?P<before>has the new value|no longer has the value|is never|may be) (?P<value>.+?)(?P<after>| any more| now)"
)
"""A change of one of several values or variants."""
_NAMED: Final = 6
"""How many subjects of a fact are named."""
_OWNERS: Final = 2
"""The number of owners from which equal changes of a member are one fact."""
_UNINFORMATIVE: Final = (
    "takes fewer values",
    "takes more values",
    "takes other values",
    "is gone",
) + (
    "holds fewer values",
    "holds more values",
    "holds other values",
    "has another docstring",
    "can be given",
)
"""What is said of Python where the sentence about the API says as much."""
_OF_OPERATIONS: Final = (
    "api-security-",
    "base-url-",
    "retry-safety-",
    "permissions-",
    "response-success-status-",
    "response-media-type-",
    "response-paging-",
)
"""The checks whose changes are one fact where they are equal for several operations."""
_PATHS: Final = 3
"""Up to how many operations are named with method and path."""

Item = TypeVar("Item")


@frozen
class Fact:
    """One line of a report."""

    verdict: Verdict
    location: str
    """What it is about, in the API."""
    rest: str
    """What happened to it."""
    python: str
    """What that is in Python; empty where the line says enough."""
    group: str
    operations: tuple[OperationRef, ...]
    """The operations that it affects."""
    changes: tuple[Change, ...]
    consequences: tuple[str, ...] = ()
    """The models that were added or removed with it."""

    @property
    def text(self) -> str:
        """The sentence."""
        sentence = f"{self.location} {self.rest}"
        models = f", with {list_names(self.consequences)}" if self.consequences else ""
        return sentence + models

    @property
    def check(self) -> str:
        """The check of the most severe change."""
        return self.changes[0].check


def fold(changes: Iterable[Change]) -> tuple[Fact, ...]:
    """Return the facts of changes, the most severe and the most used first.

    One fact is: an operation and the models that were added or removed with it; a model's change for both directions; several values of an enumeration; equal changes of several
    members of an owner, or of a member of several owners; models and the like that are new or gone.
    """
    facts = [_make_fact(group) for group in _group(changes, lambda each: (each.subject, each.text))]
    facts = _fold_consequences(_fold_null(facts))
    facts = _join(facts, _make_words_key, _join_words, 2)
    facts = _join(facts, _make_value_key, _join_values, 2)
    facts = _join(facts, _make_owner_key, _join_members, 2)
    facts = _join(facts, _make_member_key, _join_owners, _OWNERS)
    facts = _join(facts, _make_subject_key, _join_subjects, 2)
    facts = _join(facts, _make_operation_key, _join_operations, 2)
    facts = _join(facts, _make_equal_key, _join_subjects, _OWNERS)
    return tuple(
        sorted(facts, key=lambda each: (VERDICTS.index(each.verdict), -len(each.operations)))
    )


def _group(items: Iterable[Item], key: Callable[[Item], Hashable]) -> list[list[Item]]:
    """Return the items in groups of equal keys, in order; an item whose key is None is a group of its own."""
    groups: dict[Hashable, list[Item]] = {}
    for index, each in enumerate(items):
        of = key(each)
        groups.setdefault(("single", index) if of is None else of, []).append(each)
    return list(groups.values())


def _make_fact(changes: list[Change]) -> Fact:
    """Return the fact that changes of equal text make."""
    ordered = sorted(changes, key=lambda each: VERDICTS.index(each.verdict))
    first = ordered[0]
    operations = dict.fromkeys(each for change in ordered for each in change.operations)
    rest = first.text.removeprefix(first.location).strip() if first.location else first.text
    is_uninformative = first.python.endswith((rest, *_UNINFORMATIVE))
    python = "" if is_uninformative else first.python
    return Fact(
        first.verdict, first.location, rest, python, first.group, tuple(operations), tuple(ordered)
    )


def _fold_null(facts: list[Fact]) -> list[Fact]:
    """Return the facts, with null as a part of another change of the same type, whose sentence says it."""
    changed = {
        (fact.location, fact.verdict)
        for fact in facts
        if "-type-" in fact.check and " or null now" in fact.rest
    }
    return [
        fact
        for fact in facts
        if not fact.check.endswith("became-nullable")
        or (fact.location, fact.verdict) not in changed
    ]


def _fold_consequences(facts: list[Fact]) -> list[Fact]:
    """Return the facts, with models that were added or removed with an operation as a part of its fact."""
    consequences: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.changes[0].cause:
            consequences.setdefault(fact.changes[0].cause, []).append(fact)
    folded: list[Fact] = []
    for fact in facts:
        below = consequences.get(fact.changes[0].subject) if _make_operation_key(fact) else None
        if below:
            changes = (*fact.changes, *(change for each in below for change in each.changes))
            names = tuple(f"`{each.changes[0].subject}`" for each in below)
            fact = evolve(fact, changes=changes, consequences=names)  # noqa: PLW2901
        if not fact.changes[0].cause:
            folded.append(fact)
    return folded


def _join(
    facts: list[Fact],
    key: Callable[[Fact], Hashable],
    join: Callable[[list[Fact]], tuple[str, str]],
    least: int,
) -> list[Fact]:
    """Return the facts with those of equal keys joined, where there are at least so many."""
    merged: list[Fact] = []
    for group in _group(facts, key):
        if len(group) < least:
            merged += group
            continue
        location, rest = join(group)
        changes = tuple(change for each in group for change in each.changes)
        operations = dict.fromkeys(each for fact in group for each in fact.operations)
        groups = {each.group for each in group}
        merged.append(
            Fact(
                find_most_severe(changes) or group[0].verdict,
                location,
                rest,
                "",
                groups.pop() if len(groups) == 1 else "several resources",
                tuple(operations),
                changes,
                tuple(name for each in group for name in each.consequences),
            )
        )
    return merged


def _make_words_key(fact: Fact) -> Hashable:
    return "words" if fact.check.endswith("description-changed") else None


def _join_words(facts: list[Fact]) -> tuple[str, str]:
    subjects = [f"`{change.subject}`" for fact in facts for change in fact.changes]
    is_one = len(set(subjects)) == 1
    return list_names(subjects), f"{'is' if is_one else 'are'} described differently"


def _make_value_key(fact: Fact) -> Hashable:
    match = _VALUE.fullmatch(fact.rest)
    if match is None or match["value"] == "null":
        return None
    return fact.verdict, fact.group, fact.location, match["before"], match["after"]


def _join_values(facts: list[Fact]) -> tuple[str, str]:
    matches = [match for fact in facts if (match := _VALUE.fullmatch(fact.rest))]
    values = list_names(match["value"] for match in matches)
    plural = "s" if matches[0]["before"].endswith("value") else ""
    return facts[0].location, f"{matches[0]['before']}{plural} {values}{matches[0]['after']}"


def _make_owner_key(fact: Fact) -> Hashable:
    match = _MEMBER.fullmatch(fact.location)
    if match is None or match["kind"].endswith("s"):
        return None
    return fact.verdict, fact.group, fact.rest, match["kind"], match["owner"]


def _join_members(facts: list[Fact]) -> tuple[str, str]:
    matches = [match for fact in facts if (match := _MEMBER.fullmatch(fact.location))]
    names = list_names(match["name"] for match in matches)
    return f"{matches[0]['kind']}s {names} of {matches[0]['owner']}", _make_plural(facts[0].rest)


def _make_member_key(fact: Fact) -> Hashable:
    match = _MEMBER.fullmatch(fact.location)
    return (fact.verdict, fact.rest, match["kind"], match["name"]) if match else None


def _join_owners(facts: list[Fact]) -> tuple[str, str]:
    matches = [match for fact in facts if (match := _MEMBER.fullmatch(fact.location))]
    owners = list_names(match["owner"] for match in matches)
    return f"{matches[0]['kind']} {matches[0]['name']} of {owners}", facts[0].rest


def _make_subject_key(fact: Fact) -> Hashable:
    is_model = fact.check.startswith(("api-schema-", "python-object-"))
    return (fact.verdict, fact.rest) if is_model and fact.group == "models" else None


def _make_equal_key(fact: Fact) -> Hashable:
    """Return the key by which equal changes of many operations become one fact, and any that are harmless."""
    if fact.verdict == "documentation":
        return fact.rest
    is_of_operation = fact.check.startswith(_OF_OPERATIONS)
    return (fact.verdict, fact.check, fact.rest) if is_of_operation else None


def _join_subjects(facts: list[Fact]) -> tuple[str, str]:
    is_models = facts[0].check.startswith(("api-schema-", "python-object-"))
    names = (f"`{each.changes[0].subject}`" if is_models else each.location for each in facts)
    return list_names(names), _make_plural(facts[0].rest)


def _make_operation_key(fact: Fact) -> Hashable:
    is_existence = fact.check == "endpoint-added" or fact.check.startswith("api-removed-")
    return (fact.verdict, fact.check, fact.group) if is_existence else None


def _join_operations(facts: list[Fact]) -> tuple[str, str]:
    ends = [each.rest.rpartition(" is ") for each in facts]
    names = [
        f"{each.location} {end[0]}" if len(facts) <= _PATHS else each.location
        for each, end in zip(facts, ends, strict=True)
    ]
    return f"{', '.join(names[:-1])} and {names[-1]}", f"are {ends[0][2]}"


def _make_plural(rest: str) -> str:
    first, _, others = rest.partition(" ")
    return f"{PLURALS.get(first, first)} {others}"


def list_names(names: Iterable[str], most: int = _NAMED) -> str:
    """Return names as a list in a sentence; of many, the first and how many more there are."""
    unique = list(dict.fromkeys(names))
    if len(unique) > most + 1:
        return f"{', '.join(unique[:most])} and {len(unique) - most} more"
    return " and ".join([", ".join(unique[:-1]), unique[-1]] if len(unique) > 1 else unique)
