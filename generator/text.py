"""English words: splitting names, and counting."""

from __future__ import annotations

import re
from functools import lru_cache

_MIXED_CASE = (
    "BitBucket DevOps eBay GitHub GitLab GraphQL IPv4 IPv6 iOS JavaScript LinkedIn macOS MySQL NoSQL OAuth OAuth1 OAuth2"
    " OpenAPI OpenID PayPal PostgreSQL TypeScript WhatsApp WordPress YouTube"
).split()
"""Single words that are spelled with capitals inside."""
_WORD = re.compile(
    rf"(?:{'|'.join(sorted(_MIXED_CASE, key=len, reverse=True))})(?![a-z\d])"
    r"|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+|[^\W\d_a-zA-Z]+"
)


def split_words(text: str) -> list[str]:
    """Split a name of any spelling: "getHTTPUrl-list v2" is get, http, url, list, v2."""
    return list(_split(text))


@lru_cache(maxsize=1 << 14)
def _split(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def pluralize(number: float, noun: str) -> str:
    """Return a number with its noun: "1 file", "2 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def format_times(number: int) -> str:
    """Return how often as text: "once", "2 times"."""
    return "once" if number == 1 else f"{number} times"
