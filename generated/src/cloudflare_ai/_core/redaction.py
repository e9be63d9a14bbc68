"""Masking of secrets in whatever is shown: URLs, headers, bodies and messages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from .codec import is_list, is_mapping

MASK = "***"
_SHORTEST = 8  # what is shorter is no credential, and masking it would spoil any text
_USERINFO = re.compile(r"(?<=://)([^/?#@:]*):[^/?#@]*@")
_SECRET_HEADERS = frozenset(
    {"authorization", "proxy-authorization", "cookie", "set-cookie", "x-auth-key", "x-api-key"}
)


class Redactor:
    """Masks what must not be seen.

    Args:
        secrets: Values, such as a token.
        query: Names of query parameters.
        members: Names of members of JSON objects.
    """

    __slots__ = ("_values", "_query", "_members", "_text")

    def __init__(
        self, secrets: Iterable[str], query: Iterable[str] = (), members: Iterable[str] = ()
    ) -> None:
        self._values: list[str] = []
        self.learn(*secrets)
        self._query = _pattern(query, r"([?&](?:{})=)[^&#]*")
        self._members = frozenset(members)
        # The value may be cut off: bodies are shortened before they are shown.
        self._text = _pattern(
            self._members,
            r'("(?:{})"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\{{[^}}]*\}}?|[^,}}\]\s]+)',
        )

    def learn(self, *secrets: str) -> None:
        """Mask these values, too."""
        long = [secret for secret in secrets if len(secret) >= _SHORTEST]
        forms = {*self._values, *long, *(quote(secret, safe="") for secret in long)}
        self._values = sorted(forms, key=len, reverse=True)

    def url(self, url: str) -> str:
        """A URL without the values of secret parameters."""
        if self._query is not None and "?" in url:
            url = self._query.sub(rf"\g<1>{MASK}", url)
        if "@" in url:
            url = _USERINFO.sub(rf"\g<1>:{MASK}@", url)
        return self.values(url)

    def values(self, text: str) -> str:
        """A text without secret values."""
        for value in self._values:
            text = text.replace(value, MASK)
        return text

    def text(self, text: str) -> str:
        """The text of a body without secret values and members."""
        if self._text is not None:
            text = self._text.sub(rf'\g<1>"{MASK}"', text)
        return self.values(text)

    def body(self, body: Any) -> Any:
        """A copy of a parsed body without secret values and members."""
        if is_mapping(body):
            return {
                key: MASK if key in self._members and value is not None else self.body(value)
                for key, value in body.items()
            }
        if is_list(body):
            return [self.body(item) for item in body]
        return self.values(body) if isinstance(body, str) else body

    def headers(self, headers: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Header fields by lower-case name without credentials."""
        return {
            name.lower(): MASK if name.lower() in _SECRET_HEADERS else self.values(value)
            for name, value in headers
        }

    def __repr__(self) -> str:
        return "<Redactor>"


def _pattern(names: Iterable[str], template: str) -> re.Pattern[str] | None:
    listed = "|".join(re.escape(name) for name in names)
    return re.compile(template.format(listed)) if listed else None
