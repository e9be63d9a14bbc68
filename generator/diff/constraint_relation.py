"""How two sets of constraints relate: `maxLength` set, raised, lowered, removed, and so on."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from ..ir.types import Json
from ..openapi.loading import Node
from ..openapi.metamodel import is_list, is_map
from .changes import Effect, combine_effects
from .schema_view import RESTRICTING, SUBSCHEMAS, SchemaView, is_number

End: TypeAlias = tuple[float, int]
"""An end of a range, and whether it belongs to the range."""
Range: TypeAlias = tuple[End, End]

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


_FORMATS: Final = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32)},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32)},
    "uint64": (0, math.inf),
}
"""The bounds of integers that a format implies; `int64` restricts nothing that Python or a server would not."""
_COVARIANT: Final = frozenset({"contains", "propertyNames", "prefixItems", "then", "else"})
"""Keywords with a schema: where it admits less, the schema around it admits less."""

AMOUNTS: Final[dict[Effect, str]] = {"narrowed": "fewer", "widened": "more", "changed": "other"}

Relate: TypeAlias = Callable[[list[Node], list[Node]], Effect]
"""Tells how two schemas relate."""


@frozen
class ConstraintChange:
    """The change of one keyword: the end of the check's name, the keyword, the values."""

    check: str
    keyword: str
    old: Json
    new: Json
    effect: Effect
    is_size: bool = False
    """Whether only the size of integers grew or shrank; those of Python have none."""


def compare_constraints(
    old: SchemaView, new: SchemaView, relate: Relate
) -> Iterator[ConstraintChange]:
    """Yield the keywords whose values differ, and what that does to the allowed values.

    Args:
        old: a schema.
        new: the schema of now.
        relate: tells how the schemas relate that keywords such as `contains` have.
    """
    before, after = old.keywords, new.keywords
    if old.values is not None or new.values is not None:  # which are compared as types
        before, after = _without_restrictions(before), _without_restrictions(after)
    elif _is_integer(old) and _is_integer(new):
        yield from _compare_integer_formats(old, new)
    for keyword in dict.fromkeys((*after, *before)):
        had, has = keyword in before, keyword in after
        was, now = before.get(keyword), after.get(keyword)
        effect: Effect | None = None
        if keyword in _RANGES:
            effect = _relate_ranges(keyword, old, new)
        elif keyword in SUBSCHEMAS and ((had and has) or keyword == "prefixItems"):
            effect = _relate_subschemas(keyword, old, new, relate)
        elif had == has and was == now and is_number(was) == is_number(now):
            continue
        if effect == "none":
            continue
        change = _compare_keyword(keyword, was, now, had, has)
        yield change if effect is None else evolve(change, effect=effect)


def describe_constraint(change: ConstraintChange) -> str:
    """Return what became of a keyword, as it is said of a position."""
    keyword = change.keyword
    had, has = change.old is not None, change.new is not None
    if keyword == "format":
        return f"is {change.new} now, was {change.old}"
    if keyword == "default":
        return (
            f"has the default `{change.new}`{' now' if not had else f', had `{change.old}`'}"
            if has
            else "has no default any more"
        )
    if keyword in SUBSCHEMAS and had and has:
        return f"allows {AMOUNTS.get(change.effect, 'the same')} values by `{keyword}`"
    is_schema = isinstance(change.new if has else change.old, str) and keyword != "pattern"
    new, old = (
        f"`{keyword}`" if is_schema else f"`{keyword}: {each}`" for each in (change.new, change.old)
    )
    if had and has:
        return f"has another {new}" if is_schema else f"has {new} now, had `{change.old}`"
    return f"is limited by {new} now" if has else f"is no longer limited by {old}"


def _without_restrictions(keywords: Mapping[str, Json]) -> dict[str, Json]:
    return {keyword: value for keyword, value in keywords.items() if keyword not in RESTRICTING}


def _compare_integer_formats(old: SchemaView, new: SchemaView) -> Iterator[ConstraintChange]:
    """Yield the change of a format of integers, unless bounds make it meaningless on one of the sides."""
    effects: set[Effect] = set()
    for bounds in (old.keywords, new.keywords):
        one, other = (_make_range(bounds, each.format, is_integer=True) for each in (old, new))
        effects.add(_combine_ends(one, other))
    if "none" not in effects:
        effect = combine_effects(*effects)
        check = {"widened": "type-generalized", "narrowed": "type-specialized"}
        was, now = (f"integer ({each.format})" if each.format else "integer" for each in (old, new))
        is_size = (_make_range({}, old.format, is_integer=True)[0][0] <= 0) == (
            _make_range({}, new.format, is_integer=True)[0][0] <= 0
        )
        name = check.get(effect, "type-changed")
        yield ConstraintChange(name, "format", was, now, effect, is_size)


def _combine_ends(old: Range, new: Range) -> Effect:
    effects: list[Effect] = [_end_effect(*ends) for ends in zip(old, new, strict=True)]
    return combine_effects(*effects)


def _relate_subschemas(
    keyword: str, old: SchemaView, new: SchemaView, relate: Relate
) -> Effect | None:
    """Return what became of a keyword with a schema; None where both are compared as text."""
    was, now = old.nodes.get(keyword, []), new.nodes.get(keyword, [])
    if keyword == "prefixItems" and len(was) <= 1 and len(now) <= 1:
        one, other = (list(each[0]) if each else [] for each in (was, now))
        return _relate_tuples((one, old.items), (other, new.items), relate)
    if keyword in ("then", "else") and relate(old.nodes["if"], new.nodes["if"]) != "none":
        return None
    if keyword in _COVARIANT and keyword != "prefixItems":
        return relate(was, now)
    if keyword in ("not", "if") and len(was) == len(now) == 1:
        opposite: dict[Effect, Effect] = {"widened": "narrowed", "narrowed": "widened"}
        effect = relate(was, now)
        return (
            opposite.get(effect, effect)
            if keyword == "not"
            else None if effect != "none" else effect
        )
    return None if old.keywords[keyword] != new.keywords[keyword] else "none"


def _relate_tuples(
    old: tuple[list[Node], list[Node]], new: tuple[list[Node], list[Node]], relate: Relate
) -> Effect:
    """Compare the schemas of `prefixItems` position by position; beyond the last, those of `items` count."""
    (one, items), (other, new_items) = old, new
    effects: list[Effect] = []
    for index in range(max(len(one), len(other))):
        was = [one[index]] if index < len(one) else items
        now = [other[index]] if index < len(other) else new_items
        effects.append(relate(was, now))
    return combine_effects(*effects)


def _compare_keyword(keyword: str, was: Json, now: Json, had: bool, has: bool) -> ConstraintChange:
    name = _CHECK_NAMES.get(keyword, keyword.lower())
    if keyword == "default":
        word = ("changed" if had else "added") if has else "removed"
        return ConstraintChange(f"{name}-{word}", keyword, was, now, "none")
    if keyword in (
        "contentMediaType",
        "contentSchema",
    ):  # say what text contains; nothing is refused
        return ConstraintChange(f"{name}-changed", keyword, was, now, "none")
    words = ("added", "removed") if keyword == "pattern" else ("set", "unset")
    if had != has:
        effect: Effect = "narrowed" if has else "widened"
        return ConstraintChange(f"{name}-{words[0 if has else 1]}", keyword, was, now, effect)
    if keyword == "multipleOf":
        return ConstraintChange(f"{name}-changed", keyword, was, now, _relate_multiples(was, now))
    if is_number(was) and is_number(now):
        is_raised = float(now or 0) > float(was or 0)
        effect = "narrowed" if is_raised == (keyword in _LOWER_BOUNDS) else "widened"
        word = "increased" if is_raised else "decreased"
        return ConstraintChange(f"{name}-{word}", keyword, was, now, effect)
    effect = _relate_dependencies(was, now) if keyword == "dependentRequired" else "changed"
    return ConstraintChange(f"{name}-changed", keyword, was, now, effect)


def _relate_ranges(keyword: str, old: SchemaView, new: SchemaView) -> Effect:
    """Return what became of the side of the range that a keyword bounds."""
    side = 0 if _RANGES[keyword][2] < 0 else 1
    is_integer = _is_integer(old) and _is_integer(new)
    was, now = (
        _make_range(each.keywords, each.format, is_integer=is_integer) for each in (old, new)
    )
    return _end_effect(was[side], now[side])


def _end_effect(was: End, now: End) -> Effect:
    if was == now:
        return "none"
    return "narrowed" if now < was else "widened"


def _make_range(bounds: Mapping[str, Json], format_: str, *, is_integer: bool) -> Range:
    """Return how far the range reaches down and up, which inclusive and exclusive bounds make together."""
    implied = _FORMATS.get(format_, (None, None)) if is_integer else (None, None)
    lower, upper = (
        _limit([bounds.get(inclusive), end], bounds.get(exclusive), sign, is_integer=is_integer)
        for (inclusive, exclusive, sign), end in zip(
            (_RANGES["minimum"], _RANGES["maximum"]), implied, strict=True
        )
    )
    return lower, upper


def _limit(inclusive: list[Any], exclusive: Any, sign: int, *, is_integer: bool) -> End:
    """Return how far a side of the range reaches; an excluded end reaches a little less."""
    limits = [(sign * float(each), 1) for each in inclusive if is_number(each)]
    if is_number(exclusive):
        end = sign * float(exclusive)
        limits.append((math.ceil(end) - 1.0, 1) if is_integer and math.isfinite(end) else (end, 0))
    return min(limits, default=(math.inf, 1))


def _is_integer(view: SchemaView) -> bool:
    return view.types == frozenset({"integer"})


def _relate_multiples(was: Json, now: Json) -> Effect:
    """Return the effect on `multipleOf`: a divisor of the old value admits more, a multiple less."""
    if is_number(was) and is_number(now) and was and now:
        one, other = Fraction(str(was)), Fraction(str(now))
        if one % other == 0:
            return "widened"
        return "narrowed" if other % one == 0 else "changed"
    return "changed"


def _relate_dependencies(was: Json, now: Json) -> Effect:
    """Return the effect on `dependentRequired`: more demands narrow, fewer widen."""
    old, new = (_list_demands(each) for each in (was, now))
    if old < new:
        return "narrowed"
    return "widened" if new < old else "changed"


def _list_demands(text: Json) -> set[tuple[str, str]]:
    try:
        value: Any = json.loads(str(text))
    except ValueError:
        return set()
    if not is_map(value):
        return set()
    return {(name, str(each)) for name, names in value.items() if is_list(names) for each in names}
