"""Whether a value of a document has the type that the metamodel gives it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Final

from ..metamodel import JSON_CLASSES, is_list, is_map

_LOCATIONS: Final = frozenset({"query", "path", "header", "cookie", "querystring"})


def _is_text(value: Any) -> bool:
    return type(value) is str


def _is_bool(value: Any) -> bool:
    return type(value) is bool


def _is_integer(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and abs(value) < math.inf


def _is_positive(value: Any) -> bool:
    return _is_number(value) and value > 0


def _is_boundary(value: Any) -> bool:
    return _is_bool(value) or _is_number(value)


def _is_texts(value: Any) -> bool:
    return is_list(value) and all(type(each) is str for each in value)


def _is_text_map(value: Any) -> bool:
    return is_map(value) and all(type(each) is str for each in value.values())


def _is_types(value: Any) -> bool:
    listed = value if is_list(value) else [value]
    return all(type(each) is str and each in JSON_CLASSES for each in listed)


def _is_location(value: Any) -> bool:
    return type(value) is str and value in _LOCATIONS


def _is_requirements(value: Any) -> bool:
    return is_list(value) and all(
        is_map(each) and all(_is_texts(scopes) for scopes in each.values()) for each in value
    )


def _is_filled_list(value: Any) -> bool:
    return is_list(value) and bool(value)


_CHECKS: Final[dict[str, Callable[[Any], bool]]] = {
    "text": _is_text,
    "bool": _is_bool,
    "integer": _is_integer,
    "number": _is_number,
    "positive": _is_positive,
    "boundary": _is_boundary,
    "texts": _is_texts,
    "textmap": _is_text_map,
    "types": _is_types,
    "location": _is_location,
    "scheme": _is_text,
    "requirements": _is_requirements,
    "list": _is_filled_list,
    "map": is_map,
}


def has_type(value: Any, type_: str) -> bool:
    """Return whether a value is of one of the metamodel's types of data; anything is of the type that has no name."""
    check = _CHECKS.get(type_)
    return check is None or check(value)
