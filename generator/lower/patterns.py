"""Patterns: JSON Schema's regular expressions as Python reads them, if it can and if that is safe."""

from __future__ import annotations

import re
import warnings

_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")
_NESTED = re.compile(r"\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*{]")
"""A repetition within a repetition: text that nearly matches can take exponential time."""


def readable(pattern: str) -> str | None:
    """`pattern` for `re.search`; None where Python refuses it, or where it could take forever."""
    found = _GROUP.sub("(?P<", pattern)
    if _NESTED.search(found):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(found)
        except (re.error, Warning, OverflowError, RecursionError):
            return None
    return found
