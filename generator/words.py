"""Cutting a name of any spelling into lower-case words."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Z]{2,}s(?![A-Za-z])|[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+|[^\W\d_a-zA-Z]+")


def words(text: str) -> list[str]:
    """`text` in words: "getHTTPUrl-list v2" is get, http, url, list, v2."""
    return [word.lower() for word in _WORD.findall(text)]
