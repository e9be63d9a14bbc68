"""Words: a name of any spelling cut into them, and things counted in them."""

from __future__ import annotations

import re
from functools import lru_cache

_WHOLE = (
    "BitBucket DevOps eBay GitHub GitLab GraphQL IPv4 IPv6 iOS JavaScript LinkedIn macOS MySQL NoSQL OAuth OAuth1 OAuth2"
    " OpenAPI OpenID PayPal PostgreSQL TypeScript WhatsApp WordPress YouTube"
).split()
"""Words that are written with capitals inside."""
_WORD = re.compile(
    rf"(?:{'|'.join(sorted(_WHOLE, key=len, reverse=True))})(?![a-z\d])"
    r"|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+|[^\W\d_a-zA-Z]+"
)


def words(text: str) -> list[str]:
    """`text` in words: "getHTTPUrl-list v2" is get, http, url, list, v2."""
    return list(_cut(text))


@lru_cache(maxsize=1 << 14)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def amount(number: float, thing: str) -> str:
    """`number` of a thing whose name is the singular: "1 file", "2 files"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def times(number: int) -> str:
    """How often: "once", "2 times"."""
    return "once" if number == 1 else f"{number} times"
