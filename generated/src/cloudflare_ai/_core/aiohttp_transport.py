"""Sends the requests of an async client through aiohttp (the extra `[aiohttp]`), without httpx.

Pass `http_client=AiohttpTransport()` to an async client. The number of calls per second does not drop
when many tasks share it.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from functools import lru_cache
from typing import Any
from urllib.request import getproxies, proxy_bypass
from weakref import WeakKeyDictionary

from ..errors import ArgumentError
from .content import aiter_content
from .decompression import adecompressed, make_decompressor
from .transport import AsyncResponse, FailureKind, Request, Timeout, TransportError

try:
    # Type checkers that do not find the extra still accept the package.
    import aiohttp  # type: ignore[import-not-found, unused-ignore]
    from yarl import URL  # type: ignore[import-not-found, unused-ignore]
except ImportError as error:
    raise ImportError("AiohttpTransport needs aiohttp: install the extra [aiohttp]") from error

# aiohttp would ask for what its optional packages can decompress; `decompression` knows these two.
_ENCODINGS = ("accept-encoding", "gzip, deflate")
_MAX_FIELD = 100 * 1024  # as much as httpx takes
_MAX_INTERIM = 1000  # interim responses before a response
# From this size on, aiohttp warns about bytes, which it writes in one go, and wants a file.
_LARGE = 1 << 20
_FAILURES: tuple[tuple[type[Exception], FailureKind, bool], ...] = (
    (aiohttp.ConnectionTimeoutError, "connect_timeout", False),
    (asyncio.TimeoutError, "timeout", True),
    (aiohttp.ClientConnectorError, "connect", False),
    (aiohttp.ClientHttpProxyError, "connect", False),
    (aiohttp.ServerFingerprintMismatch, "connect", False),
    (aiohttp.InvalidURL, "request", False),
    (aiohttp.NonHttpUrlClientError, "request", False),
    (aiohttp.ClientResponseError, "protocol", True),
    (aiohttp.ClientConnectionResetError, "write", True),
    (aiohttp.ClientError, "read", True),
    (OSError, "read", True),
    (RuntimeError, "closed", False),
)
_CAUGHT = (aiohttp.ClientError, asyncio.TimeoutError, OSError, RuntimeError)


class AiohttpTransport:
    """Sends requests through aiohttp.

    Proxies come from the environment (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`). aiohttp has no
    limit for writing; the limits for a connection and for its place in the pool are added up.

    Args:
        session: A session of your own, with its connector, proxies and cookies; it is not closed
            by this transport, and aiohttp itself may resend a GET or HEAD after a broken
            connection. Without it, each event loop gets a session that never resends.
        limit: The number of connections at a time, for sessions that are made here.
    """

    def __init__(self, session: aiohttp.ClientSession | None = None, *, limit: int = 100) -> None:
        self._given = session
        self._limit = limit
        self._by_loop: WeakKeyDictionary[Any, aiohttp.ClientSession] = WeakKeyDictionary()
        self._proxies = {} if session else getproxies()

    async def asend(self, request: Request, /) -> AsyncResponse:
        """Send a request once and return when the head of the response has arrived.

        Raises:
            TransportError: No response came.
        """
        settings: dict[str, Any] = {}
        if request.timeout is not None:
            settings["timeout"] = _limits(request.timeout)
        source = _Source(request.content)
        if request.content is not None:
            settings["data"] = source.make_payload()
        headers = request.headers
        if not any(name == "accept-encoding" for name, _ in headers):
            headers = [*headers, _ENCODINGS]
        session = self._session(request)
        try:
            url = URL(request.url, encoded=True)
            if self._proxies:
                settings["proxy"] = self._proxy(url)
            response = await session.request(
                request.method,
                url,
                headers=headers,
                allow_redirects=False,
                auto_decompress=False,
                **settings,
            )
        except (*_CAUGHT, ValueError) as error:
            # If the caller's iterable raises, aiohttp reports a broken connection: raise the original error.
            failure = source.error or _failure(error)
        else:
            if response.status != 101:
                return _Response(response)
            response.close()
            failure = TransportError("protocol", "the server switches to another protocol")
        raise failure from None

    async def aclose(self) -> None:
        """Close the connections of every running event loop, and drop those of loops that have stopped."""
        here = asyncio.get_running_loop()
        for loop, session in list(self._by_loop.items()):
            if loop is here:
                await session.close()
            elif loop.is_running():
                asyncio.run_coroutine_threadsafe(session.close(), loop)
            else:
                self._by_loop.pop(loop).detach()

    def _session(self, request: Request) -> aiohttp.ClientSession:
        # The session of a caller may have credentials, which are not for other hosts.
        if self._given is not None and not request.foreign:
            return self._given
        loop = asyncio.get_running_loop()
        session = self._by_loop.get(loop)
        if session is None:
            for other in list(self._by_loop):
                if other.is_closed():  # its connections have ended with it
                    self._by_loop.pop(other).detach()
            session = self._by_loop[loop] = self._make_session()
        return session

    def _make_session(self) -> aiohttp.ClientSession:
        session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._limit),
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(),
            skip_auto_headers=("user-agent", "content-type"),
            max_field_size=_MAX_FIELD,
            response_class=_LimitedResponse,
        )
        # Whether and when a request is retried is decided by the client.
        session._retry_connection = False  # pyright: ignore[reportPrivateUsage]
        return session

    def _proxy(self, url: URL) -> str | None:
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all")
        if proxy is None or proxy_bypass(f"{url.host}:{url.port}"):
            return None
        scheme = proxy.partition("://")[0] if "://" in proxy else ""
        if scheme not in ("", "http", "https"):
            raise TransportError("connect", f"aiohttp has no {scheme} proxies", sent=False)
        return proxy if scheme else f"http://{proxy}"


class _LimitedResponse(aiohttp.ClientResponse):  # type: ignore[misc, unused-ignore]
    """A response of aiohttp, which itself reads interim responses (1xx) without end."""

    async def start(self, connection: Any) -> aiohttp.ClientResponse:
        """Read the head, after at most so many interim responses."""
        protocol, left = connection.protocol, _MAX_INTERIM
        read = protocol.read

        async def read_limited() -> Any:
            nonlocal left
            if left < 0:
                raise aiohttp.ClientResponseError(
                    self.request_info,
                    (),
                    message=f"more than {_MAX_INTERIM} interim responses (1xx) before the head",
                )
            left -= 1
            return await read()

        protocol.read = read_limited
        try:
            return await super().start(connection)
        finally:
            del protocol.read


class _Headers:
    __slots__ = ("_fields",)

    def __init__(self, fields: Any) -> None:
        self._fields = fields  # a case-insensitive multidict

    def __getitem__(self, key: str, /) -> str:
        return _as_text(", ".join(self._fields.getall(key)))

    def __contains__(self, key: object, /) -> bool:
        return key in self._fields

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self._fields else default

    def get_list(self, key: str, /) -> list[str]:
        return [_as_text(value) for value in self._fields.getall(key, ())]

    def items(self) -> Iterable[tuple[str, str]]:
        return [(name, _as_text(value)) for name, value in self._fields.items()]


def _as_text(value: str) -> str:
    """Return the value of a field that aiohttp has read as UTF-8; what is none is Latin-1, as httpx has it."""
    if value.isascii():
        return value
    encoded = value.encode("utf-8", "surrogateescape")
    try:
        return encoded.decode()
    except UnicodeDecodeError:
        return encoded.decode("latin-1")


class _Response:
    __slots__ = ("_decompressor", "_response", "headers", "status")

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response
        self.status = response.status
        self.headers = _Headers(response.headers)
        self._decompressor = make_decompressor(self.headers.get("content-encoding", ""))

    async def aread(self) -> bytes:
        if self._decompressor is not None:
            return b"".join([piece async for piece in self.aiter_bytes()])
        try:
            content: bytes = await self._response.read()
        except _CAUGHT as error:
            raise _failure(error) from None
        return content

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        pieces: AsyncIterator[bytes] = self._response.content.iter_any()
        if self._decompressor is not None:
            pieces = adecompressed(self._decompressor, pieces)
        try:
            async for piece in pieces:
                yield piece
        except _CAUGHT as error:
            raise _failure(error) from None

    async def aclose(self) -> None:
        self._response.close()


@lru_cache(maxsize=32)
def _limits(timeout: Timeout) -> aiohttp.ClientTimeout:
    phases = (timeout.pool, timeout.connect)
    return aiohttp.ClientTimeout(
        connect=None if None in phases else sum(filter(None, phases)),
        sock_connect=timeout.connect,
        sock_read=timeout.read,
    )


class _Source:
    """The body of a request, and the error that stopped it."""

    def __init__(self, content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None) -> None:
        self._content = content
        self.error: ArgumentError | None = None

    def make_payload(self) -> Any:
        """Return the body in a form that aiohttp sends."""
        content = self._content
        if not isinstance(content, bytes):
            return self._iter_pieces(content or ())
        return content if len(content) < _LARGE else io.BytesIO(content)

    async def _iter_pieces(
        self, content: Iterable[bytes] | AsyncIterable[bytes]
    ) -> AsyncIterator[bytes]:
        try:
            async for piece in aiter_content(content):
                yield piece
        except ArgumentError as error:
            self.error = error
            raise


def _failure(error: Exception) -> TransportError:
    for kind, name, sent in _FAILURES:  # noqa: B007  # read after the loop
        if isinstance(error, kind):
            break
    else:
        name, sent = "request", False  # a ValueError, before anything was sent
    # Some texts hold the URL, and its query perhaps a credential; these do not.
    harmless = isinstance(error, aiohttp.ClientOSError | aiohttp.ClientPayloadError | RuntimeError)
    message = str(error) if harmless else type(error).__name__
    if isinstance(error, aiohttp.ClientResponseError):
        message = error.message.strip().partition("\n")[0].rstrip(":") or message
    return TransportError(name, message, sent=sent)
