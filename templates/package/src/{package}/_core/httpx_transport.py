"""The default transport: httpx, sync and async.

Loaded with the first request. The auth, hooks, cookies, proxies and mounts of a client that the user
gives apply as ever. httpx is never named but where a client of our own is made: the classes come from
the package of the given client, so that its successors work as well.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Iterator
from functools import cache
from types import FunctionType
from typing import Any

from .transport import FailureKind, Headers, Request, TransportError

_CACHED = 64  # sets of headers kept ready
_STEPS = ("send", "_send_handling_auth", "_send_handling_redirects", "_send_single_request")
_LOGGER = logging.getLogger("httpx")


@cache
def tls_context() -> Any:
    """The process's one TLS context: reading the certificates takes tens of milliseconds."""
    import httpx

    return httpx.create_ssl_context()


_FAILURES: tuple[tuple[FailureKind, bool, str], ...] = (
    ("connect_timeout", False, "ConnectTimeout PoolTimeout"),
    ("timeout", True, "TimeoutException"),
    ("connect", False, "ConnectError ProxyError"),
    ("other", False, "UnsupportedProtocol InvalidURL"),
    ("protocol", False, "LocalProtocolError"),
    ("protocol", True, "ProtocolError"),
    ("read", True, "ReadError StreamError"),
    ("write", True, "WriteError"),
    ("decoding", True, "DecodingError"),
    ("other", True, "HTTPError OSError"),
)


def failure_of(error: BaseException) -> TransportError | None:
    """What an exception of httpx means, None for one that is none of its own."""
    for cls in type(error).__mro__:
        for kind, sent, names in _FAILURES:
            if cls.__name__ in names.split():
                return TransportError(kind, str(error).strip() or type(error).__name__, sent=sent)
    if isinstance(error, RuntimeError) and "closed" in str(error):
        return TransportError("closed", str(error), sent=False)
    return None


class _Translation:
    """Inside it, exceptions of httpx become those of the seam; others pass."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: Any, error: BaseException | None, traceback: Any) -> None:
        if error is not None and (failure := failure_of(error)) is not None:
            raise failure from None


_translated = _Translation()


class _Response:
    """An answer of httpx under the names of the seam, sync and async."""

    def __init__(self, response: Any) -> None:
        self._response = response
        self.status: int = response.status_code
        self.headers: Headers = response.headers
        self.close = response.close
        self.aclose = response.aclose

    def read(self) -> bytes:
        with _translated:
            return bytes(self._response.read())  # no copy: they are bytes

    def iter_bytes(self) -> Iterator[bytes]:
        with _translated:
            yield from self._response.iter_bytes()

    async def aread(self) -> bytes:
        with _translated:
            return bytes(await self._response.aread())

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        with _translated:
            async for piece in self._response.aiter_bytes():
                yield piece


class Builder:
    """Makes requests of the package that a client belongs to, without httpx's slow paths."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._module = _package_of(client)
        self._origins: dict[str, Any] = {}
        self._headers: dict[tuple[Any, ...], Any] = {}
        self._merged: list[tuple[bytes, bytes]] = []

    def build(self, request: Request) -> Any:
        """The request as the client would build it, its own headers, cookies and parameters in."""
        client, module = self._client, self._module
        url, host = self._url(request.url)
        content = request.content
        whole = content is None or isinstance(content, bytes)
        stream = module.ByteStream(content or b"") if whole else _pieces(module, content)
        limits = client.timeout if request.timeout is None else request.timeout
        if client.params:
            url = url.copy_merge_params(client.params)
        headers, more = self._headers_of(request, host), {"timeout": limits.as_dict()}
        built = module.Request(request.method, url, headers=headers, stream=stream, extensions=more)
        if client.cookies:
            client.cookies.set_cookie_header(built)
        return built

    def _headers_of(self, request: Request, host: bytes) -> Any:
        base = self._client.headers.raw
        if base != self._merged:
            self._merged = base
            self._headers.clear()
        key = (host, *request.headers)
        if (made := self._headers.get(key)) is None:
            if len(self._headers) >= _CACHED:
                self._headers.clear()
            made = self._headers[key] = self._merge(base, request, host)
        return made

    def _merge(self, base: list[tuple[bytes, bytes]], request: Request, host: bytes) -> Any:
        ours = [(name.encode(), value.encode()) for name, value in request.headers]
        names = {name for name, _ in ours}
        fields = [(b"Host", host)] if b"host" not in names else []
        fields += [field for field in base if field[0].lower() not in names]
        if not isinstance(request.content, (bytes, type(None))) and b"content-length" not in names:
            ours.append((b"transfer-encoding", b"chunked"))
        return self._module.Headers(fields + ours)

    def _url(self, text: str) -> tuple[Any, bytes]:
        """The URL and its host; parsing it anew would cost more than all the rest."""
        start = text.find("/", 8)
        if start > 0 and text.isascii():
            origin = text[:start]
            if (known := self._origins.get(origin)) is None:
                known = self._origins[origin] = self._learn(origin)
            if known[0] is not None:
                path, mark, query = text[start:].partition("?")
                return self._assembled(known[0], path, query if mark else None), known[1]
        url = self._module.URL(text)
        return url, url.netloc

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


def _pieces(module: Any, content: Any) -> Any:
    class Pieces(module.SyncByteStream, module.AsyncByteStream):  # type: ignore[misc]
        def __iter__(self) -> Iterator[bytes]:
            return iter(content)

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for piece in content:
                yield piece

    return Pieces()


class ShortCut:
    """Whether a client's transport can be used directly: httpx's `send` costs more than a request.

    It can where `send` would do nothing but pass the request on: no auth, no hooks, no log, and no
    part of it replaced (by a subclass, by instrumentation, by a recorder of requests).
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._class: type[Any] = type(client)
        self._steps = [getattr(self._class, name, None) for name in _STEPS]
        names, package = (
            set(getattr(client, "__dict__", {})),
            self._class.__module__.partition(".")[0],
        )
        self._sound = (
            self._class.__name__ in ("Client", "AsyncClient")
            and hasattr(client, "_transport_for_url")
            and hasattr(client, "_auth")
            and names.isdisjoint({*_STEPS, "_transport_for_url"})
            and all(
                isinstance(step, FunctionType)
                and not hasattr(step, "__wrapped__")
                and step.__globals__["__name__"].partition(".")[0] == package
                for step in self._steps
            )
        )

    def transport(self, url: Any) -> Any:
        """The transport for a URL, None where `send` has to be used."""
        client = self._client
        if (
            not self._sound
            or client._auth is not None
            or client.is_closed
            or url.userinfo
            or any(client.event_hooks.values())
            or _LOGGER.isEnabledFor(logging.INFO)
            or [getattr(self._class, name) for name in _STEPS] != self._steps
        ):
            return None
        return client._transport_for_url(url)

    def finish(self, built: Any, response: Any) -> None:
        """Do for an answer what `send` would have done."""
        response.request = built
        if "set-cookie" in response.headers:
            self._client.cookies.extract_cookies(response)


class _Base:
    """What both transports share."""

    _asynchronous = False

    def __init__(self, client: Any = None) -> None:
        self._own = client is None
        self._client = self._default() if client is None else client
        self._build = Builder(self._client).build
        self._short = ShortCut(self._client)

    def _default(self) -> Any:
        """A new client with a pool of its own; the environment's proxies apply."""
        import httpx

        limits = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
        make = httpx.AsyncClient if self._asynchronous else httpx.Client
        return make(verify=tls_context(), limits=limits, timeout=None)


class HttpxTransport(_Base):
    """Sends by an `httpx.Client`.

    Args:
        client: The client; None for a new one, which is closed with the transport.
    """

    def send(self, request: Request) -> _Response:
        """Send a request once."""
        with _translated:
            built = self._build(request)
            transport = self._short.transport(built.url)
            if transport is None:
                response = self._client.send(built, stream=request.stream, follow_redirects=False)
            else:
                response = transport.handle_request(built)
                self._short.finish(built, response)
            return _Response(response)

    def close(self) -> None:
        """Close the client, if it is our own."""
        if self._own:
            self._client.close()


class AsyncHttpxTransport(_Base):
    """As `HttpxTransport`, by an `httpx.AsyncClient`."""

    _asynchronous = True

    async def asend(self, request: Request) -> _Response:
        """Send a request once."""
        with _translated:
            built = self._build(request)
            transport = self._short.transport(built.url)
            if transport is None:
                stream = request.stream
                response = await self._client.send(built, stream=stream, follow_redirects=False)
            else:
                response = await transport.handle_async_request(built)
                self._short.finish(built, response)
            return _Response(response)

    async def aclose(self) -> None:
        """Close the client, if it is our own."""
        if self._own:
            await self._client.aclose()
