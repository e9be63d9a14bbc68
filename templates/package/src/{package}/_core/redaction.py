"""Masking of secrets in whatever is shown or written down: URLs, headers, bodies, messages, logs.

One redactor belongs to each set of credentials. It knows them by where they come from, not by what
they look like, so it masks short ones too. Errors, logs, `ResponseInfo`, recordings and the log of httpx
use it. Names that usually stand for secrets are masked as well, wherever a server chose the name.
"""

from __future__ import annotations

import base64
import json
import logging
import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus

from .codec import is_list, is_mapping

MASK = "***"
_SHORT = 8  # a shorter value is masked only where it stands as a whole word
_LEARNED = 256  # values that are learnt later and kept
_DEPTH = 200  # levels of a body that are shown
_USERINFO = re.compile(r"(?<=//)[^/?#\s]*@")
_QUERY_VALUE = re.compile(r"([?&;]([^=&;#\s]+)=)[^&#\s]*")
_SECRET_HEADERS = frozenset({"cookie", "set-cookie"})
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_SECRET_WORDS = frozenset(
    "apikey authorization credential credentials jwt passphrase passwd password pwd secret sig"
    " signature token".split()
)
_KEY_KINDS = frozenset(
    "access api auth client encryption private secret service shared signing".split()
)
_POSITIONS = frozenset("continuation cursor next page start sync".split())


@lru_cache(maxsize=1024)
def is_secret_name(name: str) -> bool:
    """Return whether a field of this name usually holds a secret: `client_secret`, `apiKey`, `X-Auth-Token`."""
    words = [word.lower() for word in _WORDS.findall(name)]
    if not _SECRET_WORDS.isdisjoint(words):
        return words[-1] != "token" or _POSITIONS.isdisjoint(words)  # a page token is a position
    return words[-1:] == ["key"] and not _KEY_KINDS.isdisjoint(words)


class Redactor:
    """Masks secrets.

    Args:
        secrets: Values, such as a token.
        query: Names of query parameters.
        members: Names of members of JSON objects.
        headers: Names of header fields.
    """

    __slots__ = (
        "_values",
        "_permanent",
        "_is_ready",
        "_query",
        "_members",
        "_headers",
        "_pattern",
        "_text",
        "__weakref__",
    )

    def __init__(
        self,
        secrets: Iterable[str] = (),
        query: Iterable[str] = (),
        members: Iterable[str] = (),
        headers: Iterable[str] = (),
    ) -> None:
        self._values: tuple[str, ...] = ()
        self._permanent = 0  # how many of them are kept for good
        self._is_ready = False
        self._pattern: re.Pattern[str] | None = None
        self._query = frozenset(query)
        self._members = frozenset(members)
        self._headers = _SECRET_HEADERS.union(name.lower() for name in headers)
        self._text = _member_pattern(self._members)
        self.learn(*secrets)
        self._permanent, self._is_ready = len(self._values), True

    def learn(self, *secrets: str) -> None:
        """Mask these values, too. Tokens are renewed for as long as a client lives, so the oldest are dropped."""
        new = [secret for secret in dict.fromkeys(secrets) if secret and secret not in self._values]
        if not new:
            return
        self._values = (*self._values, *new)
        excess = len(self._values) - self._permanent - _LEARNED
        if self._is_ready and excess > 0:
            start = self._permanent
            self._values = (*self._values[:start], *self._values[start + excess :])
        forms = {form for value in self._values for form in _forms(value)}
        parts = [_whole(form) for form in sorted(forms, key=len, reverse=True)]
        self._pattern = re.compile("|".join(parts))

    def with_fields(self, headers: Mapping[str, Any], query: Mapping[str, Any] = {}) -> Redactor:
        """Return a redactor that also knows the secrets among the fields of one call; itself if there are none."""
        values = [value for name, value in headers.items() if self.is_secret_header(name)]
        values += [value for name, value in query.items() if self.is_secret_parameter(name)]
        texts = [value for value in values if isinstance(value, str)]
        if not texts:
            return self
        copy = Redactor(self._values, self._query, self._members, self._headers)
        copy.learn(*texts, *(text.partition(" ")[2] for text in texts))
        return copy

    def url(self, url: str) -> str:
        """Return a URL without userinfo and without the values of secret parameters."""
        if "?" in url:
            url = _QUERY_VALUE.sub(self._masked_parameter, url)
        if "@" in url:
            url = _USERINFO.sub(f"{MASK}@", url)
        return self.values(url)

    def _masked_parameter(self, match: re.Match[str]) -> str:
        secret = self.is_secret_parameter(match[2])
        return match[1] + MASK if secret else match[0]

    def values(self, text: str) -> str:
        """Return a text without secret values."""
        return text if self._pattern is None else self._pattern.sub(MASK, text)

    def text(self, text: str) -> str:
        """Return the text of a body without secret values and members."""
        if self._text is not None:
            text = self._text.sub(rf'\g<1>"{MASK}"', text)
        return self.values(text)

    def message(self, text: str) -> str:
        """Return a message, which may quote URLs and bodies, without secrets."""
        return self.text(_USERINFO.sub(f"{MASK}@", text) if "@" in text else text)

    def body(self, body: Any, *, by_name: bool = False) -> Any:
        """Return a copy of a parsed body without secret values and members.

        Args:
            body: Parsed JSON.
            by_name: Whether text is masked as well where the name of its member looks like a secret.
        """
        return self._mask(body, by_name, 0)

    def _mask(self, body: Any, by_name: bool, depth: int) -> Any:
        if isinstance(body, str):
            return self.values(body)
        if depth > _DEPTH:
            return MASK if is_mapping(body) or is_list(body) else body
        if is_mapping(body):
            return {
                self.values(key): (
                    MASK
                    if self._is_secret(key, value, by_name)
                    else self._mask(value, by_name, depth + 1)
                )
                for key, value in body.items()
            }
        if is_list(body):
            return [self._mask(item, by_name, depth + 1) for item in body]
        return body

    def _is_secret(self, key: str, value: Any, by_name: bool) -> bool:
        if value is None:
            return False
        return key in self._members or (by_name and isinstance(value, str) and is_secret_name(key))

    def headers(self, headers: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Return header fields by lower-case name without credentials."""
        return {
            name.lower(): MASK if self.is_secret_header(name) else self.values(value)
            for name, value in headers
        }

    def is_secret_parameter(self, name: str) -> bool:
        """Return whether a query parameter of this name holds a secret."""
        return name in self._query or is_secret_name(name)

    def is_secret_header(self, name: str) -> bool:
        """Return whether a header field of this name holds a secret."""
        return name.lower() in self._headers or is_secret_name(name)

    def __repr__(self) -> str:
        return "<Redactor>"


def _forms(value: str) -> set[str]:
    """Return the ways in which a value may be spelled: bare, in a URL, in JSON, as Python prints it."""
    encoded = value.encode("utf-8", "surrogatepass")
    forms = {value, quote(encoded, safe=""), quote(encoded), quote_plus(encoded)}
    forms |= {json.dumps(value)[1:-1], repr(value)[1:-1], repr(encoded)[2:-1]}
    if len(value) >= _SHORT:
        forms.add(base64.b64encode(encoded).decode("ascii").rstrip("="))
    return forms


def _whole(form: str) -> str:
    pattern = re.escape(form)
    if "%" in form:
        pattern = re.sub(r"%([0-9A-F]{2})", lambda match: f"%(?i:{match[1]})", pattern)
    return pattern if len(form) >= _SHORT else rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"


def _member_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds members in the text of a body, which may be cut off anywhere."""
    alternatives = "|".join(re.escape(name) for name in names)
    if not alternatives:
        return None
    value = r'"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\{[^}]*\}?|[^,}\]\s]+'
    return re.compile(rf'("(?:{alternatives})"\s*:\s*)(?:{value})')


# --- the logs of httpx and what is below it ----------------------------------------------------

_LOGGERS = (
    "httpx httpcore.connection httpcore.http11 httpcore.http2 httpcore.proxy httpcore.socks "
    "hpack.hpack hpack.table"
).split()
# A header field, or a user name and a password, as Python shows a tuple.
_FIELD = re.compile(r"""(auth=)?\((b?(['"])(.*?)\3, ?b?)(['"])((?:\\.|(?!\5)[^\\])*)\5""", re.S)


_BYTES = (bytes, bytearray, memoryview)


class HttpLogFilter(logging.Filter):
    """Masks secrets in the logs of httpx, which write whole URLs and, at DEBUG, header fields.

    Attributes:
        redactor: The redactor of the client that sends in the current thread or task. Without one,
            records are left alone, but for those of hpack: a connection may be read for another task.
    """

    def __init__(self) -> None:
        super().__init__()
        self.redactor: ContextVar[Redactor | None] = ContextVar("redactor", default=None)
        self._by_name = Redactor()

    def install(self) -> None:
        """Add this filter to the loggers, once."""
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the message and the arguments of a record; it is always let through."""
        is_hpack = record.name.startswith("hpack.")
        redactor = self.redactor.get() or (self._by_name if is_hpack else None)
        if redactor is None:
            return True
        if not record.args:
            record.msg = _mask_argument(redactor, record.msg)
        elif isinstance(record.args, tuple):
            record.args = tuple(
                # The bytes of hpack are compressed fields.
                (
                    MASK
                    if is_hpack and isinstance(value, _BYTES)
                    else _mask_argument(redactor, value)
                )
                for value in record.args
            )
        return True


def _mask_argument(redactor: Redactor, value: object) -> object:
    if isinstance(value, (int, float)):
        return value

    def mask_field(match: re.Match[str]) -> str:
        secret = match[1] or redactor.is_secret_header(match[4])
        return f"{match[1] or ''}({match[2]}{match[5]}{MASK}{match[5]}" if secret else match[0]

    text = str(value)
    masked = redactor.url(_FIELD.sub(mask_field, text))
    return value if masked == text else masked


HTTP_LOG = HttpLogFilter()
