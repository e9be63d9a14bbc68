"""The default transport: httpx, sync and async.

Loaded with the first request. A client given by the user is used through its own `send`, so that
its auth, hooks, cookies, proxies and mounts apply; only the making of the request is shortened,
which is where httpx spends most of its time. httpx is never named but where a client of our own is
made: the classes come from the package of the given client, so that its successors work as well.
"""

from __future__ import annotations

import ssl
import sys
import threading
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any

from .transport import FailureKind, Headers, Request, TransportError

_lock = threading.Lock()
_context: ssl.SSLContext | None = None
_CACHED = 64  # sets of headers kept ready


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


class _Builder:
    """Makes requests of the package that a client belongs to."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._module = _package_of(client)
        self._origins: dict[str, Any] = {}
        self._headers: dict[tuple[Any, ...], Any] = {}
        self._merged: list[tuple[bytes, bytes]] = []

    def build(self, request: Request, *, asynchronous: bool) -> Any:
        """The request as the client would build it, its own headers, cookies and parameters in."""
        client, module = self._client, self._module
        url, host = self._url(request.url)
        content = request.content
        if content is None or isinstance(content, bytes):
            stream = module.ByteStream(content or b"")
        else:
            stream = (_async_pieces if asynchronous else _pieces)(module, content)
        extensions = {}
        if (timeout := request.timeout) is not None:
            extensions["timeout"] = {
                "connect": timeout.connect,
                "read": timeout.read,
                "write": timeout.write,
                "pool": timeout.pool,
            }
        if client.params:
            url = url.copy_merge_params(client.params)
        headers = self._headers_of(request, host)
        built = module.Request(
            request.method, url, headers=headers, stream=stream, extensions=extensions
        )
        if client.cookies:
            client.cookies.set_cookie_header(built)
        return built

    def _headers_of(self, request: Request, host: bytes) -> Any:
        base = self._client.headers.raw
        if base != self._merged:
            self._merged = base
            self._headers.clear()
        key = (host, *request.headers)
        made = self._headers.get(key)
        if made is None:
            made = self._merge(base, request, host)
            if len(self._headers) >= _CACHED:
                self._headers.clear()
            self._headers[key] = made
        return made

    def _merge(self, base: list[tuple[bytes, bytes]], request: Request, host: bytes) -> Any:
        ours = [(name.encode(), value.encode()) for name, value in request.headers]
        names = {name for name, _ in ours}
        fields = [(b"Host", host)] if b"host" not in names else []
        fields += [field for field in base if field[0].lower() not in names]
        content = request.content
        if not isinstance(content, (bytes, type(None))) and b"content-length" not in names:
            ours.append((b"transfer-encoding", b"chunked"))
        return self._module.Headers(fields + ours)

    def _url(self, text: str) -> tuple[Any, bytes]:
        """The URL and its host; parsing it anew would cost more than all the rest."""
        start = text.find("/", 8)
        if start < 0 or not text.isascii():
            url = self._module.URL(text)
            return url, url.netloc
        origin = text[:start]
        known = self._origins.get(origin)
        if known is None:
            known = self._origins[origin] = self._learn(origin)
        parsed, host = known
        if parsed is None:
            return self._module.URL(text), host
        path, mark, query = text[start:].partition("?")
        return self._assembled(parsed, path, query if mark else None), host

    def _assembled(self, parsed: Any, path: str, query: str | None) -> Any:
        url = object.__new__(self._module.URL)
        url._uri_reference = parsed._replace(path=path, query=query, fragment=None)
        return url

    def _learn(self, origin: str) -> tuple[Any, bytes]:
        """The parsed origin; None for it where this httpx keeps it in another way."""
        probe = self._module.URL(f"{origin}/a%2Fb/@c?d=%5B1%5D&e=f")
        try:
            parsed = probe._uri_reference
            url = self._assembled(parsed, "/a%2Fb/@c", "d=%5B1%5D&e=f")
            same = url == probe and url.raw_path == probe.raw_path and str(url) == str(probe)
        except (AttributeError, TypeError):
            same, parsed = False, None
        return (parsed if same else None), probe.netloc


def _package_of(client: Any) -> Any:
    """The module that has the classes which go with a client (httpx, or what took its place)."""
    for cls in type(client).__mro__:
        module = sys.modules.get(cls.__module__.partition(".")[0])
        if hasattr(module, "ByteStream") and hasattr(module, "Headers"):
            return module
    import httpx

    return httpx


def _pieces(module: Any, content: Iterable[bytes]) -> Any:
    class Pieces(module.SyncByteStream):  # type: ignore[misc]
        def __iter__(self) -> Iterator[bytes]:
            yield from content

    return Pieces()


def _async_pieces(module: Any, content: Iterable[bytes]) -> Any:
    class Pieces(module.AsyncByteStream):  # type: ignore[misc]
        async def __aiter__(self) -> AsyncIterator[bytes]:
            for piece in content:
                yield piece

    return Pieces()


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
        self._build = _Builder(self._client).build

    def send(self, request: Request) -> _Response:
        """Send a request once."""
        try:
            built = self._build(request, asynchronous=False)
            return _Response(
                self._client.send(built, stream=request.stream, follow_redirects=False)
            )
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
        self._build = _Builder(self._client).build

    async def asend(self, request: Request) -> _Response:
        """Send a request once."""
        try:
            built = self._build(request, asynchronous=True)
            return _Response(
                await self._client.send(built, stream=request.stream, follow_redirects=False)
            )
        except Exception as error:
            raise failure_of(error) or error from None

    async def aclose(self) -> None:
        """Close the client, if it is our own."""
        if self._own:
            await self._client.aclose()
