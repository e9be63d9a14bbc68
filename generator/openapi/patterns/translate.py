"""JSON Schema's regular expressions as Python's, where `re` supports them and can't take exponential time."""

from __future__ import annotations

import re
import warnings
from typing import Final

from .redos import Ambiguous, check

_LENGTH: Final = 50_000
"""The length of the longest expression that is compiled."""

_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")


_PICTURE = re.compile(
    r"\^?(?=.*(?:YYYY|yyyy|HH|hh))(?:[Yy]{4}|MM|mm|DD|dd|HH|hh|SS|ss|[TZ :/.-])+\$?"
)
"""Such as `YYYY-MM-DD`."""


def is_date_picture(pattern: str) -> bool:
    """Return whether `pattern` shows how a date or time looks to a person, and matches none."""
    return _PICTURE.fullmatch(pattern) is not None


def to_python_pattern(pattern: str) -> str | None:
    """Translate `pattern` for `re.search`; return None if `re` does not support it, or might backtrack exponentially."""
    if len(pattern) > _LENGTH:
        return None
    translated = _GROUP.sub("(?P<", pattern)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(translated)
            check(translated)
        except (re.error, Warning, OverflowError, RecursionError, Ambiguous):
            return None
    return translated
