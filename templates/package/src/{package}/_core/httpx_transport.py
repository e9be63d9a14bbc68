"""The default transport: httpx, sync and async.

Loaded with the first request. The auth, hooks, cookies, proxies and mounts of a client that the user
gives apply as usual. httpx is only named where a client of our own is made: the classes come from
the package of the given client, so that its successors work as well.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

from ..errors import ConfigurationError
from .call import OUT_OF_TIME
from .decompression import Decompressor, adecompressed, decompressed, make_decompressor
from .fork import detach_socket, keep_open, renew_in_children
from .httpx_connections import close_after_leftovers, get_socket, release_abandoned
from .httpx_limits import DeadlinePassed, limit_connections, limit_stream
from .httpx_requests import Builder, ShortCut
from .redaction import HTTP_LOG
from .transport import FailureKind, Headers, Request, TransportError

_LANES, _WIDTH = 64, 8  # pools of an async client, and requests in each before another is made


@cache
def get_tls_context() -> Any:
    """Return the process's one TLS context: reading the certificates takes tens of milliseconds."""
    import httpx

    return httpx.create_ssl_context()


# By the names of their classes: those of httpx and of what takes its place. The flag says whether
# the request may have been sent, as far as that can be known from an exception.
_FAILURES: tuple[tuple[FailureKind, bool, str], ...] = (
    ("connect_timeout", False, "ConnectTimeout"),
    ("pool_timeout", False, "PoolTimeout"),
    ("write_timeout", True, "WriteTimeout"),
    ("timeout", True, "TimeoutException"),
    ("connect", False, "ConnectError ProxyError"),
    ("request", False, "UnsupportedProtocol InvalidURL"),
    ("protocol", True, "ProtocolError"),
    ("read", True, "ReadError StreamError"),
    ("write", True, "WriteError"),
    ("decoding", True, "DecodingError"),
    ("other", True, "HTTPError OSError"),
)

# By their texts: httpx has one class for a server that ends early and one that does not speak HTTP.
_CUT = re.compile(r"peer (unexpectedly )?closed connection|Server disconnected").search


def to_transport_error(error: BaseException, trace: Trace | None = None) -> TransportError | None:
    """Return what an exception of httpx means.

    Args:
        error: The exception.
        trace: What was seen of the request; where it saw a connection, it decides whether the
            request was sent.

    Returns:
        The failure, None for an exception that is not httpx's own.
    """
    if isinstance(error, DeadlinePassed):
        return TransportError(
            "deadline", OUT_OF_TIME, sent=trace is None or trace.is_sent, is_constant=True
        )
    for cls in type(error).__mro__:
        for kind, sent, names in _FAILURES:
            if cls.__name__ in names.split():
                if trace is not None and trace.is_used:
                    sent = trace.is_sent
                message = str(error).strip() or type(error).__name__
                if kind == "protocol" and _CUT(message):
                    kind = "read"
                return TransportError(kind, message, sent=sent)
    if isinstance(error, RuntimeError) and "closed" in str(error):
        return TransportError("closed", str(error), sent=False)
    return None


class Trace:
    """Whether any byte of a request was handed to a connection, by the events of httpcore.

    Attributes:
        is_used: Whether there were any events: other transports than httpcore's have none.
        is_sent: Whether the head of the request was handed over.
    """

    __slots__ = ("is_used", "is_sent", "_is_tunnel")

    def __init__(self) -> None:
        self.is_used = self.is_sent = self._is_tunnel = False

    def __call__(self, event: str, info: dict[str, Any]) -> None:
        """Note an event."""
        self.is_used = True
        if ".send_request_headers." not in event:
            return
        if event.endswith(".started"):  # a proxy is first asked for a tunnel
            self._is_tunnel = getattr(info.get("request"), "method", b"") == b"CONNECT"
        if self._is_tunnel:
            return
        if event.endswith(".failed"):
            # A request that h11 or h2 refuse to serialize never reaches the connection.
            error: object = info.get("exception")
            name, module = type(error).__name__, type(error).__module__
            refused = name == "LocalProtocolError" or module.startswith("h2")
            self.is_sent = not refused
        else:
            self.is_sent = True

    async def anote(self, event: str, info: dict[str, Any]) -> None:
        """Do what `__call__` does, for async connections."""
        self(event, info)


@contextmanager
def _translate_failures(trace: Trace | None = None) -> Generator[None, None, None]:
    """Turn exceptions of httpx into those of the interface; others pass."""
    try:
        yield
    except (Exception, DeadlinePassed) as error:
        failure = to_transport_error(error, trace)
        if failure is None:
            raise
    else:
        return
    raise failure from None


class _Response:
    """A response of httpx under the names of the interface, sync and async."""

    _is_inherited = False  # by a child process, from the parent that opened it

    def __init__(self, response: Any, request: Request, lane: ShortCut) -> None:
        self._response = response
        self._lane = lane
        self._is_counted = lane.busy > 0
        self.status: int = response.status_code
        self.headers: Headers = response.headers
        close_after_leftovers(response)
        limit_stream(response.extensions.get("network_stream"))  # opened before by others
        if request.stream:
            renew_in_children(self)

    def after_fork(self) -> None:
        """Leave the connection to the parent: what the child reads or sends there would be missing or wrong."""
        self._is_inherited = True
        detach_socket(get_socket(self._response))

    def close(self) -> None:
        if not self._is_inherited:
            self._response.close()
            self._release(is_broken=False)

    def read(self) -> bytes:
        if self._is_inherited:
            raise _make_inherited_failure()
        try:
            if (decompressor := self._decompressor()) is not None:
                return b"".join(decompressed(decompressor, self._response.iter_raw()))
            return bytes(self._response.read())  # no copy: they are bytes
        except (Exception, DeadlinePassed) as error:
            self._release()
            failure = to_transport_error(error)
            if failure is None:
                raise
        raise failure from None

    def iter_bytes(self) -> Iterator[bytes]:
        if self._is_inherited:
            raise _make_inherited_failure()
        with _translate_failures():
            if (decompressor := self._decompressor()) is not None:
                pieces = decompressed(decompressor, self._response.iter_raw())
            else:
                pieces = self._response.iter_bytes()
            try:
                for piece in pieces:
                    yield piece
                    if self._is_inherited:
                        raise _make_inherited_failure()
            finally:
                if self._is_inherited:
                    keep_open(pieces)

    async def aread(self) -> bytes:
        with _translate_failures():
            try:
                if (decompressor := self._decompressor()) is not None:
                    pieces = adecompressed(decompressor, self._response.aiter_raw())
                    return b"".join([piece async for piece in pieces])
                return bytes(await self._response.aread())
            except BaseException:
                self._release()
                raise
            finally:
                self._leave()

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        with _translate_failures():
            if (decompressor := self._decompressor()) is not None:
                pieces = adecompressed(decompressor, self._response.aiter_raw())
            else:
                pieces = self._response.aiter_bytes()
            try:
                async for piece in pieces:
                    yield piece
            except BaseException:
                self._release()
                raise

    def _decompressor(self) -> Decompressor | None:
        """Make what decompresses the body; None for httpx itself."""
        # A hook of the given client may have read the body.
        if self._response.is_stream_consumed or "content-encoding" not in self.headers:
            return None
        accepted = self._response.request.headers.get("accept-encoding", "")
        return make_decompressor(self.headers["content-encoding"], accepted)

    async def aclose(self) -> None:
        self._leave()
        try:
            await self._response.aclose()
        except BaseException:
            self._release()
            raise
        self._release(is_broken=False)

    def _leave(self) -> None:
        if self._is_counted:
            self._is_counted = False
            self._lane.busy -= 1

    def _release(self, *, is_broken: bool = True) -> None:
        if is_broken or self._response.http_version == "HTTP/2":
            release_abandoned(self._lane.client)


def _make_inherited_failure() -> TransportError:
    return TransportError(
        "other", "the response was opened by the parent of this process", is_constant=True
    )


class _Base:
    """The base of both transports."""

    _asynchronous = False

    def __init__(self, client: Any = None) -> None:
        self._own = client is None
        self._client = self._default() if client is None else client
        self._build = Builder(self._client).build
        self._short = ShortCut(self._client)
        limit_connections(self._client)
        HTTP_LOG.install()

    def _default(self) -> Any:
        """Make a client with a pool of its own; the environment's proxies apply.

        Raises:
            ConfigurationError: A proxy or the certificates that the environment names can't be used.
        """
        import httpx

        limits = httpx.Limits(max_connections=1000, max_keepalive_connections=100)
        make = httpx.AsyncClient if self._asynchronous else httpx.Client
        # Cookies would go from one caller's requests to another's.
        no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        try:
            return make(verify=get_tls_context(), limits=limits, timeout=None, cookies=no_cookies)
        except (ImportError, OSError, ValueError, httpx.InvalidURL) as error:
            problem = (
                f"{type(error).__name__}: {error}" if isinstance(error, OSError) else str(error)
            )
        raise ConfigurationError(
            "The environment's settings for TLS or proxies can't be used "
            f"(SSL_CERT_FILE, SSL_CERT_DIR, HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY): {problem}"
        )


def _send_options(request: Request) -> dict[str, Any]:
    """Return how httpx's own `send` is called: credentials of the given client stay with the API's host."""
    return {"auth": None} if request.foreign else {}


class HttpxTransport(_Base):
    """Sends by an `httpx.Client`: the one given, or one of its own, which is closed with it."""

    def send(self, request: Request) -> _Response:
        """Send a request once."""
        trace = None if request.idempotent else Trace()
        sender = HTTP_LOG.redactor.set(request.redactor)
        try:
            built = self._build(request)
            if trace is not None:
                built.extensions["trace"] = trace
            if (transport := self._short.transport(built.url)) is None:
                more = _send_options(request)
                response = self._client.send(
                    built, stream=request.stream, follow_redirects=False, **more
                )
            else:
                response = transport.handle_request(built)
                self._short.finish(built, response)
            return _Response(response, request, self._short)
        except (Exception, DeadlinePassed) as error:
            release_abandoned(self._client)
            failure = to_transport_error(error, trace)
            if failure is None:
                raise
        finally:
            HTTP_LOG.redactor.reset(sender)
        raise failure from None

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
        trace = None if request.idempotent else Trace()
        sender = HTTP_LOG.redactor.set(request.redactor)
        try:
            built, lane = self._build(request), self._free_lane()
            if trace is not None:
                built.extensions["trace"] = trace.anote
            lane.busy += 1
            try:
                response = await self._send_built(built, lane, request)
            except BaseException:
                lane.busy -= 1
                release_abandoned(lane.client)
                raise
            return _Response(response, request, lane)
        except Exception as error:
            failure = to_transport_error(error, trace)
            if failure is None:
                raise
        finally:
            HTTP_LOG.redactor.reset(sender)
        raise failure from None

    async def _send_built(self, built: Any, lane: ShortCut, request: Request) -> Any:
        if (transport := lane.transport(built.url)) is None:
            more = _send_options(request)
            return await lane.client.send(
                built, stream=request.stream, follow_redirects=False, **more
            )
        response = await transport.handle_async_request(built)
        self._short.finish(built, response)
        return response

    def _free_lane(self) -> ShortCut:
        """Return the first lane with room, so that connections are used again before new ones are made."""
        for lane in self._lanes:
            if lane.busy < _WIDTH or not self._own:
                return lane
        if len(self._lanes) == _LANES:
            return min(self._lanes, key=lambda lane: lane.busy)
        self._lanes.append(ShortCut(self._default()))
        limit_connections(self._lanes[-1].client)
        return self._lanes[-1]

    async def aclose(self) -> None:
        """Close the clients that are our own."""
        for lane in self._lanes if self._own else ():
            await lane.client.aclose()
