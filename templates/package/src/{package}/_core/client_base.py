"""What both clients share, which is everything but the waiting, and the resources under them."""

# pyright: reportPrivateUsage=false
# Resources are the inner side of the clients; what they call is nobody else's business.

from __future__ import annotations

import logging
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Unpack, cast

from ..errors import APIError, ArgumentError
from .response import failure_error
from .request_builder import Call, CallArguments
from .config import Config
from .codec import anything
from .operation import (
    BodyKind,
    ClientOptions,
    MediaKind,
    Operation,
    PagedOperation,
    Profile,
)
from .retry import Exchange
from .transport import AsyncResponse, Headers, Pool, Response, TransportError

if TYPE_CHECKING:
    from .client import AsyncClient, Client
    from .paging import AsyncPage, Page
    from .streaming import AsyncEventStream, EventStream

T = TypeVar("T")
ItemT = TypeVar("ItemT")
InfoT = TypeVar("InfoT")
ResponseT = TypeVar("ResponseT", Response, AsyncResponse)

_ANY_MEDIA: Mapping[str, MediaKind] = {"text/*": "text", "*/*": "bytes"}


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


class BaseClient:
    """What both clients share.

    Args:
        profile: What is known of the API.
        arguments: Credentials by keyword; None where the environment decides.
        parameters: Parameters that the client holds, by wire name.
        base_url: Base URL in place of the API's own.
        server: Values of the variables in the API's own base URL; None for the default.
        http_client: A ready httpx client, which stays open when the client is closed, or a
            transport, which is closed with it.
        options: How the client works.

    Raises:
        ConfigurationError: A credential is missing.
    """

    _asynchronous = False

    def __init__(
        self,
        profile: Profile,
        *,
        arguments: Mapping[str, str | None],
        parameters: Mapping[str, str | None] | None = None,
        base_url: str | None = None,
        server: Mapping[str, str | None] | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        pool = Pool(http_client, asynchronous=self._asynchronous)
        config = Config(
            profile,
            arguments,
            parameters or {},
            base_url,
            pool,
            own_timeout=http_client is None,
            server=server or {},
        )
        self._config = config.changed(options)

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """A client with other options, which shares connections and credentials with this one.

        Args:
            options: As for the client; what is not given stays as it is.
        """
        made = object.__new__(type(self))
        made._config = self._config.changed(options)
        return made

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._config.redactor.url(self._config.base_url)}>"

    def _undocumented(
        self, method: str, path: str, body_kind: BodyKind | None, unescaped: tuple[str, ...] = ()
    ) -> Operation[Any]:
        if not path.startswith("/"):
            raise ArgumentError(f"Expected a path under the base URL, such as '/x', not {path!r}")
        return Operation(
            name="request",
            method=method.upper(),
            path=path,
            decode=anything,
            body=body_kind,
            media=_ANY_MEDIA,
            unescaped=unescaped,
        )

    def _settled(self, x: Exchange, response: ResponseT | None) -> ResponseT:
        """The answer of the last attempt, noted for whoever listens; raises where there is none."""
        if x.failure is not None or response is None:
            raise self._error(x)
        if (heard := listener.get()) is not None:
            heard.append(info_of(x))
        return response

    def _error(self, x: Exchange) -> APIError:
        return failure_error(x, x.failure or TransportError("other", "no answer"))

    def _log(self, x: Exchange, delay: float | None) -> None:
        logger = self._config.logger
        if not logger.isEnabledFor(logging.DEBUG if delay is None else logging.INFO):
            return
        request = x.request
        outcome = x.status if x.failure is None else x.redactor.values(x.failure.message)
        then = "" if delay is None else f"; again in {delay:.1f} s"
        url = x.redactor.url(request.url)
        logger.log(
            logging.DEBUG if delay is None else logging.INFO,
            "%s %s → %s in %.0f ms%s",
            *(request.method, url, outcome, x.elapsed * 1000, then),
        )


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


async def pause(seconds: float) -> None:
    """Let time pass."""
    import asyncio  # it loads the TLS library, which a sync client has no use for yet

    await asyncio.sleep(seconds)


async def finished(value: Any) -> None:
    """Wait for a hook that is a coroutine function."""
    if isawaitable(value):
        await value


class Resource:
    """A group of operations of a sync client."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def _call(self, operation: Operation[T], **arguments: Unpack[CallArguments]) -> T:
        return self._client._perform(operation, Call(**arguments))

    def _page(
        self,
        operation: PagedOperation[ItemT, InfoT],
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        **arguments: Unpack[CallArguments],
    ) -> Page[ItemT, InfoT]:
        from .paging import Page

        page: Page[ItemT, InfoT] = Page(
            self._client, operation, Call(**arguments), prefetch, max_items
        )
        return page._first()

    def _stream(
        self, operation: Operation[Any], **arguments: Unpack[CallArguments]
    ) -> EventStream[Any]:
        return self._client._open(operation, Call(**arguments))


class AsyncResource:
    """A group of operations of an async client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def _call(self, operation: Operation[T], **arguments: Unpack[CallArguments]) -> T:
        return await self._client._perform(operation, Call(**arguments))

    def _page(
        self,
        operation: PagedOperation[ItemT, InfoT],
        *,
        prefetch: int = 0,
        max_items: int | None = None,
        **arguments: Unpack[CallArguments],
    ) -> AsyncPage[ItemT, InfoT]:
        from .paging import AsyncPage

        return AsyncPage(self._client, operation, Call(**arguments), prefetch, max_items)

    async def _stream(
        self, operation: Operation[Any], **arguments: Unpack[CallArguments]
    ) -> AsyncEventStream[Any]:
        return await self._client._open(operation, Call(**arguments))
