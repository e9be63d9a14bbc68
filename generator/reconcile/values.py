"""Parsed JSON by its type."""

from __future__ import annotations

from typing import Any, cast


def as_object(value: Any) -> dict[str, Any] | None:
    """The value if it is an object, else None."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_array(value: Any) -> list[Any] | None:
    """The value if it is an array, else None."""
    is_array = isinstance(
        value, list
    )  # told apart, for mypy takes the cast for redundant otherwise
    return cast("list[Any]", value) if is_array else None
