"""The default transport: httpx, sync and async.

Loaded with the first request. The auth, hooks, cookies, proxies and mounts of a client that the user
gives apply as ever. httpx is never named but where a client of our own is made: the classes come
from the package of the given client, so that its successors work as well.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

from .httpx_request import Builder, ShortCut
from .transport import FailureKind, Headers, Request, TransportError

_lock = threading.Lock()
_context: ssl.SSLContext | None = None


def tls_context() -> ssl.SSLContext:
    """The process's one TLS context: reading the certificates takes tens of milliseconds."""
    global _context
    with _lock:
        if _context is None:
            import httpx

            _context = httpx.create_ssl_context()
        return _context


def default_client(*, asynchronous: bool) -> Any:
    """A new httpx client with a pool of its own; the environment's proxies apply."""
    import httpx

    limits = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
    make = httpx.AsyncClient if asynchronous else httpx.Client
    return make(verify=tls_context(), limits=limits, timeout=None)


_FAILURES: dict[str, tuple[FailureKind, bool]] = {
    "ConnectTimeout": ("connect_timeout", False),
    "PoolTimeout": ("connect_timeout", False),
    "TimeoutException": ("timeout", True),
    "ConnectError": ("connect", False),
    "ProxyError": ("connect", False),
    "UnsupportedProtocol": ("other", False),
    "InvalidURL": ("other", False),
    "LocalProtocolError": ("protocol", False),
    "ProtocolError": ("protocol", True),
    "ReadError": ("read", True),
    "WriteError": ("write", True),
    "DecodingError": ("decoding", True),
    "HTTPError": ("other", True),
    "StreamError": ("read", True),
    "OSError": ("other", True),
}


def failure_of(error: Exception) -> TransportError | None:
    """What an exception of httpx means, None for one that is none of its own."""
    for cls in type(error).__mro__:
        if cls.__name__ in _FAILURES:
            kind, sent = _FAILURES[cls.__name__]
            text = str(error).strip()
            return TransportError(kind, text or type(error).__name__, sent=sent)
    if isinstance(error, RuntimeError) and "closed" in str(error):
        return TransportError("closed", str(error), sent=False)
    return None


class _Response:
    """An answer of httpx under the names of the seam."""

    __slots__ = ("_response", "status", "headers")

    def __init__(self, response: Any) -> None:
        self._response = response
        self.status: int = response.status_code
        self.headers: Headers = response.headers

    def read(self) -> bytes:
        """Read the whole body."""
        try:
            content: bytes = self._response.read()
        except Exception as error:
            raise failure_of(error) or error from None
        return content

    def iter_bytes(self) -> Iterator[bytes]:
        """Read the body in pieces."""
        try:
            yield from self._response.iter_bytes()
        except Exception as error:
            raise failure_of(error) or error from None

    def close(self) -> None:
        """Free the connection."""
        self._response.close()

    async def aread(self) -> bytes:
        """Read the whole body."""
        try:
            content: bytes = await self._response.aread()
        except Exception as error:
            raise failure_of(error) or error from None
        return content

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        """Read the body in pieces."""
        try:
            async for piece in self._response.aiter_bytes():
                yield piece
        except Exception as error:
            raise failure_of(error) or error from None

    async def aclose(self) -> None:
        """Free the connection."""
        await self._response.aclose()


class HttpxTransport:
    """Sends by an `httpx.Client`.

    Args:
        client: The client; None for a new one, which is closed with the transport.
    """

    def __init__(self, client: Any = None) -> None:
        self._own = client is None
        self._client = default_client(asynchronous=False) if client is None else client
        self._build = Builder(self._client).build
        self._short = ShortCut(self._client)

    def send(self, request: Request) -> _Response:
        """Send a request once."""
        try:
            built = self._build(request, asynchronous=False)
            transport = self._short.transport(built.url)
            if transport is None:
                stream = request.stream
                response = self._client.send(built, stream=stream, follow_redirects=False)
            else:
                response = transport.handle_request(built)
                self._short.finish(built, response)
            return _Response(response)
        except Exception as error:
            raise failure_of(error) or error from None

    def close(self) -> None:
        """Close the client, if it is our own."""
        if self._own:
            self._client.close()


class AsyncHttpxTransport:
    """As `HttpxTransport`, by an `httpx.AsyncClient`."""

    def __init__(self, client: Any = None) -> None:
        self._own = client is None
        self._client = default_client(asynchronous=True) if client is None else client
        self._build = Builder(self._client).build
        self._short = ShortCut(self._client)

    async def asend(self, request: Request) -> _Response:
        """Send a request once."""
        try:
            built = self._build(request, asynchronous=True)
            transport = self._short.transport(built.url)
            if transport is None:
                stream = request.stream
                response = await self._client.send(built, stream=stream, follow_redirects=False)
            else:
                response = await transport.handle_async_request(built)
                self._short.finish(built, response)
            return _Response(response)
        except Exception as error:
            raise failure_of(error) or error from None

    async def aclose(self) -> None:
        """Close the client, if it is our own."""
        if self._own:
            await self._client.aclose()
