"""The interface between the client and the network: what a transport gets, returns and raises.

Nothing here knows httpx. A transport sends one request once: it follows no redirect, retries
nothing and judges no status; all of that is decided above it.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, Final, Literal, Protocol, TypeAlias, runtime_checkable

FailureKind: TypeAlias = Literal[
    "connect",
    "connect_timeout",
    "pool_timeout",
    "write_timeout",
    "timeout",
    "deadline",
    "read",
    "write",
    "protocol",
    "decoding",
    "too_large",
    "closed",
    "request",
    "other",
]
"""What went wrong.

`connect`: no connection. `connect_timeout`, `pool_timeout`, `write_timeout`, `timeout`: too long to
connect, to get a connection from the pool, to send, to receive. `deadline`: the call as a whole took
too long. `read`, `write`: the connection broke while receiving or sending. `protocol`: the peer does
not speak HTTP. `decoding`: the body can't be decompressed. `too_large`: the body is larger than the
client allows. `closed`: the client is closed. `request`: the request itself can't be sent.
"""


LONGEST_WAIT: Final = 10.0**9
"""Seconds, about 30 years: who waits longer waits without a limit."""


class Timeout:
    """Limits for the phases of a request, each in seconds; None means no limit.

    Args:
        timeout: The limit of every phase that is not given by itself.
        connect: For connecting.
        read: Between two pieces of the response.
        write: Between two pieces of the request.
        pool: For waiting until the pool has a free connection.
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
        self.connect = _limit(timeout if connect == -1.0 else connect)
        self.read = _limit(timeout if read == -1.0 else read)
        self.write = _limit(timeout if write == -1.0 else write)
        self.pool = _limit(timeout if pool == -1.0 else pool)

    def as_dict(self) -> dict[str, float | None]:
        """Return the limits by the names of the phases."""
        return {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeout) and self.as_dict() == other.as_dict()

    def __hash__(self) -> int:
        return hash(tuple(self.as_dict().values()))

    def __repr__(self) -> str:
        return "Timeout(connect={}, read={}, write={}, pool={})".format(*self.as_dict().values())


def _limit(seconds: float | None) -> float | None:
    """Return a limit; None for one that no clock of the system can take, such as infinity."""
    # Anything that is not a number is refused later, by its name.
    if isinstance(seconds, (int, float)) and seconds > LONGEST_WAIT:
        return None
    return seconds


def as_timeout(timeout: float | Timeout | None) -> Timeout:
    """Convert any form in which a timeout can be given to a `Timeout`."""
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
            retry, in an async client perhaps an async one; None for no body.
        timeout: Limits; None where the transport's own apply.
        stream: Whether the caller will read the response piece by piece.
        operation: Name of the operation, for logs, hooks and tests ("customers.list").
        attempt: 1 for the first time the request is sent.
        context: Scratch space that hooks share for the length of the call.
        grant: The source of a token for it; None if it needs none.
        idempotent: Whether it may be retried although it may have been processed. Where it may
            not, the transport takes care to report truly whether any of it was sent.
        deadline: When the call as a whole must have ended, by `time.monotonic()`; None for never.
        redactor: Masks the secrets of its client; None where it was made without one.
        foreign: Whether it goes to another host than the API's, after a redirect: hooks and transports
            add no credentials, cookies or header fields of their own.
    """

    def __init__(
        self,
        method: str,
        url: str,
        headers: list[tuple[str, str]],
        content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None,
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
        self.idempotent = False
        self.deadline: float | None = None
        self.redactor: Any = None
        self.foreign = False

    def __repr__(self) -> str:
        # Neither the query nor a header: both may hold credentials, and tracebacks print locals.
        return f"<Request {self.method} {self.url.partition('?')[0]}>"


class Headers(Protocol):
    """Header fields of a response; names are compared without regard to case."""

    def __getitem__(self, key: str, /) -> str: ...

    def __contains__(self, key: object, /) -> bool: ...

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a field (several fields of the name joined by commas), or the default."""

    def get_list(self, key: str, /) -> list[str]:
        """Return the values of all fields of that name."""
        ...

    def items(self) -> Iterable[tuple[str, str]]:
        """Return the names and values."""
        ...


class Response(Protocol):
    """A response whose head has arrived; the body is read in one of the two ways, then it is closed."""

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
        """Free the connection, even if data is unread; may be repeated."""


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
        """Free the connection, even if data is unread; may be repeated."""


@runtime_checkable
class Transport(Protocol):
    """Sends requests; pass one as `http_client=` to replace httpx."""

    def send(self, request: Request, /) -> Response:
        """Send a request once and return when the head of the response has arrived.

        Raises:
            TransportError: No response came.
        """
        ...

    def close(self) -> None:
        """Close all connections."""


@runtime_checkable
class AsyncTransport(Protocol):
    """As `Transport`, for async code (the method is `asend`, so one object can be both)."""

    async def asend(self, request: Request, /) -> AsyncResponse:
        """Send a request once and return when the head of the response has arrived.

        Raises:
            TransportError: No response came.
        """
        ...

    async def aclose(self) -> None:
        """Close all connections."""


class TransportError(Exception):
    """No complete response; the client turns it into an error of the package's tree.

    Args:
        kind: What went wrong.
        message: For the reader of the error; free of credentials.
        sent: False only where no byte of the request was handed to a connection.
        is_constant: Whether the message is a text of this package, in which nothing is masked: a short
            credential may be one of its words.
    """

    def __init__(
        self, kind: FailureKind, message: str, *, sent: bool = True, is_constant: bool = False
    ) -> None:
        super().__init__(message)
        self.kind: FailureKind = kind
        self.message = message
        self.sent = sent
        self.is_constant = is_constant

    def describe(self, redactor: Any) -> str:
        """Return the message without secrets."""
        return self.message if self.is_constant else str(redactor.message(self.message))
