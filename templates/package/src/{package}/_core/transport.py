"""The seam between the client and the network: what a transport gets, gives and raises.

Nothing here knows httpx. A transport sends one request once: it follows no redirect, repeats
nothing and judges no status; all of that is decided above it.
"""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, Final, Literal, Protocol, TypeAlias, runtime_checkable

from ..errors import ConfigurationError

FailureKind: TypeAlias = Literal[
    "connect",
    "connect_timeout",
    "timeout",
    "read",
    "write",
    "protocol",
    "decoding",
    "closed",
    "other",
]
"""What went wrong: no connection, no connection or no answer in time, the connection broke while
reading or writing, the peer does not speak HTTP, a body that can't be decompressed, the pool is closed."""


class Timeout:
    """Limits for the phases of a request, each in seconds; None means no limit.

    Args:
        timeout: The limit of every phase that is not given by itself.
        connect: Until a connection stands.
        read: Between two pieces of the answer.
        write: Between two pieces of the request.
        pool: Until the pool has a connection to spare.
    """

    def __init__(
        self,
        timeout: float | None = 60.0,
        *,
        connect: float | None = -1.0,
        read: float | None = -1.0,
        write: float | None = -1.0,
        pool: float | None = -1.0,
    ) -> None:
        self.connect = timeout if connect == -1.0 else connect
        self.read = timeout if read == -1.0 else read
        self.write = timeout if write == -1.0 else write
        self.pool = timeout if pool == -1.0 else pool

    def as_dict(self) -> dict[str, float | None]:
        """The limits by the names of the phases."""
        return {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    def __hash__(self) -> int:
        return hash(tuple(self.as_dict().values()))

    def __repr__(self) -> str:
        return "Timeout(connect={}, read={}, write={}, pool={})".format(*self.as_dict().values())


def as_timeout(timeout: float | Timeout | None) -> Timeout:
    """One kind of timeout of the several that can be given."""
    if isinstance(timeout, Timeout):
        return timeout
    if timeout is None or isinstance(
        timeout, (int, float)
    ):  # pyright: ignore[reportUnnecessaryIsInstance]
        return Timeout(timeout)
    # An `httpx.Timeout` and its like.
    return Timeout(
        connect=timeout.connect, read=timeout.read, write=timeout.write, pool=timeout.pool
    )


DEFAULT_TIMEOUT: Final = Timeout(60.0, connect=10.0)


class Request:
    """One request, ready to be sent.

    Attributes:
        method: In capitals.
        url: Absolute and escaped; its path must reach the server as it stands here.
        headers: Names and values in order; names are lower case. A hook may add to them.
        content: The body: bytes, or an iterable of bytes that can be iterated again for a
            repetition; None for no body.
        timeout: Limits; None where the transport's own apply.
        stream: Whether the caller will read the answer piece by piece.
        operation: Name of the operation, for logs, hooks and tests ("ai_gateway.logs.list").
        attempt: 1 for the first time the request is sent.
        context: Scratch space that hooks share for the length of the call.
        grant: What gives it a token when it is sent; None for nothing.
        redactor: Masks the secrets of its client; None where it was made without one.
    """

    def __init__(
        self,
        method: str,
        url: str,
        headers: list[tuple[str, str]],
        content: bytes | Iterable[bytes] | None = None,
        timeout: Timeout | None = None,
        stream: bool = False,
        operation: str = "",
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.content = content
        self.timeout = timeout
        self.stream = stream
        self.operation = operation
        self.attempt = 1
        self.context: dict[str, Any] = {}
        self.grant: Any = None
        self.redactor: Any = None

    def __repr__(self) -> str:
        # Neither the query nor a header: both may hold credentials, and tracebacks print locals.
        return f"<Request {self.method} {self.url.partition('?')[0]}>"


class Headers(Protocol):
    """Header fields of an answer; names are compared without regard to case."""

    def __getitem__(self, key: str, /) -> str: ...

    def __contains__(self, key: object, /) -> bool: ...

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a field (several fields of the name joined by commas), or the default."""

    def get_list(self, key: str, /) -> list[str]:
        """The values of all fields of that name."""
        ...

    def items(self) -> Iterable[tuple[str, str]]:
        """Names and values."""
        ...


class Response(Protocol):
    """An answer whose head has arrived; the body is read by one of the two ways and then closed."""

    @property
    def status(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Headers:
        """The header fields."""
        ...

    def read(self) -> bytes:
        """Read the whole body, decompressed, and free the connection."""
        ...

    def iter_bytes(self) -> Iterator[bytes]:
        """Read the body, decompressed, in the pieces in which it comes."""
        ...

    def close(self) -> None:
        """Free the connection, whatever is left unread; harmless when repeated."""


class AsyncResponse(Protocol):
    """As `Response`, for async code."""

    @property
    def status(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Headers:
        """The header fields."""
        ...

    async def aread(self) -> bytes:
        """Read the whole body, decompressed, and free the connection."""
        ...

    def aiter_bytes(self) -> AsyncIterator[bytes]:
        """Read the body, decompressed, in the pieces in which it comes."""
        ...

    async def aclose(self) -> None:
        """Free the connection, whatever is left unread; harmless when repeated."""


@runtime_checkable
class Transport(Protocol):
    """What carries requests; pass one as `http_client=` to replace httpx."""

    def send(self, request: Request, /) -> Response:
        """Send a request once and return when the head of the answer is there.

        Raises:
            TransportError: The answer did not come.
        """
        ...

    def close(self) -> None:
        """Close all connections."""


@runtime_checkable
class AsyncTransport(Protocol):
    """As `Transport`, for async code (the method is `asend`, so one object can be both)."""

    async def asend(self, request: Request, /) -> AsyncResponse:
        """Send a request once and return when the head of the answer is there.

        Raises:
            TransportError: The answer did not come.
        """
        ...

    async def aclose(self) -> None:
        """Close all connections."""


class TransportError(Exception):
    """No answer, or half of one; the client turns it into an error of the package's tree.

    Args:
        kind: What went wrong.
        message: For the reader of the error; free of credentials.
        sent: False only where the request surely has not reached the server.
    """

    def __init__(self, kind: FailureKind, message: str, *, sent: bool = True) -> None:
        super().__init__(message)
        self.kind: FailureKind = kind
        self.message = message
        self.sent = sent


# By the names of their classes: those of httpx and of what takes its place.
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


class Pool:
    """The transport of a client and of those made of it by `with_options`; made when first used."""

    def __init__(self, http_client: Any, *, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self._httpx = http_client is None or hasattr(http_client, "build_request")
        self._given = http_client
        self._transport: Any = None if self._httpx else http_client
        self._lock = threading.Lock()
        needed = "asend" if asynchronous else "send"
        if not self._httpx and not hasattr(http_client, needed):
            raise ConfigurationError(
                f"`http_client` is a {type(http_client).__name__}, which has no `{needed}`; pass an "
                f"{'httpx.AsyncClient' if asynchronous else 'httpx.Client'} or a transport"
            )
        if (
            http_client is not None
            and self._httpx
            and hasattr(http_client, "aclose") != asynchronous
        ):
            raise ConfigurationError(
                f"`http_client` is a {type(http_client).__name__}; the "
                + ("async client needs an async one" if asynchronous else "client needs a sync one")
            )

    def get(self) -> Any:
        """The transport."""
        if self._transport is None:
            with self._lock:
                if self._transport is None:
                    self._transport = self._make()
        return self._transport

    def _make(self) -> Any:
        from .httpx_transport import AsyncHttpxTransport, HttpxTransport

        made = AsyncHttpxTransport if self.asynchronous else HttpxTransport
        return made(self._given)

    def take(self) -> Any:
        """The transport, if there is one to close: any but a ready httpx client, which stays open."""
        return self._transport
