"""Limits of a whole exchange. Those of httpcore hold for one piece, and a server can send pieces without end.

httpcore asks for the limit of a phase when the phase begins, and hands it to the stream of the connection
with each piece. So the limits here know the deadline, and the streams ask them before each piece.
"""

from __future__ import annotations

import socket
import sys
import time
from contextlib import suppress
from functools import cache
from inspect import iscoroutinefunction
from typing import Any

from .transport import LONGEST_WAIT, TransportError

MAX_HEAD = 256 * 1024
"""Bytes of a response before its body: interim responses (1xx) and the head itself."""


class DeadlinePassed(BaseException):
    """The time of a call is over. No `Exception`: for one, httpcore gives up a connection that others share."""


class PhaseLimits(dict[str, float | None]):
    """The limits of an attempt by the names of the phases, as httpcore asks for them."""

    def __init__(self, limits: dict[str, float | None], deadline: float | None) -> None:
        super().__init__(limits)
        self._deadline = deadline
        self._previous = ""

    def get(self, key: str, default: Any = None) -> float | None:
        """Return the limit of a phase that begins now."""
        limit: float | None = super().get(key, default)
        is_head = key == "read" and self._previous == "write"
        self._previous = key
        if self._deadline is None and not is_head:
            return limit
        return _Limit(limit, self._deadline, MAX_HEAD if is_head else None)


class _Limit(float):
    """The limit of a phase: seconds for each piece, when all must have ended, and how much may be read."""

    __slots__ = ("_deadline", "_room", "_seconds")

    _seconds: float
    _deadline: float | None
    _room: int | None

    def __new__(cls, seconds: float | None, deadline: float | None, room: int | None) -> _Limit:
        seconds = LONGEST_WAIT if seconds is None else seconds
        left = seconds if deadline is None else min(seconds, deadline - time.monotonic())
        limit = super().__new__(cls, max(0.001, left))
        limit._seconds, limit._deadline, limit._room = seconds, deadline, room
        return limit

    @property
    def has_deadline(self) -> bool:
        return self._deadline is not None

    def is_over(self) -> bool:
        """Return whether the deadline has passed; waits may end a little before it."""
        return self._deadline is not None and time.monotonic() >= self._deadline - 0.005

    def left(self) -> float:
        """Return the seconds for the next piece."""
        if self._deadline is None:
            return self._seconds
        return max(0.001, min(self._seconds, self._deadline - time.monotonic()))

    def count(self, data: bytes) -> bytes:
        """Count what was read.

        Raises:
            TransportError: It is too much.
        """
        if self._room is not None:
            self._room -= len(data)
            if self._room < 0:
                raise TransportError(
                    "protocol",
                    "the head of the response, with the interim responses (1xx) before it, is larger "
                    f"than {MAX_HEAD} bytes",
                    is_constant=True,
                )
        return data


def limit_connections(client: Any) -> None:
    """Let the connections that a client of httpx will open keep the limits of our requests."""
    with suppress(AttributeError):  # in another version of httpcore they may have other names
        for transport in (client._transport, *client._mounts.values()):
            pool: Any = getattr(transport, "_pool", None)
            backend = getattr(pool, "_network_backend", None)
            if backend is not None and not isinstance(backend, _Backend):
                is_async = iscoroutinefunction(backend.connect_tcp)
                pool._network_backend = (_AsyncBackend if is_async else _Backend)(backend)


def limit_stream(stream: Any) -> Any:
    """Let a stream of httpcore keep the limits of our requests, and return it."""
    cls: Any = stream.__class__
    is_limited = issubclass(cls, _Stream | _AsyncStream)
    if not is_limited and hasattr(cls, "read") and hasattr(cls, "start_tls"):
        with suppress(TypeError):  # a class whose objects have another layout
            stream.__class__ = _make_class(cls)
    return stream


class _Backend:
    """Opens connections by a backend of httpcore."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def __getattr__(self, name: str) -> Any:
        return getattr(self._backend, name)

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, **options: Any
    ) -> Any:
        """Connect; the deadline holds for all addresses of a host together."""
        connect = self._backend.connect_tcp
        if isinstance(timeout, _Limit) and timeout.has_deadline:
            *others, host = _resolve(host, port)
            for address in others:
                with suppress(Exception):
                    return limit_stream(connect(address, port, timeout=timeout.left(), **options))
                if timeout.is_over():
                    raise DeadlinePassed
            timeout = timeout.left()
        return limit_stream(connect(host, port, timeout=timeout, **options))

    def connect_unix_socket(self, *arguments: Any, **options: Any) -> Any:
        """Connect to a socket of the system."""
        return limit_stream(self._backend.connect_unix_socket(*arguments, **options))


class _AsyncBackend(_Backend):
    async def connect_tcp(self, *arguments: Any, **options: Any) -> Any:
        return limit_stream(await self._backend.connect_tcp(*arguments, **options))

    async def connect_unix_socket(self, *arguments: Any, **options: Any) -> Any:
        return limit_stream(await self._backend.connect_unix_socket(*arguments, **options))


def _resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host; its name where it has none: the backend reports that."""
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return [host]
    return list(dict.fromkeys(str(address[0]) for *_, address in infos)) or [host]


class _Stream:
    """What a limited class has in place of the methods of a sync class of httpcore."""

    _write_timeout: type[Exception] = TimeoutError
    get_extra_info: Any

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        stream: Any = super()
        if not isinstance(timeout, _Limit):
            return bytes(stream.read(max_bytes, timeout))
        if timeout.is_over():
            raise DeadlinePassed
        try:
            data = stream.read(max_bytes, timeout.left())
        except Exception:
            if timeout.is_over():
                raise DeadlinePassed from None
            raise
        return timeout.count(data)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        stream: Any = super()
        if not isinstance(timeout, _Limit) or not timeout.has_deadline:
            stream.write(buffer, timeout)
            return
        connection, rest = self.get_extra_info("socket"), memoryview(buffer)
        while rest:
            # What others share is broken by half a write: this is an `Exception`.
            if timeout.is_over():
                raise self._write_timeout("timed out")
            if connection is None or hasattr(self, "ssl_obj"):  # TLS within TLS
                stream.write(bytes(rest), timeout.left())
                return
            try:
                connection.settimeout(timeout.left())
                rest = rest[connection.send(rest) :]
            except TimeoutError:
                raise self._write_timeout("timed out") from None
            except OSError:
                stream.write(bytes(rest), timeout.left())  # raises it by its name in httpcore
                return

    def start_tls(
        self, ssl_context: Any, server_hostname: Any = None, timeout: float | None = None
    ) -> Any:
        stream: Any = super()
        if isinstance(timeout, _Limit):
            timeout = timeout.left()
        return limit_stream(stream.start_tls(ssl_context, server_hostname, timeout))


class _AsyncStream:
    """The same for an async class; the deadline of async calls is a limit of asyncio."""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        stream: Any = super()
        data = bytes(await stream.read(max_bytes, timeout))
        return timeout.count(data) if isinstance(timeout, _Limit) else data

    async def start_tls(self, *arguments: Any, **options: Any) -> Any:
        stream: Any = super()
        return limit_stream(await stream.start_tls(*arguments, **options))


@cache
def _make_class(cls: Any) -> Any:
    """Make the class of limited streams for a class of httpcore."""
    if iscoroutinefunction(cls.read):
        return type(cls.__name__, (_AsyncStream, cls), {})
    write_timeout = getattr(sys.modules[cls.__module__], "WriteTimeout", TimeoutError)
    return type(cls.__name__, (_Stream, cls), {"_write_timeout": write_timeout})
