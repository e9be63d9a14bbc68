"""The transports of a client: one for each process and each event loop, made when first used.

Connections belong to the process and, for async code, to the event loop that made them. A child of
`fork()` starts anew with its own; what the parent had is left alone, not closed.
"""

from __future__ import annotations

import threading
from typing import Any
from weakref import WeakKeyDictionary

from ..errors import ConfigurationError
from .fork import keep_open, renew_in_children


class Pool:
    """The transports of a client and of those made of it by `with_options`.

    Args:
        http_client: A ready httpx client or a transport; None for transports of our own.
        asynchronous: Whether the client is.

    Raises:
        ConfigurationError: `http_client` is of the wrong kind.
    """

    def __init__(self, http_client: Any, *, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self._httpx = http_client is None or hasattr(http_client, "build_request")
        self._given = http_client
        if http_client is not None:
            _check_kind(http_client, self._httpx, asynchronous)
        self._start()
        renew_in_children(self)

    def _start(self) -> None:
        self._lock = threading.Lock()
        self._transport: Any = None if self._httpx else self._given
        self._by_loop: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        # The loop that asked last, and its transport: most programs have one.
        self._latest: tuple[Any, Any] = (None, None)

    def get(self) -> Any:
        """Return the transport for the running event loop, or for all threads of a sync client."""
        if self._given is None and self.asynchronous:
            return self._of_loop()
        if self._transport is None:
            with self._lock:
                if self._transport is None:
                    self._transport = self._make()
        return self._transport

    def _of_loop(self) -> Any:
        from asyncio import get_running_loop

        loop = get_running_loop()
        latest = self._latest
        if latest[0] is loop:
            return latest[1]
        with self._lock:
            transport = self._by_loop.get(loop)
            if transport is None:
                transport = self._by_loop[loop] = self._make()
            self._latest = (loop, transport)
        return transport

    def _make(self) -> Any:
        from .httpx_transport import AsyncHttpxTransport, HttpxTransport

        made = AsyncHttpxTransport if self.asynchronous else HttpxTransport
        return made(self._given)

    def close(self) -> None:
        """Close all connections, but not those of a ready httpx client."""
        if self._transport is not None:
            self._transport.close()

    async def aclose(self) -> None:
        """Do what `close` does, for async code. Transports of other loops are closed there, if these still run."""
        if self._transport is not None:
            await self._transport.aclose()
            return
        from asyncio import get_running_loop, run_coroutine_threadsafe

        here = get_running_loop()
        with self._lock:
            transports = list(self._by_loop.items())
        for loop, transport in transports:
            if loop is here:
                await transport.aclose()
            elif loop.is_running():
                run_coroutine_threadsafe(transport.aclose(), loop)

    def after_fork(self) -> None:
        """Start anew in a child process."""
        keep_open((self._transport, self._latest, dict(self._by_loop)))
        self._start()


def _check_kind(http_client: Any, is_httpx: bool, asynchronous: bool) -> None:
    given = type(http_client).__name__
    if isinstance(http_client, type):
        name = http_client.__name__
        raise ConfigurationError(f"`http_client` is the class {name}; pass an object, as {name}()")
    if not is_httpx:
        method = "asend" if asynchronous else "send"
        if not hasattr(http_client, method):
            raise ConfigurationError(
                f"`http_client` is a {given}, which has no `{method}`; pass an "
                f"{'httpx.AsyncClient' if asynchronous else 'httpx.Client'} or a transport"
            )
    elif hasattr(http_client, "aclose") != asynchronous:
        needed = "async client needs an async one" if asynchronous else "client needs a sync one"
        raise ConfigurationError(f"`http_client` is a {given}; the {needed}")
