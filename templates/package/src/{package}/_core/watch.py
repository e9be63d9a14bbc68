"""Watching calls: what the server said, the logger, masking of secrets, the gate."""

from __future__ import annotations

import inspect
import logging
import re
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar, cast
from urllib.parse import quote

from ..errors import Error
from .decode import is_list, is_mapping
from .transport import Headers

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")
E = TypeVar("E", bound=BaseException)

MASK = "***"
_SHORTEST = 8  # what is shorter is no credential, and masking it would spoil any text
_USERINFO = re.compile(r"(?<=://)([^/?#@:]*):[^/?#@]*@")
_SECRET_HEADERS = frozenset(
    {"authorization", "proxy-authorization", "cookie", "set-cookie", "x-auth-key", "x-api-key"}
)


class ReplyInfo:
    """What the server said besides the result.

    Attributes:
        status: HTTP status.
        headers: Header fields; names are compared without regard to case.
        method: HTTP method of the request.
        url: Its URL; secrets in the query are masked.
        attempts: How often it was sent.
        elapsed: Seconds from the first sending to the end of the answer (of its head, for a stream).
    """

    __slots__ = ("status", "headers", "method", "url", "attempts", "elapsed")

    def __init__(
        self, status: int, headers: Headers, method: str, url: str, attempts: int, elapsed: float
    ) -> None:
        self.status = status
        self.headers = headers
        self.method = method
        self.url = url
        self.attempts = attempts
        self.elapsed = elapsed

    @property
    def cf_ray(self) -> str | None:
        """Cloudflare's identifier of the request."""
        return cast("str | None", self.headers.get("cf-ray"))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status} {self.method} {self.url}>"


class Reply(ReplyInfo, Generic[T]):
    """A result together with what the server said besides.

    Attributes:
        value: What the method returned.
    """

    __slots__ = ("value",)

    def __init__(self, value: T, info: ReplyInfo) -> None:
        super().__init__(
            info.status, info.headers, info.method, info.url, info.attempts, info.elapsed
        )
        self.value = value


listener: ContextVar[list[ReplyInfo] | None] = ContextVar("listener", default=None)
"""Where `client.reply` waits for what the send loop saw; set in the caller's thread or task only."""


def logger_of(package: str) -> logging.Logger:
    """The package's one logger; silent until the program configures it."""
    logger = logging.getLogger(package)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    return logger


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
        self._values = sorted(
            {
                form
                for secret in secrets
                if len(secret) >= _SHORTEST
                for form in (secret, quote(secret, safe=""))
            },
            key=len,
            reverse=True,
        )
        self._query = _pattern(query, r"([?&](?:{})=)[^&#]*")
        self._members = frozenset(members)
        # The value may be cut off: bodies are shortened before they are shown.
        self._text = _pattern(
            self._members, r'("(?:{})"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|\[[^\]]*\]?|\{{[^}}]*\}}?|[^,}}\]\s]+)'
        )

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


class Gate:
    """Lets at most n requests through in any period.

    Args:
        n: How many.
        period: Seconds.
    """

    __slots__ = ("_times", "_period", "_lock")

    def __init__(self, n: int, period: float) -> None:
        self._times = deque([float("-inf")] * n, maxlen=n)
        self._period = period
        self._lock = threading.Lock()

    def reserve(self, now: float) -> float:
        """Take the next free place and return the seconds until then.

        Args:
            now: Of a monotonic clock.
        """
        with self._lock:
            at = max(now, self._times[0] + self._period)
            self._times.append(at)
        return at - now


def clean(error: E) -> E:
    """An error without frames and causes: their locals hold requests, and requests credentials."""
    error.__cause__ = error.__context__ = None
    error.__suppress_context__ = True
    return error.with_traceback(None)


def shielded(method: Callable[P, R]) -> Callable[P, R]:
    """Keep the arguments of a method that takes secrets out of the tracebacks of its errors."""
    if inspect.iscoroutinefunction(method):

        @wraps(method)
        async def wait(*args: P.args, **kwargs: P.kwargs) -> Any:
            try:
                return await method(*args, **kwargs)
            except Error as error:
                failure = error
            del args, kwargs
            raise clean(failure)

        return cast("Callable[P, R]", wait)

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except Error as error:
            failure = error
        del args, kwargs
        raise clean(failure)

    return call
