"""Cutting a name of any spelling into lower-case words."""

from __future__ import annotations

import re

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
    return [word.lower() for word in _WORD.findall(text)]
