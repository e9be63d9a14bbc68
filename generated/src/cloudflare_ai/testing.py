"""Tests without a network: a transport that responds as the API's description documents.

    fake = FakeTransport()
    client = Client(http_client=fake)  # the client of this package

Every operation responds with its documented example, or with a value that fits its schema. Every request
is compared with the description of the API. The same object serves sync and async clients.

    fake.respond("things.get", json={"id": "x"})
    fake.fail("things.get", "timeout", times=2)
    assert fake.requests[-1].query == {"page": 2}
"""

from __future__ import annotations

import json as _json
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import repeat
from typing import Any, Literal, TypeAlias

from attrs import define, field, frozen

from ._client import PROFILE
from ._core import make_dir
from ._core.codec import is_async_iterable
from ._core.contract import load_contract
from ._core.documented_response import DocumentedResponse, get_phrase, make_error_members
from ._core.fork import ForkLock
from ._core.media_types import BYTES, EVENT_STREAM, JSON, is_json
from ._core.profile import TOKEN_OPERATION
from ._core.redaction import Redactor
from ._core.request_validation import Received, Route, find_route
from ._core.transport import FailureKind, Request, TransportError

__all__ = [
    "Failure",
    "FakeHeaders",
    "FakeResponse",
    "FakeTransport",
    "RecordedRequest",
    "RequestMismatch",
    "SentResponse",
    "Source",
]
__dir__ = make_dir(__name__)

Failure: TypeAlias = Literal["timeout", "reset", "refused"] | int
"""A failure: no response in time, a broken connection, a refused connection, or a status."""

_FAILURES: dict[str, tuple[FailureKind, str, bool]] = {
    "timeout": ("timeout", "no response in time (as the test asks)", True),
    "reset": ("read", "the connection was reset (as the test asks)", True),
    "refused": ("connect", "the connection was refused (as the test asks)", False),
}
_ABSENT: Any = object()
_SHOWN = 5  # differences of a request in a message


class RequestMismatch(AssertionError):
    """A request differs from the description of the API; the message says where and how."""


@frozen
class RecordedRequest:
    """A request that the client sent.

    Attributes:
        operation: Name of the operation; empty for an undocumented endpoint.
        method: HTTP method.
        url: The URL.
        path: Path arguments by name.
        query: Query parameters by name, parsed.
        headers: By name in lower case; credentials are masked.
        body: The parsed JSON; bytes where it is something else, None where there is none.
        attempt: 1 for the first time that the request was sent.
    """

    operation: str
    method: str
    url: str = field(repr=lambda url: repr(url.partition("?")[0]))
    path: dict[str, Any]
    query: dict[str, Any] = field(repr=False)
    headers: dict[str, str] = field(repr=False)
    body: Any = field(repr=False)
    attempt: int


@define
class FakeResponse:
    """A response for the fake to send.

    Args:
        json: The result of the operation, or the whole body with what the API puts around results.
        status: HTTP status.
        headers: Further header fields.
        body: A body that is not JSON: bytes, text, or the pieces in which a stream comes.
        events: Data of server-sent events; `[DONE]` follows them.
    """

    json: Any = _ABSENT
    status: int = 200
    headers: Mapping[str, str] = field(factory=dict[str, str])
    body: bytes | str | Iterable[bytes] = b""
    events: Iterable[Any] | None = None

    def fields(self) -> dict[str, str]:
        """Return all header fields."""
        kind = BYTES if self.json is _ABSENT else JSON
        kind = kind if self.events is None else EVENT_STREAM
        return {"content-type": kind} | {name.lower(): text for name, text in self.headers.items()}

    def pieces(self) -> list[bytes]:
        """Return the body in the pieces in which it is sent."""
        if self.events is not None:
            data = [*map(_json.dumps, self.events), "[DONE]"]
            return [f"data: {each}\n\n".encode() for each in data]
        if self.json is not _ABSENT:
            return [_json.dumps(self.json).encode()]
        body = self.body.encode() if isinstance(self.body, str) else self.body
        return [body] if isinstance(body, bytes) else list(body)


Source: TypeAlias = FakeResponse | Callable[[RecordedRequest], FakeResponse]


class FakeTransport:
    """Responds to every operation with its documented example; no network.

    Pass it to a client, sync or async, as `http_client=`.

    Attributes:
        requests: What was sent so far, in order.
        fake_host: The host of base URLs, for an API whose description names none.
    """

    fake_host = "fake.example"

    def __init__(self) -> None:
        self.requests: list[RecordedRequest] = []
        self._contract = load_contract(__name__.rpartition(".")[0], requests=True)
        schemes = [scheme for schemes in PROFILE.security for scheme in schemes]
        credentials = [scheme.name for scheme in schemes if scheme.kind == "query"]
        self._routes = {
            name: Route(name, self._contract, credentials) for name in self._contract.operations
        }
        self._responses = {
            name: DocumentedResponse(name, self._contract) for name in self._contract.operations
        }
        self._sources: dict[str, deque[Source]] = {}
        self._failures: dict[str, deque[Failure]] = {}
        self._lock = ForkLock()

    def respond(
        self,
        operation: str,
        *responses: Source,
        json: Any = _ABSENT,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        body: bytes | str | Iterable[bytes] = b"",
        events: Iterable[Any] | None = None,
    ) -> None:
        """Set how an operation responds from now on.

        Args:
            operation: Its name (`things.get`), or method and path of an endpoint that
                the package does not know (`GET /things/new`).
            responses: Responses, or functions of the request, used one after the other; the last one
                stays. Without any, one is made of the keywords, which are those of `FakeResponse`.

        Raises:
            TypeError: A response is neither; a body is given as `json=`.
            ValueError: There is no such operation.
        """
        for each in responses:
            if not (isinstance(each, FakeResponse) or callable(each)):
                raise _make_response_error(each)
        one = FakeResponse(json, status, headers or {}, body, events)
        with self._lock.current:
            self._sources[self._known(operation)] = deque(responses or (one,))

    def fail(self, operation: str, failure: Failure, *, times: int = 1) -> None:
        """Make the next requests for an operation fail; afterwards it responds as before.

        Args:
            operation: As for `respond`.
            failure: `timeout`, `reset` or `refused`, or an HTTP status.
            times: How many requests fail; retries by the client count.

        Raises:
            ValueError: There is no such operation, or `failure` is neither a known name nor a status.
        """
        if not isinstance(failure, int) and failure not in _FAILURES:
            raise ValueError(
                f"Unknown failure {failure!r}; there are {', '.join(_FAILURES)} and statuses"
            )
        with self._lock.current:
            failures = self._failures.setdefault(self._known(operation), deque())
            failures.extend(repeat(failure, times))

    def send(self, request: Request, /) -> SentResponse:
        """Respond to a request of a sync client.

        Raises:
            RequestMismatch: The request is not what the description requires.
            TransportError: A failure that the test asks for.
        """
        if request.operation == TOKEN_OPERATION:
            return SentResponse(FakeResponse({"access_token": "fake-token", "expires_in": 3600}))
        received = Received(request)
        route, path = find_route(self._routes.values(), received, request.operation)
        values = route.read(received, path) if route else {}
        name = route.name if route else self._undocumented(received)
        recorded = _record(request, received, name if route else "", values)
        with self._lock.current:
            self.requests.append(recorded)
            failures = self._failures.get(name)
            failure = failures.popleft() if failures else None
            sources = self._sources.get(name)
            source = (sources.popleft() if len(sources) > 1 else sources[0]) if sources else None
        if route and (problems := route.problems(received, values)):
            more = [f"and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
            raise RequestMismatch("\n  ".join([f"{name}: {request!r}", *problems[:_SHOWN], *more]))
        if failure is not None:
            return self._failure(failure, name)
        if source is None:  # undocumented endpoints have one, by which they are recognized
            return SentResponse(self._documented(name, recorded))
        response = source if isinstance(source, FakeResponse) else source(recorded)
        if not isinstance(response, FakeResponse):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise _make_response_error(response)
        if route and response.json is not _ABSENT and is_json(response.fields()["content-type"]):
            body = self._responses[name].add_envelope(response.status, response.json)
            response = FakeResponse(body, response.status, response.headers)
        return SentResponse(response)

    async def asend(self, request: Request, /) -> SentResponse:
        """Do what `send` does, for an async client."""
        if is_async_iterable(request.content):
            request.content = b"".join([piece async for piece in request.content])
        return self.send(request)

    def close(self) -> None:
        """Do nothing: there is nothing to close."""

    async def aclose(self) -> None:
        """Do nothing: there is nothing to close."""

    def _known(self, operation: str) -> str:
        if operation in self._routes or " /" in operation:
            return operation
        close = get_close_matches(operation, self._routes, 1)
        help = f"did you mean {close[0]!r}?" if close else "names look like 'resource.method'"
        raise ValueError(f"There is no operation {operation!r}; {help}")

    def _undocumented(self, received: Received) -> str:
        for name in (*self._sources, *self._failures):
            method, _, path = name.partition(" ")
            if path and method == received.method and received.path.endswith(path):
                return name
        endpoint = f"{received.method} {received.path}"
        raise RequestMismatch(f"No operation has this method and path: {endpoint}")

    def _failure(self, failure: Failure, name: str) -> SentResponse:
        if not isinstance(failure, int):
            kind, message, sent = _FAILURES[failure]
            raise TransportError(kind, message, sent=sent, is_constant=True)
        documented = self._responses.get(name)
        media_type, body = documented.make_failure(failure) if documented else (JSON, None)
        if body is None:
            members = make_error_members(self._contract.envelope, failure)
            body = members or {"message": get_phrase(failure)}
            media_type = JSON
        return SentResponse(_make_response(failure, media_type, body))

    def _documented(self, name: str, request: RecordedRequest) -> FakeResponse:
        status, media_type, value = self._responses[name].make(request.query, request.body)
        if media_type == EVENT_STREAM:
            return FakeResponse(status=status, events=[])
        return _make_response(status, media_type, value)


def _make_response(status: int, media_type: str, value: Any) -> FakeResponse:
    headers = {"content-type": media_type} if media_type else {}
    if is_json(media_type):
        return FakeResponse(value, status, headers)
    return FakeResponse(status=status, headers=headers, body=value)


def _make_response_error(value: object) -> TypeError:
    return TypeError(
        f"Expected a FakeResponse but received {type(value)}; give a body as `FakeResponse(json=…)`, "
        "or to `respond` as `json=`"
    )


def _record(
    request: Request, received: Received, name: str, values: dict[str, dict[str, Any]]
) -> RecordedRequest:
    redactor: Redactor = request.redactor or Redactor()
    headers = {
        key: "***" if redactor.is_secret_header(key) else redactor.values(value)
        for key, value in received.headers.items()
    }
    path, query = values.get("path", {}), values.get("query", {})
    place = (name, request.method, request.url, path, query)
    return RecordedRequest(*place, headers, received.body(), request.attempt)


class FakeHeaders(dict[str, str]):
    """Header fields by name in lower case."""

    def __getitem__(self, key: str, /) -> str:
        return super().__getitem__(key.lower())

    def __contains__(self, key: object, /) -> bool:
        return isinstance(key, str) and super().__contains__(key.lower())

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a field, or the default."""
        return super().get(key.lower(), default)

    def get_list(self, key: str, /) -> list[str]:
        """Return the values of all fields of that name."""
        return [self[key]] if key in self else []


class SentResponse:
    """A response as clients of both kinds receive it."""

    def __init__(self, response: FakeResponse) -> None:
        self.status = response.status
        self.headers = FakeHeaders(response.fields())
        self._pieces = response.pieces()

    def read(self) -> bytes:
        """Return the whole body."""
        return b"".join(self._pieces)

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the pieces of the body."""
        yield from self._pieces

    def close(self) -> None:
        """Do nothing: there is nothing to free."""

    async def aread(self) -> bytes:
        """Return the whole body."""
        return self.read()

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        """Yield the pieces of the body."""
        for piece in self._pieces:
            yield piece

    async def aclose(self) -> None:
        """Do nothing: there is nothing to free."""
