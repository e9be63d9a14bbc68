"""Facts about a response besides the result, for `client.parsed_response` and for hooks."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from inspect import iscoroutine
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from ..errors import ArgumentError
from .failures import get_request_id

if TYPE_CHECKING:
    from .call import Attempt
    from .transport import Headers

T = TypeVar("T")


class ResponseInfo:
    """Facts about a response: status, headers, time, attempts.

    Attributes:
        status: HTTP status.
        headers: Header fields; names are compared without regard to case.
        method: HTTP method of the request.
        url: Its URL; secrets in the query are masked.
        attempts: How often it was sent.
        elapsed: Seconds from the first sending to the end of the response (of its head, for a stream).
        request_id: The server's identifier of the request, None where it gives none.
    """

    __slots__ = ("status", "headers", "method", "url", "attempts", "elapsed", "request_id")

    def __init__(
        self,
        status: int,
        headers: Headers,
        method: str,
        url: str,
        attempts: int,
        elapsed: float,
        request_id: str | None = None,
    ) -> None:
        self.status = status
        self.headers = headers
        self.method = method
        self.url = url
        self.attempts = attempts
        self.elapsed = elapsed
        self.request_id = request_id

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status} {self.method} {self.url}>"


class ParsedResponse(ResponseInfo, Generic[T]):
    """A result together with facts about its response.

    Attributes:
        value: What the method returned.
    """

    __slots__ = ("value",)

    def __init__(self, value: T, info: ResponseInfo) -> None:
        copy_info(info, self)
        self.value = value


def copy_info(source: ResponseInfo, target: ResponseInfo) -> None:
    """Copy the facts of one response to another."""
    for name in ResponseInfo.__slots__:
        setattr(target, name, getattr(source, name))


def make_info(attempt: Attempt) -> ResponseInfo:
    """Return the facts about the response of an attempt."""
    request = attempt.request
    return ResponseInfo(
        attempt.status,
        attempt.headers,
        request.method,
        attempt.call.redactor.url(request.url),
        attempt.call.attempts,
        attempt.elapsed,
        get_request_id(attempt),
    )


class Capture:
    """How calls in this thread or task hand over their responses.

    Attributes:
        mode: "parsed" for results as usual, "raw" for responses that have been read, "stream" for open ones.
        infos: Facts about the response of each call.
        responses: The raw response of the first call.
    """

    __slots__ = ("mode", "infos", "responses")

    def __init__(self, mode: Literal["parsed", "raw", "stream"]) -> None:
        self.mode = mode
        self.infos: list[ResponseInfo] = []
        self.responses: list[object] = []


capturing: ContextVar[Capture | None] = ContextVar("capturing", default=None)
"""Set in the caller's thread or task while `client.parsed_response` and its like call a method."""


def get_raw_capture() -> Capture | None:
    """Return the capture that waits for a raw response, None if calls return results."""
    capture = capturing.get()
    if capture is None or capture.mode == "parsed" or capture.responses:
        return None
    return capture


@contextmanager
def capture_calls(
    mode: Literal["parsed", "raw", "stream"], method: object
) -> Generator[Capture, None, None]:
    """Capture the responses of the calls inside the block, in this thread or task.

    Args:
        mode: As for `Capture`.
        method: What is called there.

    Raises:
        ArgumentError: It is nothing that can be called.
    """
    if not callable(method):
        kind = type(method).__name__
        if iscoroutine(method):
            method.close()  # nobody will wait for it
        raise ArgumentError(
            "Expected a method or a function that calls one but received the result of a call "
            f"({kind}); write `lambda:` before the call"
        )
    capture = Capture(mode)
    token = capturing.set(capture)
    try:
        yield capture
    finally:
        capturing.reset(token)


def make_parsed_response(value: T, capture: Capture) -> ParsedResponse[T]:
    """Return the result of a method with the facts about the response of its first call."""
    # Pages and streams have the facts themselves. A model may have a member of that name, which is data.
    info: object = getattr(value, "response", None)
    if not isinstance(info, ResponseInfo):
        if not capture.infos:
            raise _make_no_call_error()
        info = capture.infos[0]
    return ParsedResponse(value, info)


def get_raw_response(capture: Capture) -> object:
    """Return the raw response of a method's first call."""
    if not capture.responses:
        raise _make_no_call_error()
    return capture.responses[0]


def _make_no_call_error() -> ArgumentError:
    return ArgumentError("The function made no call; pass one of the client's methods")
