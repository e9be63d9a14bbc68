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
from importlib import import_module
from types import FunctionType
from typing import Any

from .transport import Headers, Request
from .transport import failure_of as failure_of

_CACHED = 64  # sets of headers kept ready
_STEPS = ("send", "_send_handling_auth", "_send_handling_redirects", "_send_single_request")
_LOGGER = logging.getLogger("httpx")
_LANES, _WIDTH = 64, 8  # pools of an async client, and requests in each before another is made


@cache
def tls_context() -> Any:
    """The process's one TLS context: reading the certificates takes tens of milliseconds."""
    import httpx

    return httpx.create_ssl_context()


class _Translation:
    """Inside it, exceptions of httpx become those of the seam; others pass."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: Any, error: BaseException | None, traceback: Any) -> None:
        if error is not None and (failure := failure_of(error)) is not None:
            raise failure from None


_translated = _Translation()


class _Response:
    """An answer of httpx under the names of the seam, sync and async."""

    def __init__(self, response: Any, lane: ShortCut | None = None) -> None:
        self._response = response
        self._lane = lane
        self.status: int = response.status_code
        self.headers: Headers = response.headers
        self.close = response.close

    def read(self) -> bytes:
        with _translated:
            return bytes(self._response.read())  # no copy: they are bytes

    def iter_bytes(self) -> Iterator[bytes]:
        with _translated:
            yield from self._response.iter_bytes()

    async def aread(self) -> bytes:
        with _translated:
            try:
                return bytes(await self._response.aread())
            finally:
                self._leave()

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        with _translated:
            async for piece in self._response.aiter_bytes():
                yield piece

    async def aclose(self) -> None:
        self._leave()
        await self._response.aclose()

    def _leave(self) -> None:
        lane, self._lane = self._lane, None
        if lane is not None:
            lane.busy -= 1


class Builder:
    """Makes requests of the package that a client belongs to, without httpx's slow paths."""

    def __init__(self, client: Any) -> None:
        self._client = client
        # The classes that go with the client: those of httpx, or of what took its place.
        roots = [cls.__module__.partition(".")[0] for cls in type(client).__mro__]
        found = (module for root in roots if hasattr(module := sys.modules.get(root), "ByteStream"))
        self._module: Any = next(found, None) or import_module("httpx")
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
        self.client = client
        self.busy = 0  # requests under way, where somebody counts them
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
        client = self.client
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
            self.client.cookies.extract_cookies(response)


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
    """Sends by an `httpx.Client`: the one given, or one of its own, which is closed with it."""

    def send(self, request: Request) -> _Response:
        """Send a request once."""
        with _translated:
            built = self._build(request)
            if (transport := self._short.transport(built.url)) is None:
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
    """As `HttpxTransport`, by an `httpx.AsyncClient`, or by several of our own.

    The time a pool of httpx takes for a request grows with the square of its connections.
    """

    _asynchronous = True

    def __init__(self, client: Any = None) -> None:
        super().__init__(client)
        self._lanes = [self._short]

    async def asend(self, request: Request) -> _Response:
        """Send a request once."""
        with _translated:
            built, lane = self._build(request), self._free_lane()
            lane.busy += 1
            try:
                response = await self._sent(built, lane, request.stream)
            except BaseException:
                lane.busy -= 1
                raise
            return _Response(response, lane)

    async def _sent(self, built: Any, lane: ShortCut, stream: bool) -> Any:
        if (transport := lane.transport(built.url)) is None:
            return await lane.client.send(built, stream=stream, follow_redirects=False)
        response = await transport.handle_async_request(built)
        self._short.finish(built, response)
        return response

    def _free_lane(self) -> ShortCut:
        """The first with room, so that connections are used again before new ones are made."""
        for lane in self._lanes:
            if lane.busy < _WIDTH or not self._own:
                return lane
        if len(self._lanes) == _LANES:
            return min(self._lanes, key=lambda lane: lane.busy)
        self._lanes.append(ShortCut(self._default()))
        return self._lanes[-1]

    async def aclose(self) -> None:
        """Close the clients that are our own."""
        for lane in self._lanes if self._own else ():
            await lane.client.aclose()
