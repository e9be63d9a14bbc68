"""Requests of httpx, made without its slow paths, and the shortest way to send them."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Iterable, Iterator
from types import FunctionType
from typing import Any

from .transport import Request

_CACHED = 64  # sets of headers kept ready
_STEPS = ("send", "_send_handling_auth", "_send_handling_redirects", "_send_single_request")
_LOGGER = logging.getLogger("httpx")


class Builder:
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
        extensions: dict[str, Any] = {}
        if (timeout := request.timeout) is not None:
            extensions["timeout"] = {
                "connect": timeout.connect,
                "read": timeout.read,
                "write": timeout.write,
                "pool": timeout.pool,
            }
        else:
            extensions["timeout"] = client.timeout.as_dict()
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


class ShortCut:
    """Whether a client's transport can be used directly: httpx's `send` costs more than a request.

    It can where `send` would do nothing but pass the request on: no auth, no hooks, no log, and no
    part of it replaced (by a subclass, by instrumentation, by a recorder of requests).
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._class: type[Any] = type(client)
        self._steps = [getattr(self._class, name, None) for name in _STEPS]
        names = set(getattr(client, "__dict__", {}))
        self._sound = (
            self._class.__name__ in ("Client", "AsyncClient")
            and hasattr(client, "_transport_for_url")
            and hasattr(client, "_auth")
            and names.isdisjoint({*_STEPS, "_transport_for_url"})
            and all(_untouched(step, self._class.__module__) for step in self._steps)
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


def _untouched(step: Any, module: str) -> bool:
    """Whether a method is the class's own and not a stand-in."""
    return (
        isinstance(step, FunctionType)
        and not hasattr(step, "__wrapped__")
        and step.__globals__["__name__"].partition(".")[0] == module.partition(".")[0]
    )
