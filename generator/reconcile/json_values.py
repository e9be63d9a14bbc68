"""Parsed JSON by its type."""

from __future__ import annotations

from typing import Any, Final, cast

JSON_TYPES: Final = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    dict: "object",
    list: "array",
}
"""What JSON Schema calls the type of a value that is not null."""


def as_object(value: Any) -> dict[str, Any] | None:
    """The value if it is an object, else None."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_array(value: Any) -> list[Any] | None:
    """The value if it is an array, else None."""
    # told apart, for mypy takes the cast for redundant otherwise
    is_array = isinstance(value, list)
    return cast("list[Any]", value) if is_array else None
