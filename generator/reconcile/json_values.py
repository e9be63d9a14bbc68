"""Parsed JSON: the types of its values, and where they are."""

from __future__ import annotations

from typing import Any, Final

from ..openapi.loading.node import unescape
from ..openapi.metamodel import is_list, is_map

JSON_TYPES: Final = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    dict: "object",
    list: "array",
}
"""The name in JSON Schema of the type of a value that is not null."""


def find_value(value: Any, pointer: str) -> Any:
    """Return what a JSON pointer names in a value, None where there is nothing."""
    for token in pointer.split("/")[1:]:
        key = unescape(token)
        if is_map(value) and key in value:
            value = value[key]
        elif is_list(value) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        else:
            return None
    return value
