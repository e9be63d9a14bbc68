"""What the server said besides the result, for `client.reply` and for hooks."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from ..errors import ArgumentError

if TYPE_CHECKING:
    from .exchange import Exchange
    from .transport import Headers

T = TypeVar("T")


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


def info_of(x: Exchange) -> ReplyInfo:
    """What the server said besides the result."""
    request = x.request
    url = x.redactor.url(request.url)
    return ReplyInfo(x.status, x.headers, request.method, url, x.attempts, x.elapsed)


@contextmanager
def listening() -> Generator[list[ReplyInfo], None, None]:
    """Gather what the server says to the calls made inside, in this thread or task."""
    heard: list[ReplyInfo] = []
    token = listener.set(heard)
    try:
        yield heard
    finally:
        listener.reset(token)


def first_reply(value: T, heard: list[ReplyInfo]) -> Reply[T]:
    """The result of a method with what the server said to its first call."""
    info = getattr(value, "reply", None) or (heard[0] if heard else None)
    if info is None:
        raise ArgumentError("The function made no call; pass one of the client's methods")
    return Reply(value, info)
