"""Resolution of plain (unquoted) scalars by YAML 1.2's core schema."""

from __future__ import annotations

import math
import re
from typing import Any, Final

_WORDS: Final[dict[str, Any]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
NEVER_RESOLVED: Final = frozenset("abcdeghijklmopqrsuvwxyzABCDEGHIJKLMOPQRSUVWXYZ/$_({*")
"""Characters that only text begins with."""
_NUMBER_START: Final = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_SPECIAL_FLOAT = re.compile(r"[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN")


def resolve_plain(text: str) -> Any:
    """Resolve a plain scalar.

    Args:
        text: the scalar as written, e.g. `true`, `0x1F` or `2020-01-01` (which stays text).

    Returns:
        A bool, int, float, None or the text; `.inf`, `.nan` and integers of 400 characters or more become positive infinity.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START:
        return text
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) < 400 else math.inf
    if _FLOAT.fullmatch(text):
        return float(text)
    if _BASED.fullmatch(text):
        return int(text, 0) if len(text) < 400 else math.inf
    return math.inf if _SPECIAL_FLOAT.fullmatch(text) else text
