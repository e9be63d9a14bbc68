"""Converts our requests to those of httpx without its slow paths, and finds the short way to send them."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from types import FunctionType
from typing import Any

from .content import aiter_content
from .httpx_limits import PhaseLimits
from .option_checks import check_header
from .transport import Request

_CACHED = 64  # sets of headers kept ready
_STEPS = ("send", "_send_handling_auth", "_send_handling_redirects", "_send_single_request")
_LOGGER = logging.getLogger("httpx")


class Builder:
    """Makes requests of the package that a client belongs to, without httpx's slow paths."""

    def __init__(self, client: Any) -> None:
        self._client = client
        # The classes that go with the client: those of httpx, or of what took its place.
        roots = [cls.__module__.partition(".")[0] for cls in type(client).__mro__]
        modules = (
            module for root in roots if hasattr(module := sys.modules.get(root), "ByteStream")
        )
        self._module: Any = next(modules, None) or import_module("httpx")
        self._origins: dict[str, Any] = {}
        self._headers: dict[tuple[Any, ...], Any] = {}
        self._merged: list[tuple[bytes, bytes]] = []

    def build(self, request: Request) -> Any:
        """Build the request as the client would, with its own headers, cookies and parameters.

        Raises:
            ArgumentError: A header field, which a hook may have added, can't be sent.
        """
        client, module = self._client, self._module
        url, host = self._url(request.url)
        content = request.content
        whole = content is None or isinstance(content, bytes)
        stream = module.ByteStream(content or b"") if whole else _pieces(module, content)
        limits = (client.timeout if request.timeout is None else request.timeout).as_dict()
        more = {"timeout": PhaseLimits(limits, request.deadline)}
        if client.params and not request.foreign:
            url = url.copy_merge_params(client.params)
        headers = self._headers_of(request, host)
        built = module.Request(request.method, url, headers=headers, stream=stream, extensions=more)
        if client.cookies and not request.foreign:
            client.cookies.set_cookie_header(built)
        return built

    def _headers_of(self, request: Request, host: bytes) -> Any:
        base: list[tuple[bytes, bytes]] = [] if request.foreign else self._client.headers.raw
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
        for name, value in request.headers:
            check_header(name, value, "headers of the request")
        ours = [(name.encode(), value.strip(" \t").encode()) for name, value in request.headers]
        names = {name for name, _ in ours}
        fields = [(b"Host", host)] if b"host" not in names else []
        fields += [field for field in base if field[0].lower() not in names]
        if not isinstance(request.content, (bytes, type(None))) and b"content-length" not in names:
            ours.append((b"transfer-encoding", b"chunked"))
        return self._module.Headers(fields + ours)

    def _url(self, text: str) -> tuple[Any, bytes]:
        """Return the URL and its host; parsing it each time would cost more than all the rest."""
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
        """Return the parsed origin; None for it where this httpx keeps it in another way."""
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

        def __aiter__(self) -> AsyncIterator[bytes]:
            return aiter_content(content)

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
        """Return the transport for a URL, None where `send` has to be used."""
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
        """Do for a response what `send` would have done."""
        response.request = built
        if "set-cookie" in response.headers:
            self.client.cookies.extract_cookies(response)
