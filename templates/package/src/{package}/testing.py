"""Tests without a network: a transport that responds as the API's description documents.

    fake = FakeTransport()
    client = Client(http_client=fake)  # the client of this package

Every operation responds with its documented example, or with a value that fits its schema. Every request
is compared with the description of the API. The same object serves sync and async clients.

    fake.answer("things.get", json={"id": "x"})
    fake.fail("things.get", "timeout", times=2)
    assert fake.requests[-1].query == {"page": 2}
"""

from __future__ import annotations

import json as _json
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from http import HTTPStatus
from itertools import repeat
from typing import Any, Literal, TypeAlias

from attrs import define, field, frozen

from ._client import PROFILE
from ._core import make_dir
from ._core.codec import is_async_iterable
from ._core.contract import load_contract
from ._core.documented_response import DocumentedResponse
from ._core.fork import ForkLock
from ._core.profile import TOKEN_OPERATION
from ._core.redaction import Redactor
from ._core.request_validation import Received, Route, find_route
from ._core.response_decoding import is_json
from ._core.transport import FailureKind, Request, TransportError

__all__ = [
    "Answer",
    "FakeHeaders",
    "FakeResponse",
    "FakeTransport",
    "Fault",
    "RecordedRequest",
    "RequestMismatch",
    "Source",
]
__dir__ = make_dir(__name__)

Fault: TypeAlias = Literal["timeout", "reset", "refused"] | int
"""A failure: no response in time, a connection that breaks, none at all, or a status."""

_FAULTS: dict[str, tuple[FailureKind, str, bool]] = {
    "timeout": ("timeout", "no response in time (a fault of the test)", True),
    "reset": ("read", "the connection was reset (a fault of the test)", True),
    "refused": ("connect", "the connection was refused (a fault of the test)", False),
}
_ABSENT: Any = object()


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
class Answer:
    """One response of the fake.

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
        kind = "application/octet-stream" if self.json is _ABSENT else "application/json"
        kind = kind if self.events is None else "text/event-stream"
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


Source: TypeAlias = Answer | Callable[[RecordedRequest], Answer]


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
        self._answers: dict[str, deque[Source]] = {}
        self._faults: dict[str, deque[Fault]] = {}
        self._lock = ForkLock()

    def answer(
        self,
        operation: str,
        *answers: Source,
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
            answers: Responses, or functions of the request, used one after the other; the last one
                stays. Without any, one is made of the keywords, which are those of `Answer`.

        Raises:
            TypeError: An answer is neither; a body is given as `json=`.
            ValueError: There is no such operation.
        """
        for each in answers:
            if not (isinstance(each, Answer) or callable(each)):
                raise TypeError(
                    f"Expected an Answer but received {type(each)}; give a body as `json=`"
                )
        one = Answer(json, status, headers or {}, body, events)
        with self._lock.current:
            self._answers[self._known(operation)] = deque(answers or (one,))

    def fail(self, operation: str, fault: Fault, *, times: int = 1) -> None:
        """Make the next calls of an operation fail; afterwards it responds as before.

        Args:
            operation: As for `answer`.
            fault: `timeout`, `reset` or `refused`, or an HTTP status.
            times: How many requests fail; repetitions by the client count.

        Raises:
            ValueError: There is no such operation, or no such fault.
        """
        if not isinstance(fault, int) and fault not in _FAULTS:
            raise ValueError(
                f"Unknown fault {fault!r}; there are {', '.join(_FAULTS)} and statuses"
            )
        with self._lock.current:
            faults = self._faults.setdefault(self._known(operation), deque())
            faults.extend(repeat(fault, times))

    def send(self, request: Request, /) -> FakeResponse:
        """Respond to a request of a sync client.

        Raises:
            RequestMismatch: The request is not what the description requires.
            TransportError: A fault that was asked for.
        """
        if request.operation == TOKEN_OPERATION:
            return FakeResponse(Answer({"access_token": "fake-token", "expires_in": 3600}))
        received = Received(request)
        route, path = find_route(self._routes.values(), received, request.operation)
        values = route.read(received, path) if route else {}
        name = route.name if route else self._undocumented(received)
        recorded = _record(request, received, name if route else "", values)
        with self._lock.current:
            self.requests.append(recorded)
            faults = self._faults.get(name)
            fault = faults.popleft() if faults else None
            answers = self._answers.get(name)
            source = (answers.popleft() if len(answers) > 1 else answers[0]) if answers else None
        if route and (problems := route.problems(received, values)):
            raise RequestMismatch("\n  ".join([f"{name}: {request!r}", *problems]))
        if fault is not None:
            return self._failure(fault)
        if source is None:  # undocumented endpoints are found by their answers
            return FakeResponse(self._documented(name, recorded))
        answer = source if isinstance(source, Answer) else source(recorded)
        if route and answer.json is not _ABSENT and is_json(answer.fields()["content-type"]):
            body = self._responses[name].add_envelope(answer.status, answer.json)
            answer = Answer(body, answer.status, answer.headers)
        return FakeResponse(answer)

    async def asend(self, request: Request, /) -> FakeResponse:
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
        for name in (*self._answers, *self._faults):
            method, _, path = name.partition(" ")
            if path and method == received.method and received.path.endswith(path):
                return name
        endpoint = f"{received.method} {received.path}"
        raise RequestMismatch(f"No operation has this method and path: {endpoint}")

    def _failure(self, fault: Fault) -> FakeResponse:
        if not isinstance(fault, int):
            kind, message, sent = _FAULTS[fault]
            raise TransportError(kind, message, sent=sent)
        envelope = self._contract.envelope
        errors = [{"code": fault, "message": HTTPStatus(fault).phrase}]
        body = {envelope.get("success", "success"): False, envelope.get("errors", "errors"): errors}
        return FakeResponse(Answer(body, fault))

    def _documented(self, name: str, request: RecordedRequest) -> Answer:
        status, media_type, value = self._responses[name].make(request.query, request.body)
        headers = {"content-type": media_type} if media_type else {}
        if media_type == "text/event-stream":
            return Answer(status=status, events=[])
        if is_json(media_type):
            return Answer(value, status, headers)
        return Answer(status=status, headers=headers, body=value)


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


class FakeResponse:
    """A complete response, for both kinds of clients."""

    def __init__(self, answer: Answer) -> None:
        self.status = answer.status
        self.headers = FakeHeaders(answer.fields())
        self._pieces = answer.pieces()

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
