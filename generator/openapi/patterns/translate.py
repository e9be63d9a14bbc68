"""Patterns: JSON Schema's regular expressions as Python reads them, if it can and if that is safe."""

from __future__ import annotations

import re
import warnings

from .redos import Ambiguous, check

_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")


def to_python_pattern(pattern: str) -> str | None:
    """`pattern` for `re.search`; None where Python refuses it, or where it could take forever."""
    found = _GROUP.sub("(?P<", pattern)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(found)
            check(found)
        except (re.error, Warning, OverflowError, RecursionError, Ambiguous):
            return None
    return found
