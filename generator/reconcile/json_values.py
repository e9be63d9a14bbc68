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
"""The name in JSON Schema of the type of a value that is not null."""


def as_object(value: Any) -> dict[str, Any] | None:
    """Return the value if it is an object, else None."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def as_array(value: Any) -> list[Any] | None:
    """Return the value if it is an array, else None."""
    # in two steps: otherwise mypy calls the cast redundant
    is_array = isinstance(value, list)
    return cast("list[Any]", value) if is_array else None
