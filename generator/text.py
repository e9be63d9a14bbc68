"""English words: splitting names, and counting; and JSON that is safe to show."""

from __future__ import annotations

import re
from functools import lru_cache

_MIXED_CASE = (
    "BitBucket DevOps eBay GitHub GitLab GraphQL IPv4 IPv6 iOS JavaScript LinkedIn macOS MySQL NoSQL OAuth OAuth1 OAuth2"
    " OpenAPI OpenID PayPal PostgreSQL TypeScript WhatsApp WordPress YouTube 2D 2FA 3D B2B B2C b2b b2c"
).split()
"""Single words that are spelled with capitals or numbers inside."""
_NUMBERED = r"(?<![A-Za-z\d])\d+[a-z]{1,2}(?![A-Za-z\d])|[A-Z]?[a-z]+\d+s(?![a-z\d])"
"""A number with its unit or ending that stands alone, "30d" and "1st"; plurals of what ends in a number, "s3s"."""
_BEYOND_ASCII = re.compile(r"[^\n\x20-\x7e]+")
_WORD = re.compile(
    rf"(?:{'|'.join(sorted(_MIXED_CASE, key=len, reverse=True))})(?![a-z\d])"
    rf"|{_NUMBERED}|[A-Z]{{2,}}s(?![a-z])|[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+(?:(?!(?:2D|2FA|3D)(?![a-z]))\d+)?"
    r"|\d+|[^\W\d_a-zA-Z]+"
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


def escape_json(text: str) -> str:
    """Return JSON in which no character is raw that could control a terminal or turn the text around it.

    Such characters stand in strings only, where an escape means the same.
    """
    return _BEYOND_ASCII.sub(_escape_unprintable, text)


def _escape_unprintable(match: re.Match[str]) -> str:
    return "".join(c if c.isprintable() else _escape_utf_16(c) for c in match[0])


def _escape_utf_16(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at:at + 2].hex()}" for at in range(0, len(units), 2))
