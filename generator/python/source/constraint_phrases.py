"""Constraints in English, for docstrings: "1 to 64 characters", "at least 0"."""

from __future__ import annotations

import json

from ...ir.types import Constraints, Json
from ...text import pluralize
from .docstrings import replace_unprintable

_LONGEST_DEFAULT = 60
"""Characters of a default that is shown."""


def describe_constraints(constraints: Constraints, required: bool, description: str) -> str:
    """Describe the size and range of a value and its default, without the last full stop.

    The default is left out where the value is required, and where the description mentions one.
    """
    if not constraints:
        return ""
    keywords = dict(constraints)
    phrases = (
        _describe_interval(keywords.get("minLength"), keywords.get("maxLength"), "character"),
        _describe_range(keywords),
        _describe_interval(keywords.get("minItems"), keywords.get("maxItems"), "item"),
    )
    limits = ", ".join(each for each in phrases if each)
    is_optional = not required and "default" not in description.lower()
    default = _describe_default(keywords.get("default")) if is_optional else ""
    return ". ".join(each for each in (f"{limits[:1].upper()}{limits[1:]}", default) if each)


def _describe_default(default: Json) -> str:
    if default is None:
        return ""
    is_text = isinstance(default, str) and default[:1] not in (
        "[",
        "{",
    )  # JSON text is not a string
    value = json.dumps(default, ensure_ascii=False) if is_text else str(default)
    return f"Default: {replace_unprintable(value)}" if len(value) <= _LONGEST_DEFAULT else ""


def _describe_range(keywords: dict[str, Json]) -> str:
    low, high = keywords.get("minimum"), keywords.get("maximum")
    above, below = keywords.get("exclusiveMinimum"), keywords.get("exclusiveMaximum")
    step = keywords.get("multipleOf")
    phrases = (
        _describe_interval(None if above is True else low, None if below is True else high, ""),
        (
            f"more than {low if above is True else above}"
            if _is_number(above) or above is True
            else ""
        ),
        (
            f"less than {high if below is True else below}"
            if _is_number(below) or below is True
            else ""
        ),
        f"a multiple of {step}" if _is_number(step) else "",
    )
    return ", ".join(each for each in phrases if each)


def _describe_interval(low: Json, high: Json, unit: str) -> str:
    if _is_number(low) and _is_number(high):
        most = _count(high, unit)
        return f"exactly {most}" if low == high else f"{low} to {most}"
    if low == 1 and unit:
        return "not empty"
    if _is_number(low):
        return f"at least {_count(low, unit)}" if low or not unit else ""
    return f"at most {_count(high, unit)}" if _is_number(high) else ""


def _count(number: Json, unit: str) -> str:
    return pluralize(number, unit) if unit and isinstance(number, (int, float)) else str(number)


def _is_number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
