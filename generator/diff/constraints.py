"""How two sets of bounds relate: `maxLength` set, raised, lowered, unset, and so on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ..ir.types import Constraints, Json
from .changes import Effect

_NAMES: Final = {
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
}
_LOWER: Final = {keyword for keyword in _NAMES if "min" in keyword.lower()}


@frozen
class BoundChange:
    """What became of one keyword: the end of the check's name, the keyword, the values."""

    check: str
    keyword: str
    old: Json
    new: Json
    effect: Effect


def compare_bounds(old: Constraints, new: Constraints) -> Iterator[BoundChange]:
    """The keywords whose values differ, in the order of the new document."""
    before, after = dict(old), dict(new)
    for keyword in dict.fromkeys((*after, *before)):
        was, now = before.get(keyword), after.get(keyword)
        if was != now or (keyword in before) != (keyword in after):
            yield _change(keyword, was, now, keyword in before, keyword in after)


def _change(keyword: str, was: Json, now: Json, had: bool, has: bool) -> BoundChange:
    plain = keyword.rpartition(".")[2]
    name = _NAMES.get(plain, plain.lower())
    if plain == "uniqueItems":
        return BoundChange(
            f"{name}-{'set' if now else 'unset'}", keyword, was, now, _set(bool(now))
        )
    words = (
        ("added", "removed", "changed")
        if plain in ("pattern", "default")
        else ("set", "unset", "changed")
    )
    if had != has:
        effect: Effect = "none" if plain == "default" else _set(has)
        return BoundChange(f"{name}-{words[0] if has else words[1]}", keyword, was, now, effect)
    if plain == "default":
        return BoundChange(f"{name}-changed", keyword, was, now, "none")
    if _number(was) and _number(now) and plain != "multipleOf" and plain in _NAMES:
        raised = float(now or 0) > float(was or 0)
        effect = "narrowed" if raised == (plain in _LOWER) else "widened"
        return BoundChange(
            f"{name}-{'increased' if raised else 'decreased'}", keyword, was, now, effect
        )
    return BoundChange(f"{name}-changed", keyword, was, now, _multiple(plain, was, now))


def _multiple(plain: str, was: Json, now: Json) -> Effect:
    """A divisor of the old `multipleOf` admits more, a multiple of it less."""
    if (
        plain == "multipleOf"
        and isinstance(was, (int, float))
        and isinstance(now, (int, float))
        and was
        and now
    ):
        if was % now == 0:
            return "widened"
        return "narrowed" if now % was == 0 else "changed"
    return "changed"


def _set(has: bool) -> Effect:
    return "narrowed" if has else "widened"


def _number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
