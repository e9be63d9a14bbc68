"""How two sets of constraints relate: `maxLength` set, raised, lowered, removed, and so on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from ..ir.types import Json
from ..openapi.metamodel import is_list, is_map
from .changes import Effect
from .schema_view import SchemaView, is_number

_CHECK_NAMES: Final = {
    "minimum": "min",
    "maximum": "max",
    "exclusiveMinimum": "exclusive-min",
    "exclusiveMaximum": "exclusive-max",
    "multipleOf": "multiple-of",
    "minLength": "min-length",
    "maxLength": "max-length",
    "minItems": "min-items",
    "maxItems": "max-items",
    "minProperties": "min-properties",
    "maxProperties": "max-properties",
    "minContains": "min-contains",
    "maxContains": "max-contains",
    "uniqueItems": "unique-items",
    "pattern": "pattern",
    "default": "default-value",
    "propertyNames": "property-names",
    "dependentRequired": "dependent-required",
}
_LOWER_BOUNDS: Final = {keyword for keyword in _CHECK_NAMES if "min" in keyword.lower()}
_RANGES: Final = {
    "minimum": ("minimum", "exclusiveMinimum", -1),
    "exclusiveMinimum": ("minimum", "exclusiveMinimum", -1),
    "maximum": ("maximum", "exclusiveMaximum", 1),
    "exclusiveMaximum": ("maximum", "exclusiveMaximum", 1),
}
"""The keywords that bound a number on one side, and the sign of that side."""


@frozen
class ConstraintChange:
    """The change of one keyword: the end of the check's name, the keyword, the values."""

    check: str
    keyword: str
    old: Json
    new: Json
    effect: Effect


def compare_constraints(old: SchemaView, new: SchemaView) -> Iterator[ConstraintChange]:
    """Yield the keywords whose values differ, and what that does to the allowed values."""
    before, after = old.keywords, new.keywords
    is_integer = _is_integer(old) and _is_integer(new)
    for keyword in dict.fromkeys((*after, *before)):
        had, has = keyword in before, keyword in after
        was, now = before.get(keyword), after.get(keyword)
        if had == has and was == now and type(was) is type(now):
            continue
        if had == has and is_number(was) and was == now:
            continue
        change = _compare_keyword(keyword, was, now, had, has)
        if keyword in _RANGES:
            effect = _range_effect(keyword, before, after, is_integer=is_integer)
            if effect == "none":
                continue
            change = ConstraintChange(change.check, keyword, was, now, effect)
        yield change


def _compare_keyword(keyword: str, was: Json, now: Json, had: bool, has: bool) -> ConstraintChange:
    name = _CHECK_NAMES.get(keyword, keyword.lower())
    if keyword == "default":
        word = ("changed" if had else "added") if has else "removed"
        return ConstraintChange(f"{name}-{word}", keyword, was, now, "none")
    words = ("added", "removed") if keyword == "pattern" else ("set", "unset")
    if had != has:
        effect: Effect = "narrowed" if has else "widened"
        return ConstraintChange(f"{name}-{words[0 if has else 1]}", keyword, was, now, effect)
    if keyword == "multipleOf":
        return ConstraintChange(f"{name}-changed", keyword, was, now, _multiple_effect(was, now))
    if is_number(was) and is_number(now):
        is_raised = float(now or 0) > float(was or 0)
        effect = "narrowed" if is_raised == (keyword in _LOWER_BOUNDS) else "widened"
        word = "increased" if is_raised else "decreased"
        return ConstraintChange(f"{name}-{word}", keyword, was, now, effect)
    effect = _dependency_effect(was, now) if keyword == "dependentRequired" else "changed"
    return ConstraintChange(f"{name}-changed", keyword, was, now, effect)


def _range_effect(
    keyword: str, before: Mapping[str, Json], after: Mapping[str, Json], *, is_integer: bool
) -> Effect:
    """Return what became of a side of the range that inclusive and exclusive bounds make together."""
    inclusive, exclusive, sign = _RANGES[keyword]
    was, now = (
        _limit(each.get(inclusive), each.get(exclusive), sign, is_integer=is_integer)
        for each in (before, after)
    )
    if was == now:
        return "none"
    return "narrowed" if now < was else "widened"


def _limit(inclusive: Any, exclusive: Any, sign: int, *, is_integer: bool) -> tuple[float, int]:
    """Return how far a side of the range reaches; an excluded end reaches a little less."""
    limits: list[tuple[float, int]] = []
    if is_number(inclusive):
        limits.append((sign * float(inclusive), 1))
    if is_number(exclusive):
        end = sign * float(exclusive)
        limits.append((math.ceil(end) - 1.0, 1) if is_integer and math.isfinite(end) else (end, 0))
    return min(limits, default=(math.inf, 1))


def _is_integer(view: SchemaView) -> bool:
    return view.types == frozenset({"integer"})


def _multiple_effect(was: Json, now: Json) -> Effect:
    """Return the effect on `multipleOf`: a divisor of the old value admits more, a multiple less."""
    if isinstance(was, (int, float)) and isinstance(now, (int, float)) and was and now:
        if was % now == 0:
            return "widened"
        return "narrowed" if now % was == 0 else "changed"
    return "changed"


def _dependency_effect(was: Json, now: Json) -> Effect:
    """Return the effect on `dependentRequired`: more demands narrow, fewer widen."""
    old, new = (_demands(each) for each in (was, now))
    if old < new:
        return "narrowed"
    return "widened" if new < old else "changed"


def _demands(text: Json) -> set[tuple[str, str]]:
    try:
        value: Any = json.loads(str(text))
    except ValueError:
        return set()
    if not is_map(value):
        return set()
    return {(name, str(each)) for name, names in value.items() if is_list(names) for each in names}
