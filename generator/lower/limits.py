"""The bounds of a value, in words for a docstring."""

from __future__ import annotations

from typing import Any

from ..source import Node


def limits(nodes: list[Node]) -> str:
    """What the keywords of `nodes` (a use and its definition) say of size and range, or ""."""
    said: dict[str, Any] = {}
    for node in reversed(nodes):
        said |= node.value
    return ", ".join(
        phrase
        for phrase in (
            _between(said.get("minLength"), said.get("maxLength"), " characters"),
            _range(said),
            _between(said.get("minItems"), said.get("maxItems"), " items"),
        )
        if phrase
    )


def _range(said: dict[str, Any]) -> str:
    low, high = said.get("minimum"), said.get("maximum")
    above, below = said.get("exclusiveMinimum"), said.get("exclusiveMaximum")
    phrases = [
        _between(None if above is True else low, None if below is True else high, ""),
        f"more than {low if above is True else above}" if _number(above) or above is True else "",
        f"less than {high if below is True else below}" if _number(below) or below is True else "",
        f"a multiple of {said['multipleOf']}" if _number(said.get("multipleOf")) else "",
    ]
    return ", ".join(phrase for phrase in phrases if phrase)


def _between(low: Any, high: Any, unit: str) -> str:
    if _number(low) and _number(high):
        return f"exactly {low}{unit}" if low == high else f"{low} to {high}{unit}"
    if low == 1 and unit:
        return "not empty"
    if _number(low):
        return f"at least {low}{unit}" if low or not unit else ""
    return f"at most {high}{unit}" if _number(high) else ""


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
