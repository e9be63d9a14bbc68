"""Makes the errors of a call from its last attempt. Pure."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..errors import (
    STATUS_ERRORS,
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    ArgumentError,
    Error,
    InternalServerError,
)
from .codec import get_at_path, is_list
from .error_details import decode_error, describe_errors, printable, read_errors
from .redirects import REDIRECTS
from .retry import read_server_delay
from .transport import TransportError

if TYPE_CHECKING:
    from .call import Attempt

_SHOWN = 500  # characters of a body in an error
_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid")

_PROBLEMS = {
    "connect": "No connection",
    "connect_timeout": "No connection in time",
    "pool_timeout": "No free connection in time",
    "write_timeout": "The request was not sent in time",
    "timeout": "No response in time",
    "deadline": "The call was not finished in time",
    "read": "The connection broke before the whole response was there",
    "write": "The connection broke before the whole request was sent",
    "protocol": "The server does not speak proper HTTP",
    "closed": "The client is closed",
}
_PHASES = {
    "connect_timeout": "connect",
    "pool_timeout": "pool",
    "write_timeout": "write",
    "timeout": "read",
}
_DOING = {
    "connect": "connecting",
    "pool": "waiting for a free connection",
    "write": "sending",
    "read": "waiting for data",
    "deadline": "all attempts together",
}


def get_request_id(attempt: Attempt) -> str | None:
    """Return the server's identifier of the request, from the header that the API has for it."""
    own = attempt.call.config.profile.request_id_header
    for name in (own,) if own else _REQUEST_ID_HEADERS:
        value: str | None = attempt.headers.get(name)
        if value:
            return value
    return None


def make_failure_error(attempt: Attempt, failure: TransportError) -> Error:
    """Make the error for an attempt that got no whole response."""
    redactor = attempt.call.redactor
    message = failure.describe(redactor)
    if failure.kind == "decoding":
        return make_unreadable_error(attempt, f"The response can't be decompressed: {message}")
    if failure.kind == "too_large":
        return make_unreadable_error(attempt, message)
    if failure.kind == "request":
        return ArgumentError(f"The request can't be sent: {message}")
    request, call = attempt.request, attempt.call
    is_timeout = "timeout" in failure.kind or failure.kind == "deadline"
    phase, seconds = _limit(attempt, failure)
    url, host = redactor.url(request.url), urlsplit(request.url).netloc.rpartition("@")[2]
    path = urlsplit(url).path
    text = f"{_PROBLEMS.get(failure.kind, 'The connection failed')}: {message}"
    text += f" [{request.method} {host}{path}"
    if is_timeout and seconds is not None:
        text += f", {_DOING[phase]}: {seconds:g} s"
    text += f", {call.attempts} attempts]" if call.attempts != 1 else ", 1 attempt]"
    cls = APITimeoutError if is_timeout else APIConnectionError
    return cls(
        text,
        method=request.method,
        url=url,
        attempts=call.attempts,
        sent=failure.sent,
        kind=failure.kind,
        host=host,
        phase=phase if is_timeout else "",
        seconds=seconds,
    )


def _limit(attempt: Attempt, failure: TransportError) -> tuple[str, float | None]:
    """Return the phase that took too long, and its limit."""
    if failure.kind == "deadline":
        return "deadline", attempt.call.seconds
    phase = _PHASES.get(failure.kind, "")
    timeout = attempt.request.timeout
    return phase, getattr(timeout, phase, None) if phase and timeout is not None else None


def make_unreadable_error(attempt: Attempt, message: str) -> APIResponseValidationError:
    """Make the error for a response that can't be read."""
    redactor = attempt.call.redactor
    shown = (attempt.body or b"")[: 4 * _SHOWN].decode("utf-8", "replace")
    return APIResponseValidationError(
        f"{redactor.values(message)} {_describe_call(attempt, shows_status=True)}",
        status=attempt.status,
        body=redactor.text(shown)[:_SHOWN],
        method=attempt.request.method,
        url=redactor.url(attempt.request.url),
        attempts=attempt.call.attempts,
    )


def make_status_error(attempt: Attempt, body: Any) -> APIStatusError:
    """Make the error for a response that reports failure."""
    config, status = attempt.call.config, attempt.status
    envelope, redactor = config.envelope, attempt.call.redactor
    errors = read_errors(body, envelope, redactor)
    messages = get_at_path(body, envelope.messages) if envelope.messages else None
    cls = STATUS_ERRORS.get(status, InternalServerError if status >= 500 else APIStatusError)
    return cls(
        f"{_headline(attempt, body, describe_errors(errors))} {_describe_call(attempt)}",
        status=status,
        errors=errors,
        messages=redactor.body(messages) if is_list(messages) else [],
        body=decode_error(attempt.call.operation, status, redactor.body(body)),
        headers=redactor.headers(attempt.headers.items()),
        retry_after=read_server_delay(attempt.headers),
        request_id=get_request_id(attempt),
        method=attempt.request.method,
        url=redactor.url(attempt.request.url),
        attempts=attempt.call.attempts,
    )


def _describe_call(attempt: Attempt, *, shows_status: bool = False) -> str:
    """Return which call failed, for the end of a message: `[GET https://…, 200, request id …]`."""
    request, redactor = attempt.request, attempt.call.redactor
    request_id = get_request_id(attempt) if attempt.status else None  # 0: no head was read
    shown = f", request id {printable(redactor.values(request_id))}" if request_id else ""
    status = f", {attempt.status}" if shows_status and attempt.status else ""
    if refusal := attempt.call.retries.refusal:
        attempts = attempt.call.attempts
        shown += f", {refusal}, {attempts} attempt{'s' if attempts != 1 else ''}"
    return f"[{request.method} {redactor.url(request.url)}{status}{shown}]"


def _headline(attempt: Attempt, body: Any, described: str) -> str:
    try:
        phrase = f"{attempt.status} {HTTPStatus(attempt.status).phrase}"
    except ValueError:
        phrase = str(attempt.status)
    if attempt.status in REDIRECTS:
        return f"{phrase}: a redirect that is not followed: {attempt.call.unfollowed}"
    if not described and isinstance(body, str):
        described = printable(attempt.call.redactor.text(body[:_SHOWN]))[:100]
    return f"{phrase}: {described}" if described else phrase
